import { afterEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { del, get, put } from './speak.ts';

let downstreams: Downstreams;

const start = async (keptChanges = 10_000) => {
  downstreams = await startDownstreams({
    catalogue: [entry('a'), entry('b')],
    keptChanges,
    now: () => new Date('2026-03-01T12:00:00.000Z'),
  });
  return downstreams.urls;
};

afterEach(() => downstreams.stop());

it('begins empty: the seed is not a change', async () => {
  const { catalog } = await start();
  expect((await get(`${catalog}/changes?since=0`)).body).toEqual({ changes: [], nextSequence: 0, hasMore: false });
});

it('lists writes in order with the version each made', async () => {
  const { catalog } = await start();
  await put(`${catalog}/products/a`, { name: 'A' });
  await put(`${catalog}/products/a`, { name: 'AA' });
  await del(`${catalog}/products/b`);
  const at = '2026-03-01T12:00:00.000Z';
  expect((await get(`${catalog}/changes`)).body).toEqual({
    changes: [
      { id: 'a', op: 'upsert', sequence: 1, version: 2, at },
      { id: 'a', op: 'upsert', sequence: 2, version: 3, at },
      { id: 'b', op: 'delete', sequence: 3, version: 2, at },
    ],
    nextSequence: 3,
    hasMore: false,
  });
});

it.each([
  ['catalog', '/products/a', { name: 'A' }],
  ['pricing', '/prices/a', { currentMinor: 1 }],
  ['inventory', '/stock/a', { quantity: 1 }],
] as const)('lets a follower of %s page from where it is', async (service, path, body) => {
  const url = (await start())[service];
  for (let write = 0; write < 3; write += 1) await put(url + path, body);
  const first = (await get(`${url}/changes?since=0&limit=2`)).body;
  expect(first).toMatchObject({ nextSequence: 2, hasMore: true });
  const second = (await get(`${url}/changes?since=2&limit=2`)).body;
  expect(second).toMatchObject({ changes: [{ sequence: 3 }], nextSequence: 3, hasMore: false });
  expect((await get(`${url}/changes?since=3`)).body).toEqual({ changes: [], nextSequence: 3, hasMore: false });
});

it('answers 410 for changes it no longer keeps, with the sequence to go on from', async () => {
  const { inventory } = await start(2);
  for (let write = 0; write < 3; write += 1) await put(`${inventory}/stock/a`, { quantity: write });
  expect(await get(`${inventory}/changes?since=0`)).toMatchObject({ status: 410, body: { newestSequence: 3 } });
  expect((await get(`${inventory}/changes?since=1`)).body.changes).toHaveLength(2);
});

it('answers 410 for a sequence that only a former life can have given out', async () => {
  const { pricing } = await start();
  expect((await get(`${pricing}/changes?since=1`)).status).toBe(410);
});

it.each(['since=-1', 'since=x', 'limit=0', 'limit=1001'])('answers 400 for %s', async (query) => {
  const { pricing } = await start();
  expect((await get(`${pricing}/changes?${query}`)).status).toBe(400);
});
