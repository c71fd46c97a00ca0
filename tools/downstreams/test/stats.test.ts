import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { DownstreamService, Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { rawGet } from './raw-request.ts';
import { entry } from './small-catalogue.ts';
import { del, get, put } from './speak.ts';

let downstreams: Downstreams;
let pricing: DownstreamService;

beforeEach(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a'), entry('b')] });
  pricing = downstreams.service('pricing');
});

afterEach(() => downstreams.stop());

/** Waits for what follows from a socket event of the other side; nothing else tells when. */
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise(setImmediate);
};

it.each([
  [
    'catalog',
    ['getProduct', 'getProducts', 'listProducts', 'putProduct', 'deleteProduct', 'getChanges', 'getDigest', 'getMedia'],
  ],
  ['pricing', ['getPrice', 'getPrices', 'putPrice', 'getChanges', 'getDigest']],
  ['inventory', ['getStock', 'getStocks', 'putStock', 'getChanges', 'getDigest']],
  ['reviews', ['getProductReviews', 'getReviews', 'getSummaries']],
  ['recommendations', ['getProductRelated', 'getRelated']],
] as const)('lists every operation of %s from the start', async (service, operations) => {
  const zeros = Object.fromEntries(operations.map((operation) => [operation, 0]));
  expect((await get(`${downstreams.urls[service]}/__stats`)).body).toEqual({
    calls: zeros,
    ids: zeros,
    inFlight: 0,
    aborted: 0,
    maxConcurrent: 0,
  });
});

it('counts calls, and ids once each, errors too', async () => {
  for (const path of ['/prices/a', '/prices/unknown', '/prices?ids=a,b,a,x', '/prices?ids=', '/changes']) {
    await get(pricing.url + path);
  }
  await put(`${pricing.url}/prices/a`, { currentMinor: 1 });
  await get(`${pricing.url}/livez`);
  await get(`${pricing.url}/nowhere`);
  expect(pricing.stats()).toEqual({
    calls: { getPrice: 2, getPrices: 2, putPrice: 1, getChanges: 1, getDigest: 0 },
    ids: { getPrice: 2, getPrices: 3, putPrice: 1, getChanges: 0, getDigest: 0 },
    inFlight: 0,
    aborted: 0,
    maxConcurrent: 1,
  });
});

it('starts from zero when it is cleared, but for what is in flight', async () => {
  await pricing.setFaults({ kind: 'hang', times: 1 });
  const leave = new AbortController();
  const hanging = fetch(`${pricing.url}/prices/a`, { signal: leave.signal });
  await until(() => pricing.stats().inFlight === 1);
  await get(`${pricing.url}/prices/a`);
  expect(pricing.stats().maxConcurrent).toBe(2);
  expect((await del(`${pricing.url}/__stats`)).status).toBe(204);
  expect(pricing.stats()).toMatchObject({ calls: { getPrice: 0 }, inFlight: 1, maxConcurrent: 1 });
  leave.abort();
  await expect(hanging).rejects.toThrow('aborted');
  await until(() => pricing.stats().inFlight === 0);
  expect(pricing.stats()).toMatchObject({ aborted: 1, maxConcurrent: 1 });
});

it('counts a call when it arrives, long before its answer', async () => {
  await pricing.setFaults({ kind: 'latency', latencyMs: 100, times: 3 });
  const calls = [1, 2, 3].map(() => get(`${pricing.url}/prices/a`));
  await until(() => pricing.stats().calls['getPrice'] === 3);
  expect(pricing.stats().inFlight).toBe(3);
  await Promise.all(calls);
  expect(pricing.stats()).toMatchObject({ inFlight: 0, maxConcurrent: 3, aborted: 0 });
});

it.each(['hang', 'latency', 'drip', 'huge'] as const)(
  'counts a client that leaves during %s as aborted',
  async (kind) => {
    const parameters = { hang: {}, latency: { latencyMs: 60_000 }, drip: {}, huge: { bytes: 1e12 } }[kind];
    await put(`${pricing.url}/__faults`, { kind, ...parameters });
    const leave = new AbortController();
    const call = fetch(`${pricing.url}/prices/a`, { signal: leave.signal }).then((response) => response.text());
    await until(() => pricing.stats().inFlight === 1);
    leave.abort();
    await expect(call).rejects.toThrow('aborted');
    await until(() => pricing.stats().inFlight === 0);
    expect(pricing.stats().aborted).toBe(1);
  },
);

it.each([{ kind: 'reset' }, { kind: 'reset', afterBytes: 5 }, { kind: 'truncate' }] as const)(
  'does not count a call as aborted that %j has cut',
  async (fault) => {
    await pricing.setFaults(fault);
    await rawGet(`${pricing.url}/prices/a`);
    await until(() => pricing.stats().inFlight === 0);
    expect(pricing.stats()).toMatchObject({ calls: { getPrice: 1 }, aborted: 0 });
  },
);

it('does not count a call as aborted that ended with the service', async () => {
  await pricing.setFaults({ kind: 'hang' });
  const call = rawGet(`${pricing.url}/prices/a`);
  await until(() => pricing.stats().inFlight === 1);
  await pricing.stop();
  await call;
  await until(() => pricing.stats().inFlight === 0);
  expect(pricing.stats().aborted).toBe(0);
});
