import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { KnowledgeCache } from '../src/cache/knowledge-cache.ts';
import { createCatalogClient, createReviewsClient, DownstreamRefused, type CatalogClient } from '../src/index.ts';
import { callContext } from './call-context.ts';
import { sendJson, serving } from './raw-server.ts';
import { wireProduct } from './wire-samples.ts';

const lampService = () => serving((_req, res) => sendJson(res, wireProduct('lamp')));
const catalogAt = (url: string, timeoutMs = 5000): CatalogClient =>
  createCatalogClient({ url, timeoutMs, userAgent: 'web-bff' });
const getLamp = (url: string, timeoutMs?: number, budgetMs?: number) =>
  catalogAt(url, timeoutMs).getProduct('lamp', { locale: 'en-GB' }, callContext(budgetMs));

describe('a call says', () => {
  it('who calls, for which request and trace, what it takes and how long it may take, and nothing else', async () => {
    const server = await lampService();
    await getLamp(server.url, 300);
    expect(server.requests[0]?.headers).toEqual({
      host: new URL(server.url).host,
      connection: 'keep-alive',
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'user-agent': 'web-bff',
      'x-request-id': 'request-of-the-test',
      'x-request-timeout-ms': '300',
      traceparent: `00-${'a'.repeat(32)}-0000000000000001-01`,
    });
  });

  it('a span of its own in the trace, each time', async () => {
    const server = await lampService();
    const context = callContext();
    const catalog = catalogAt(server.url);
    await catalog.getProduct('lamp', { locale: 'en-GB' }, context);
    await catalog.getProduct('lamp', { locale: 'en-GB' }, context);
    const spans = server.requests.map(({ headers }) => String(headers['traceparent']).split('-')[2]);
    expect(spans).toEqual(['0000000000000001', '0000000000000002']);
  });

  it('no more time than is left of the request', async () => {
    const server = await lampService();
    await getLamp(server.url, 5000, 4000);
    const said = Number(server.requests[0]?.headers['x-request-timeout-ms']);
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThanOrEqual(4000);
  });

  it.each<[string, number[], number[], number, number]>([
    ['the longest that one of those who wait has left', [1000, 90_000, 5000], [], 5000, 90_000],
    ['no time of one who has left', [90_000, 1000, 5000], [0], 1000, 5000],
    ['its own time where that is shorter', [1000, 500_000], [], 120_000, 120_000],
  ])('%s', async (_what, budgetsMs, leave, moreThanMs, atMostMs) => {
    const server = await serving((req, res) => {
      const ids = new URL(req.url ?? '', 'http://catalog').searchParams.get('ids')?.split(',');
      const products = ids?.map((id) => wireProduct(id));
      sendJson(res, products ? { items: products, missing: [] } : wireProduct('lamp'));
    });
    // They wait for the same, and then each for a part of the same call.
    for (const ids of [['lamp'], ['lamp', 'shade', 'bulb']]) {
      const catalog = catalogAt(server.url, 120_000);
      const contexts = budgetsMs.map((budgetMs) => callContext(budgetMs));
      const answers = Promise.allSettled(
        contexts.map((context, n) => catalog.getProduct(ids[n % ids.length] ?? '', { locale: 'en-GB' }, context)),
      );
      for (const n of leave) contexts[n]?.deadline.end();
      await answers;
    }
    expect(server.requests).toHaveLength(2);
    for (const { headers } of server.requests) {
      const said = Number(headers['x-request-timeout-ms']);
      expect(said).toBeGreaterThan(moreThanMs - 1);
      expect(said).toBeLessThanOrEqual(atMostMs);
    }
  });

  it('all of its time where it is made ahead, for later requests, whatever is left to the one that brings it about', async () => {
    const server = await lampService();
    let now = Date.now();
    const knowledge = new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test', clock: () => now });
    const catalog = createCatalogClient({ url: server.url, timeoutMs: 120_000, userAgent: 'web-bff', knowledge });
    const ask = () => catalog.getProduct('lamp', { locale: 'en-GB' }, callContext(60_000));
    now = (await ask()).softUntil;
    expect(await ask()).toMatchObject({ state: 'stale' });
    while (server.requests.length < 2) await nextTurn();
    expect(server.requests[1]?.headers['x-request-timeout-ms']).toBe('120000');
  });

  it.each([
    ['', '/products/lamp?locale=en-GB'],
    ['/', '/products/lamp?locale=en-GB'],
    ['/catalog', '/catalog/products/lamp?locale=en-GB'],
    ['/catalog/', '/catalog/products/lamp?locale=en-GB'],
  ])('its path below a base URL that ends in %j', async (base, path) => {
    const server = await lampService();
    await getLamp(server.url + base);
    expect(server.requests.map(({ method, url }) => [method, url])).toEqual([['GET', path]]);
  });

  it('only the parameters that have a value', async () => {
    const server = await serving((_req, res) => res.writeHead(404).end());
    const reviews = createReviewsClient({ url: server.url, timeoutMs: 5000, userAgent: 'web-bff' });
    await reviews.getReviews('lamp', { limit: 3 }, callContext());
    await reviews.getReviews('lamp', { limit: 3, cursor: 'a&b=c' }, callContext());
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/products/lamp/reviews?limit=3',
      '/products/lamp/reviews?cursor=a%26b%3Dc&limit=3',
    ]);
  });
});

describe('connections', () => {
  it('are kept: calls one after the other share one', async () => {
    const server = await lampService();
    const catalog = catalogAt(server.url);
    for (let n = 0; n < 5; n += 1) await catalog.getProduct('lamp', { locale: 'en-GB' }, callContext());
    expect([server.requests.length, server.connections()]).toEqual([5, 1]);
  });

  it('are as many as calls at once', async () => {
    const server = await lampService();
    const catalog = catalogAt(server.url);
    const locales = ['en-GB', 'de-DE', 'fr-FR', 'ja-JP'];
    await Promise.all(locales.map((locale) => catalog.getProduct('lamp', { locale }, callContext())));
    expect([server.requests.length, server.connections()]).toEqual([4, 4]);
  });

  it('follow no redirect', async () => {
    const elsewhere = await lampService();
    for (const status of [301, 302, 303, 307, 308]) {
      const server = await serving((_req, res) => {
        res.writeHead(status, { location: `${elsewhere.url}/products/lamp` }).end();
      });
      const failure: unknown = await getLamp(server.url).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DownstreamRefused);
      expect(failure).toMatchObject({ status });
    }
    expect(elsewhere.connections()).toBe(0);
  });
});
