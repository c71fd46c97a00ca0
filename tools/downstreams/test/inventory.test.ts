import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get, put } from './speak.ts';

let downstreams: Downstreams<'inventory'>;
let url: string;

beforeEach(async () => {
  downstreams = await startDownstreams({
    services: ['inventory'],
    catalogue: [entry('lamp'), entry('gone', { stock: { status: 'out_of_stock', quantity: 0, restockInDays: 10 } })],
    now: () => new Date('2026-03-01T12:00:00.000Z'),
  });
  url = downstreams.urls.inventory;
});

afterEach(() => downstreams.stop());

it('answers stock with the warehouses that hold it', async () => {
  expect((await get(`${url}/stock/lamp`)).body).toEqual({
    id: 'lamp',
    status: 'in_stock',
    quantity: 12,
    warehouses: [
      { code: expect.stringMatching(/^WH-N-[0-9a-f]{12}$/), quantity: 8 },
      { code: expect.stringMatching(/^WH-S-[0-9a-f]{12}$/), quantity: 4 },
    ],
    version: 1,
    updatedAt: '2026-01-05T09:00:00.000Z',
  });
});

it('counts the days until new stock from the start of the service', async () => {
  expect((await get(`${url}/stock/gone`)).body.restockAt).toBe('2026-03-11T00:00:00.000Z');
});

it('gives every product warehouses of its own', async () => {
  const { items } = (await get(`${url}/stock?ids=lamp,gone`)).body;
  expect(new Set(items.flatMap(({ warehouses }) => warehouses.map(({ code }) => code))).size).toBe(4);
});

it('keeps what a write does not name, and shares the new quantity out', async () => {
  await put(`${url}/stock/lamp`, { quantity: 2 });
  const { body } = await put(`${url}/stock/lamp`, { status: 'low_stock' });
  expect(body).toMatchObject({ status: 'low_stock', quantity: 2, version: 3, updatedAt: '2026-03-01T12:00:00.000Z' });
  expect(body.warehouses.map(({ quantity }) => quantity)).toEqual([2, 0]);
  expect((await get(`${url}/stock/lamp`)).body).toEqual(body);
});

it('removes a restock date that is written as null', async () => {
  expect((await put(`${url}/stock/gone`, { restockAt: null })).body).not.toHaveProperty('restockAt');
});

it.each([
  [{ status: 'plenty' }, 'status'],
  [{ quantity: '3' }, 'quantity'],
  [{ amount: 3 }, 'amount'],
  ['not json', 'JSON'],
])('answers 400 for the write %j that names %s', async (body, name) => {
  const answer = await put(`${url}/stock/lamp`, body);
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toContain(name);
});

it('answers 400 that names everything a new stock lacks', async () => {
  expect((await put(`${url}/stock/new`, {})).body.errors.map(({ name }) => name)).toEqual(['status', 'quantity']);
});

it('takes the stock of a product it has never heard of', async () => {
  expect((await put(`${url}/stock/new`, { status: 'preorder', quantity: 0 })).status).toBe(200);
  expect((await get(`${url}/stock/new`)).body).toMatchObject({ status: 'preorder', version: 1 });
});
