import { describe, expect, it } from '@jest/globals';
import {
  createCatalogClient,
  createPricingClient,
  DownstreamRefused,
  DownstreamSpared,
  type CallContext,
  type DownstreamEvents,
} from '../src/index.ts';
import { followChanges } from '../src/follow-changes.ts';
import type { Authorization } from '../src/http/http-client.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';
import { sendJson, serving } from './raw-server.ts';
import { wirePrice, wireProduct } from './wire-samples.ts';

const english = { locale: 'en-GB' };
const lampService = () => serving((_req, res) => sendJson(res, wireProduct('lamp')));
const keep: Authorization = { header: () => 'Bearer good', refused: () => undefined };

function catalogAt(
  url: string,
  authorization: Authorization,
  more: Pick<DownstreamEvents, 'onCall' | 'onBreaker'> & { timeoutMs?: number } = {},
) {
  return createCatalogClient({ ...caller, url, timeoutMs: 5000, authorization, ...more });
}
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a call that says who makes it', () => {
  it('carries the header with every attempt', async () => {
    const server = await serving((_req, res) => {
      if (server.requests.length === 1) res.writeHead(503).end();
      else sendJson(res, wireProduct('lamp'));
    });
    await catalogAt(server.url, keep).getProduct('lamp', english, callContext());
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer good', 'Bearer good']);
  });

  it('is sent without waiting where the header is there, and with what it says at that moment', async () => {
    const server = await lampService();
    let asked = 0;
    const catalog = catalogAt(server.url, { ...keep, header: () => `Bearer ${(asked += 1)}` });
    await catalog.getProduct('lamp', english, callContext());
    await catalog.getProduct('shade', english, callContext()).catch(() => undefined);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it('is told of a 401 once, and no other answer; the call fails as any 4xx does', async () => {
    const statuses = [401, 403, 500, 404];
    const server = await serving((_req, res) => res.writeHead(statuses[server.requests.length - 1] ?? 500).end());
    const refused: string[] = [];
    const catalog = catalogAt(server.url, { ...keep, refused: (header) => refused.push(header) });
    const [first] = [
      await failureOf(catalog.getProduct('lamp', english, callContext())),
      await failureOf(catalog.getProduct('lamp', english, callContext())),
      await failureOf(catalog.getProduct('lamp', english, callContext())),
      await catalog.getProduct('lamp', english, callContext()),
    ];
    expect(first).toEqual(new DownstreamRefused({ downstream: 'catalog', operation: 'getProduct' }, 401));
    expect(refused).toEqual(['Bearer good']);
    expect(server.requests).toHaveLength(4);
  });

  it('is asked in the change feed too', async () => {
    const { promise: polled, resolve } = Promise.withResolvers<string | undefined>();
    const server = await serving((req, res) => {
      resolve(req.headers.authorization);
      sendJson(res, { changes: [], nextSequence: 0, hasMore: false });
    });
    const options = { ...caller, url: server.url, timeoutMs: 5000, downstream: 'catalog', onChange: () => undefined };
    const end = followChanges({ ...options, authorization: keep });
    expect(await polled).toBe('Bearer good');
    end();
  });

  it('leaves the header out of errors and of what is observed', async () => {
    const server = await serving((_req, res) => res.writeHead(401, { 'www-authenticate': 'Bearer' }).end());
    const seen: unknown[] = [];
    const catalog = catalogAt(server.url, keep, { onCall: (call) => seen.push(call) });
    const failure = (await failureOf(catalog.getProduct('lamp', english, callContext()))) as Error;
    const told = JSON.stringify([seen, failure, failure.message, failure.stack, Object.entries(failure)]);
    expect(told).toContain('status 401');
    expect(told).not.toContain('good');
  });
});

describe('a header that has to be fetched first', () => {
  it('is waited for, and by others when the first who waited has left', async () => {
    const server = await lampService();
    const { promise, resolve } = Promise.withResolvers<string>();
    const catalog = catalogAt(server.url, { ...keep, header: () => promise });
    const first = callContext(20);
    const [left, stayed, other] = [
      failureOf(catalog.getProduct('lamp', english, first)),
      catalog.getProduct('lamp', english, callContext()),
      catalog.getProduct('lamp', { locale: 'de-DE' }, callContext()),
    ];
    expect(await left).toBe(first.deadline.signal.reason);
    resolve('Bearer late');
    expect((await stayed).value?.id).toBe('lamp');
    expect((await other).value?.id).toBe('lamp');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer late', 'Bearer late']);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('nobody gives one')), 'catalog.getProduct: nobody gives one'],
    ['is not there in time', () => new Promise<never>(() => undefined), 'catalog.getProduct: no authorization in time'],
  ])('and %s spares the service, whose breaker learns nothing from it', async (_which, header, message) => {
    const server = await lampService();
    const opened: unknown[] = [];
    const onBreaker = (seen: unknown) => opened.push(seen);
    const catalog = catalogAt(server.url, { ...keep, header }, { timeoutMs: 20, onBreaker });
    // More than a breaker needs to open.
    for (let n = 0; n < 25; n += 1) {
      const failure = await failureOf(catalog.getProduct('lamp', english, callContext()));
      expect(failure).toBeInstanceOf(DownstreamSpared);
      expect(failure).toMatchObject({ message, reason: 'unavailable' });
    }
    expect(server.requests).toEqual([]);
    expect(opened).toEqual([]);
  });
});

describe('on whose behalf a call is made', () => {
  const as = (subject: string): CallContext => ({ ...callContext(), subject });

  it('is said with prices, and with nothing else', async () => {
    const server = await serving((req, res) =>
      sendJson(res, req.url?.startsWith('/prices') === true ? wirePrice('lamp') : wireProduct('lamp')),
    );
    const options = { ...caller, url: server.url, timeoutMs: 5000 };
    await createCatalogClient(options).getProduct('lamp', english, as('u1'));
    await createPricingClient(options).getPrice('lamp', { currency: 'GBP' }, as('u1'));
    await createPricingClient(options).getPrice('lamp', { currency: 'GBP' }, callContext());
    expect(server.requests.map(({ headers }) => headers['x-on-behalf-of'])).toEqual([undefined, 'u1', undefined]);
  });

  it('is one subject in every batch', async () => {
    const server = await serving((req, res) => {
      const ids = new URL(req.url ?? '', server.url).searchParams.get('ids')?.split(',') ?? [];
      sendJson(res, { items: ids.map((id) => wirePrice(id)), missing: [] });
    });
    const pricing = createPricingClient({ ...caller, url: server.url, timeoutMs: 5000 });
    const ids = ['lamp', 'shade'];
    await Promise.all(
      [as('u1'), as('u2'), callContext(), as('u1')].map((context) =>
        pricing.getPrices(ids, { currency: 'GBP' }, context),
      ),
    );
    const subjects = server.requests.map(({ headers }) => String(headers['x-on-behalf-of']));
    expect(subjects.toSorted()).toEqual(['u1', 'u2', 'undefined']);
  });

  it('cannot add a header, whatever the subject is', async () => {
    const server = await serving((_req, res) => sendJson(res, wirePrice('lamp')));
    const pricing = createPricingClient({ ...caller, url: server.url, timeoutMs: 5000 });
    await pricing.getPrice('lamp', { currency: 'GBP' }, as('ünï\r\nx-evil: 1'));
    expect(server.requests[0]?.headers).toMatchObject({ 'x-on-behalf-of': '%C3%BCn%C3%AF%0D%0Ax-evil%3A%201' });
    expect(server.requests[0]?.headers).not.toHaveProperty('x-evil');
  });
});
