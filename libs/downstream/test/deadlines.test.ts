import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ClientGone, DeadlineExceeded } from '@product-bffs/composition';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import { createCatalogClient, DownstreamTimeout } from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';

// What is waited for here is real; a machine that is busy may take its time.
jest.setTimeout(20_000);

let services: Downstreams<'catalog'>;
beforeAll(async () => {
  services = await startDownstreams({ services: ['catalog'], catalogue: [sampleEntry('lamp')] });
});
afterEach(() => {
  services.service('catalog').clearFaults();
  services.service('catalog').clearStats();
});
afterAll(() => services.stop());

const english = { locale: 'en-GB' };
const catalog = (timeoutMs: number) => createCatalogClient({ url: services.urls.catalog, timeoutMs, ...caller });

/** How long a failing call took, and how it failed. */
async function timed(call: Promise<unknown>): Promise<{ tookMs: number; failure: unknown }> {
  const startedAt = performance.now();
  const failure = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  return { tookMs: performance.now() - startedAt, failure };
}

/** Waits until the service has seen something happen; fails after five seconds. */
async function serviceSees(what: Partial<{ inFlight: number; aborted: number }>): Promise<void> {
  const until = performance.now() + 5000;
  for (;;) {
    const stats = services.service('catalog').stats();
    if (Object.entries(what).every(([name, n]) => stats[name as 'aborted'] === n)) return;
    if (performance.now() > until) expect(stats).toMatchObject(what);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const slow: [string, FaultInput][] = [
  ['never answers', { kind: 'hang' }],
  ['is slow to begin', { kind: 'latency', latencyMs: 60_000 }],
  ['drips its answer', { kind: 'drip', bytesPerSecond: 5 }],
];

describe.each(slow)('a service that %s', (_what, fault) => {
  it('is left at the end of the attempt, and sees that', async () => {
    await services.service('catalog').setFaults(fault);
    const { tookMs, failure } = await timed(catalog(500).getProduct('lamp', english, callContext(60_000)));
    expect(failure).toBeInstanceOf(DownstreamTimeout);
    expect(tookMs).toBeGreaterThan(300);
    expect(tookMs).toBeLessThan(5000);
    await serviceSees({ inFlight: 0, aborted: 1 });
  });

  it('is left at the deadline when that comes first, and sees that', async () => {
    await services.service('catalog').setFaults(fault);
    const { tookMs, failure } = await timed(catalog(30_000).getProduct('lamp', english, callContext(500)));
    expect(failure).toMatchObject({ reason: 'timeout' });
    expect(tookMs).toBeGreaterThan(300);
    expect(tookMs).toBeLessThan(5000);
    await serviceSees({ inFlight: 0, aborted: 1 });
  });

  it('is left when the client hangs up, and sees that', async () => {
    await services.service('catalog').setFaults(fault);
    const context = callContext(60_000);
    const call = timed(catalog(30_000).getProduct('lamp', english, context));
    await serviceSees({ inFlight: 1 });
    context.deadline.end();
    const { tookMs, failure } = await call;
    expect(failure).toBeInstanceOf(ClientGone);
    expect(tookMs).toBeLessThan(5000);
    await serviceSees({ inFlight: 0, aborted: 1 });
  });

  it('is left with all the calls of a batch', async () => {
    await services.service('catalog').setFaults(fault);
    const ids = Array.from({ length: 250 }, (_, n) => `p-${n}`);
    const { failure } = await timed(catalog(500).getOverviews(ids, english, callContext(60_000)));
    expect(failure).toBeInstanceOf(DownstreamTimeout);
    await serviceSees({ inFlight: 0, aborted: 3 });
  });
});

it('asks no service once the time is up', async () => {
  const context = callContext(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { failure } = await timed(catalog(30_000).getProduct('lamp', english, context));
  expect(failure).toBeInstanceOf(DeadlineExceeded);
  expect(services.service('catalog').stats().calls['getProduct']).toBe(0);
});

it('asks no service for a client that is gone', async () => {
  const context = callContext(60_000);
  context.deadline.end();
  const { failure } = await timed(catalog(30_000).getOverviews(['lamp', 'shade'], english, context));
  expect(failure).toBeInstanceOf(ClientGone);
  expect(services.service('catalog').stats().calls['getProducts']).toBe(0);
});

it('is not held up by a call that hangs beside it', async () => {
  await services.service('catalog').setFaults({ kind: 'hang', times: 1 });
  const client = catalog(2000);
  const hanging = timed(client.getProduct('lamp', english, callContext(60_000)));
  await serviceSees({ inFlight: 1 });
  expect(await client.getProduct('shade', english, callContext(60_000))).toMatchObject({ state: 'fresh' });
  expect((await hanging).failure).toBeInstanceOf(DownstreamTimeout);
});
