import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { DownstreamService, Downstreams, FaultInput } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { bodyOf, rawGet } from './raw-request.ts';
import { entry } from './small-catalogue.ts';

let downstreams: Downstreams<'inventory'>;
let inventory: DownstreamService;
let real: Buffer;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a')], services: ['inventory'] });
  inventory = downstreams.service('inventory');
  real = bodyOf(await rawGet(`${inventory.url}/stock/a`)).body;
});

afterAll(() => downstreams.stop());

const rawWith = async (fault: FaultInput) => {
  await inventory.setFaults({ ...fault, times: 1 });
  return rawGet(`${inventory.url}/stock/a`);
};

it('resets the connection before the first byte', async () => {
  expect(await rawWith({ kind: 'reset' })).toEqual({ bytes: Buffer.alloc(0), end: 'ECONNRESET' });
});

it.each([0, 1, 20])('resets the connection after %i bytes of the body', async (afterBytes) => {
  const raw = await rawWith({ kind: 'reset', afterBytes });
  expect(raw.end).toBe('ECONNRESET');
  expect(bodyOf(raw)).toMatchObject({ announcedBytes: real.length, body: real.subarray(0, afterBytes) });
});

it.each([
  [undefined, () => Math.floor(real.length / 2)],
  [0, () => 0],
  [7, () => 7],
  [1_000_000, () => real.length - 1],
])('announces the whole body and closes in good order within it, asked for %s bytes', async (afterBytes, expected) => {
  const raw = await rawWith({ kind: 'truncate', ...(afterBytes !== undefined && { afterBytes }) });
  expect(raw.end).toBe('end');
  expect(bodyOf(raw)).toMatchObject({ announcedBytes: real.length, body: real.subarray(0, expected()) });
});

it('sends the real body at the speed asked for', async () => {
  const startedAt = performance.now();
  const raw = await rawWith({ kind: 'drip', bytesPerSecond: 1000 });
  const shouldTakeMs = real.length;
  expect(bodyOf(raw).body).toEqual(real);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(shouldTakeMs - 5);
});

it('sends the first bytes of a drip long before the last', async () => {
  await inventory.setFaults({ kind: 'drip', times: 1 });
  const response = await fetch(`${inventory.url}/stock/a`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  expect((await reader.read()).value).toHaveLength(1);
  await reader.cancel();
});

it('streams well-formed JSON of exactly the size asked for', async () => {
  await inventory.setFaults({ kind: 'huge', bytes: 3_000_000, times: 1 });
  const response = await fetch(`${inventory.url}/stock/a`);
  const text = await response.text();
  expect(text).toHaveLength(3_000_000);
  const { padding, ...rest } = JSON.parse(text) as { padding: string };
  expect(padding).toMatch(/^x+$/);
  expect(rest).toEqual(JSON.parse(real.toString()));
});

it('holds no more of a huge body than the client takes', async () => {
  await inventory.setFaults({ kind: 'huge', bytes: 10_000_000_000, times: 1 });
  const before = process.memoryUsage().rss;
  const socket = connect(Number(new URL(inventory.url).port), '127.0.0.1');
  socket.write('GET /stock/a HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  socket.pause();
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  socket.destroy();
});

it('never answers a hanging call, until the service goes', async () => {
  const own = await startDownstreams({ catalogue: [entry('a')], services: ['inventory'] });
  await own.service('inventory').setFaults({ kind: 'hang' });
  const call = rawGet(`${own.urls.inventory}/stock/a`);
  const other = await Promise.race([call, fetch(`${own.urls.inventory}/livez`)]);
  expect(other).toMatchObject({ status: 200 });
  expect(own.service('inventory').stats()).toMatchObject({ inFlight: 1, aborted: 0 });
  await own.stop();
  expect((await call).bytes).toHaveLength(0);
});
