import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { del, get, put } from './speak.ts';

let downstreams: Downstreams;
let catalog: string;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a')] });
  catalog = downstreams.urls.catalog;
});

afterEach(() => downstreams.service('catalog').clearFaults());

afterAll(() => downstreams.stop());

const statusOf = async (path: string) => (await get(catalog + path)).status;

it('takes one fault or several, and answers 204', async () => {
  expect((await put(`${catalog}/__faults`, { kind: 'status', status: 503 })).status).toBe(204);
  expect(await statusOf('/products/a')).toBe(503);
  const several = [
    { kind: 'status', status: 500, operation: 'getProducts' },
    { kind: 'status', status: 429, operation: 'getProduct' },
  ];
  expect((await put(`${catalog}/__faults`, several)).status).toBe(204);
  expect(await statusOf('/products/a')).toBe(429);
  expect(await statusOf('/products?ids=a')).toBe(500);
  expect(await statusOf('/products')).toBe(200);
});

it('replaces what was set, and clears it', async () => {
  await put(`${catalog}/__faults`, { kind: 'status', status: 503 });
  await put(`${catalog}/__faults`, []);
  expect(await statusOf('/products/a')).toBe(200);
  await put(`${catalog}/__faults`, { kind: 'status', status: 503 });
  expect((await del(`${catalog}/__faults`)).status).toBe(204);
  expect(await statusOf('/products/a')).toBe(200);
});

it.each([
  [{ kind: 'explode' }, '"explode"'],
  [{ status: 500 }, 'kind'],
  [{ kind: 'status', status: 500, operation: 'getPrice' }, '"getPrice"'],
  [{ kind: 'status', status: 500, delayMs: 5 }, '"delayMs"'],
  [{ kind: 'status', status: '500' }, 'status'],
  [{ kind: 'status', status: 99 }, 'status'],
  [{ kind: 'status' }, 'status'],
  [{ kind: 'latency' }, 'latencyMs'],
  [{ kind: 'latency', latencyMs: -1 }, 'latencyMs'],
  [{ kind: 'hang', times: 0 }, 'times'],
  [{ kind: 'hang', probability: 2 }, 'probability'],
  [{ kind: 'drip', bytesPerSecond: 0 }, 'bytesPerSecond'],
  [{ kind: 'huge' }, 'bytes'],
  [{ kind: 'drift', field: 'name', change: 'lost' }, 'change'],
  [{ kind: 'drift', field: 'listMinor', change: 'missing' }, '"listMinor"'],
  [{ kind: 'drift', change: 'missing' }, 'field'],
  [[{ kind: 'hang' }, { kind: 'explode' }], '1.kind'],
  ['nonsense', 'JSON'],
])('answers 400 for %j that names %s', async (fault, name) => {
  const answer = await put(`${catalog}/__faults`, fault);
  expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
  expect(answer.body.detail).toContain(name);
});

it('keeps what was set when the next is refused', async () => {
  await put(`${catalog}/__faults`, { kind: 'status', status: 503 });
  await put(`${catalog}/__faults`, [{ kind: 'status', status: 500 }, { kind: 'explode' }]);
  expect(await statusOf('/products/a')).toBe(503);
});

it('counts only matching calls against times', async () => {
  await put(`${catalog}/__faults`, { kind: 'status', status: 503, operation: 'getProduct', times: 2 });
  const statuses = [];
  for (const path of ['/products/a', '/products', '/products/a', '/products/a']) statuses.push(await statusOf(path));
  expect(statuses).toEqual([503, 200, 503, 200]);
});

it('tries faults in order: when one is used up, the next has its turn', async () => {
  await downstreams
    .service('catalog')
    .setFaults({ kind: 'status', status: 503, times: 1 }, { kind: 'status', status: 500, times: 1 });
  expect([await statusOf('/products/a'), await statusOf('/products/a'), await statusOf('/products/a')]).toEqual([
    503, 500, 200,
  ]);
});

it('delays by every latency, then answers with the next fault', async () => {
  await downstreams
    .service('catalog')
    .setFaults(
      { kind: 'latency', latencyMs: 40 },
      { kind: 'latency', latencyMs: 40, jitterMs: 5 },
      { kind: 'status', status: 503 },
    );
  const startedAt = performance.now();
  expect(await statusOf('/products/a')).toBe(503);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79);
});

it('never has a fault of probability 0, and always one of probability 1', async () => {
  await downstreams
    .service('catalog')
    .setFaults({ kind: 'status', status: 500, probability: 0 }, { kind: 'status', status: 503, probability: 1 });
  for (let call = 0; call < 20; call += 1) expect(await statusOf('/products/a')).toBe(503);
});

it('leaves /livez and its own routes alone', async () => {
  await downstreams.service('catalog').setFaults({ kind: 'status', status: 503 });
  expect(await statusOf('/livez')).toBe(200);
  expect(await statusOf('/__stats')).toBe(200);
  expect((await fetch(`${catalog}/__stats`, { method: 'POST' })).status).toBe(405);
  expect(await statusOf('/__faults')).toBe(405);
});

it('refuses from within what it refuses over HTTP', async () => {
  await expect(downstreams.service('catalog').setFaults({ kind: 'hang', operation: 'getPrice' })).rejects.toThrow(
    '"getPrice"',
  );
});

it('has nothing to script where faults are off', async () => {
  const plain = await startDownstreams({ catalogue: [entry('a')], services: ['catalog'], faults: false });
  try {
    expect((await put(`${plain.urls.catalog}/__faults`, { kind: 'hang' })).status).toBe(404);
    expect((await get(`${plain.urls.catalog}/__stats`)).status).toBe(404);
    await expect(plain.service('catalog').setFaults({ kind: 'hang' })).rejects.toThrow('faults are off');
  } finally {
    await plain.stop();
  }
});
