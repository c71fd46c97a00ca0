import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import {
  createCatalogClient,
  createPricingClient,
  DownstreamInvalid,
  DownstreamTimeout,
  DownstreamUnreachable,
} from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';
import { sendJson, serving, speaking } from './raw-server.ts';
import { wirePrice, wireProduct } from './wire-samples.ts';

const english = { locale: 'en-GB' };
const catalogAt = (url: string, timeoutMs = 5000) => createCatalogClient({ url, timeoutMs, ...caller });
const pricingAt = (url: string) => createPricingClient({ url, timeoutMs: 5000, ...caller });
const getLamp = (url: string, timeoutMs?: number) =>
  catalogAt(url, timeoutMs).getProduct('lamp', english, callContext());

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const product = JSON.stringify(wireProduct('lamp'));

describe('an answer that', () => {
  it.each<[string, string | Buffer, new (...args: never[]) => Error]>([
    ['never comes: the connection is closed', '', DownstreamUnreachable],
    ['ends in the middle of its head', 'HTTP/1.1 200 OK\r\ncontent-ty', DownstreamUnreachable],
    ['ends before its length', `${head}content-length: 9999\r\n\r\n${product}`, DownstreamUnreachable],
    ['ends between two chunks', `${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`, DownstreamUnreachable],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', DownstreamInvalid],
    ['has a chunk of no size', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`, DownstreamInvalid],
    ['has a head of 20 kB', `${head}x-much: ${'x'.repeat(20_000)}\r\n\r\n${product}`, DownstreamInvalid],
    ['has two lengths', `${head}content-length: 3\r\ncontent-length: 4\r\n\r\nnull`, DownstreamInvalid],
    ['has no body', `${head}content-length: 0\r\n\r\n`, DownstreamInvalid],
    [
      'has no content type',
      `HTTP/1.1 200 OK\r\ncontent-length: ${product.length}\r\n\r\n${product}`,
      DownstreamInvalid,
    ],
    ['is null', `${head}content-length: 4\r\n\r\nnull`, DownstreamInvalid],
    [
      'says it is Brotli and is not',
      `${head}content-encoding: br\r\nconnection: close\r\n\r\n${product}`,
      DownstreamInvalid,
    ],
    [
      'is packed in a way unheard of',
      `${head}content-encoding: lzma\r\nconnection: close\r\n\r\n\x5d\0\0`,
      DownstreamInvalid,
    ],
    [
      'is gzip that breaks off',
      Buffer.concat([
        Buffer.from(`${head}content-encoding: gzip\r\nconnection: close\r\n\r\n`),
        gzipSync(product).subarray(0, 60),
      ]),
      DownstreamInvalid,
    ],
  ])('%s fails the call as what it is', async (_what, bytes, failure) => {
    const server = await speaking(bytes);
    await expect(getLamp(server.url)).rejects.toThrow(failure);
  });

  it('stops in the middle without closing takes too long', async () => {
    const server = await speaking(`${head}content-length: 9999\r\n\r\n${product}`, { close: false });
    await expect(getLamp(server.url, 150)).rejects.toThrow(DownstreamTimeout);
  });

  it('is packed as gzip is unpacked', async () => {
    const server = await serving((_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(product));
    });
    expect(await getLamp(server.url)).toMatchObject({ value: { id: 'lamp' } });
  });

  it('comes for another id makes no sense', async () => {
    const server = await serving((_req, res) => sendJson(res, wireProduct('shade')));
    await expect(getLamp(server.url)).rejects.toThrow(/catalog\.getProduct: an answer to another question/);
  });

  it('comes in another currency makes no sense', async () => {
    const server = await serving((_req, res) => sendJson(res, wirePrice('lamp', { currency: 'USD' })));
    const pricing = pricingAt(server.url);
    await expect(pricing.getPrice('lamp', { currency: 'GBP' }, callContext())).rejects.toThrow(DownstreamInvalid);
    expect(await pricing.getPrice('lamp', { currency: 'USD' }, callContext())).toMatchObject({ state: 'fresh' });
  });

  it('comes from another price list makes no sense: nobody is told what another pays', async () => {
    const server = await serving((_req, res) => sendJson(res, wirePrice('lamp', { priceList: 'trade-of-acme' })));
    const ask = (priceList?: string) =>
      pricingAt(server.url).getPrice('lamp', { currency: 'GBP', priceList }, callContext());
    for (const list of [undefined, 'public', 'trade']) await expect(ask(list)).rejects.toThrow(DownstreamInvalid);
    expect(await ask('trade-of-acme')).toMatchObject({ state: 'fresh' });
  });

  it('holds more than JavaScript can count makes no sense', async () => {
    const server = await serving((_req, res) => {
      const body = JSON.stringify(wirePrice('lamp')).replace('"currentMinor":700', '"currentMinor":9007199254740993');
      res.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    const pricing = pricingAt(server.url);
    await expect(pricing.getPrice('lamp', { currency: 'GBP' }, callContext())).rejects.toThrow(/currentMinor/);
  });

  it('has a __proto__ of its own changes no prototype', async () => {
    const server = await serving((_req, res) => {
      const body = product.replace('{', '{"__proto__":{"status":"discontinued","polluted":true},');
      res.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    const { value } = await getLamp(server.url);
    expect(value).toMatchObject({ status: 'active' });
    expect(value).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the size of a body', () => {
  const MiB = 1 << 20;
  /** A product with a summary that brings its JSON to so many bytes. */
  const ofBytes = (bytes: number) => {
    const bare = JSON.stringify(wireProduct('lamp', { summary: '' }));
    return JSON.stringify(wireProduct('lamp', { summary: 'x'.repeat(bytes - bare.length) }));
  };
  const sending = (body: Buffer, headers: Record<string, string> = {}) =>
    serving((_req, res) => res.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body));

  it('of one item may be 1 MiB and no byte more', async () => {
    const most = await sending(Buffer.from(ofBytes(MiB)));
    expect(await getLamp(most.url)).toMatchObject({ state: 'fresh' });
    const more = await sending(Buffer.from(ofBytes(MiB + 1)));
    await expect(getLamp(more.url)).rejects.toThrow(
      new DownstreamInvalid({ downstream: 'catalog', operation: 'getProduct' }, 'the body is larger than allowed'),
    );
  });

  it('is counted after it is unpacked', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    const most = await sending(gzipSync(ofBytes(MiB)), gzip);
    expect(await getLamp(most.url)).toMatchObject({ state: 'fresh' });
    const more = gzipSync(ofBytes(MiB + 1));
    expect(more.length).toBeLessThan(10_000);
    await expect(getLamp((await sending(more, gzip)).url)).rejects.toThrow(DownstreamInvalid);
  });

  it('of a batch may be 8 MiB and no byte more', async () => {
    const ofBatchBytes = (bytes: number) => {
      const around = JSON.stringify({ items: [], missing: ['ghost'] }).length;
      return Buffer.from(`{"items":[${ofBytes(bytes - around)}],"missing":["ghost"]}`);
    };
    const getBatch = async (body: Buffer) =>
      catalogAt((await sending(body)).url).getOverviews(['lamp', 'ghost'], english, callContext());
    expect((await getBatch(ofBatchBytes(8 * MiB))).get('lamp')).toMatchObject({ state: 'fresh' });
    await expect(getBatch(ofBatchBytes(8 * MiB + 1))).rejects.toThrow(DownstreamInvalid);
  });
});

describe('a price with an end', () => {
  const priceEnding = async (inMs: number) => {
    const validUntil = new Date(Date.now() + inMs).toISOString();
    const server = await serving((req, res) => {
      const price = wirePrice('lamp', { validUntil });
      sendJson(res, req.url?.startsWith('/prices?') ? { items: [price], missing: ['ghost'] } : price);
    });
    const pricing = pricingAt(server.url);
    const one = await pricing.getPrice('lamp', { currency: 'GBP' }, callContext());
    const many = (await pricing.getPrices(['lamp', 'ghost'], { currency: 'GBP' }, callContext())).get('lamp');
    return { end: Date.parse(validUntil), sections: [one, many] };
  };

  it('is not known beyond it', async () => {
    const { end, sections } = await priceEnding(10_000);
    for (const section of sections) expect(section).toMatchObject({ softUntil: end, hardUntil: end });
  });

  it('is known as long as any other before it', async () => {
    const { end, sections } = await priceEnding(60_000);
    for (const section of sections) expect(section).toMatchObject({ hardUntil: end });
    const { asOf, softUntil } = sections[0] as { asOf: number; softUntil: number };
    expect(softUntil - asOf).toBe(30_000);
  });
});
