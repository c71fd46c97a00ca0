import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get, put } from './speak.ts';

let downstreams: Downstreams<'pricing'>;
let url: string;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00.000Z');
  downstreams = await startDownstreams({
    services: ['pricing'],
    catalogue: [
      entry('lamp'),
      entry('sale', { price: { listMinor: 5000, currentMinor: 4000, taxIncluded: true, saleEndsInDays: 2 } }),
    ],
    now: () => now,
  });
  url = downstreams.urls.pricing;
});

afterEach(() => downstreams.stop());

it('answers the public price in pounds unless asked otherwise', async () => {
  expect((await get(`${url}/prices/lamp`)).body).toEqual({
    id: 'lamp',
    priceList: 'public',
    currency: 'GBP',
    listMinor: 8999,
    currentMinor: 7450,
    taxIncluded: true,
    tiers: [{ minQuantity: 10, amountMinor: 6999 }],
    version: 1,
    updatedAt: '2026-01-05T09:00:00.000Z',
  });
});

it.each([
  // 8999 × 1.17 = 10528.83, × 1.27 = 11428.73, × 1.9 = 17098.1; trade takes 15 % off pounds first: 7649.15
  ['EUR', 'public', 10529, 8717, 8189],
  ['USD', 'public', 11429, 9462, 8889],
  ['JPY', 'public', 17098, 14155, 13298],
  ['GBP', 'trade', 7649, 6333, 5949],
  ['EUR', 'trade', 8949, 7410, 6960],
])('answers %s in the %s list: %i, %i and a tier of %i', async (currency, priceList, list, current, tier) => {
  const { body } = await get(`${url}/prices/lamp?currency=${currency}&priceList=${priceList}`);
  expect(body).toMatchObject({ currency, priceList, listMinor: list, currentMinor: current });
  expect(body.tiers).toEqual([{ minQuantity: 10, amountMinor: tier }]);
});

it.each(['currency=CHF', 'priceList=gold', 'priceList=constructor'])('answers 404 for %s', async (query) => {
  expect((await get(`${url}/prices/lamp?${query}`)).status).toBe(404);
  expect((await get(`${url}/prices?ids=lamp&${query}`)).body).toEqual({ items: [], missing: ['lamp'] });
});

it.each(['currency=gbp', 'currency=', 'priceList=Not%20One'])('answers 400 for %s', async (query) => {
  expect((await get(`${url}/prices/lamp?${query}`)).status).toBe(400);
});

it('asks the list price again from the moment the sale is over', async () => {
  const during = (await get(`${url}/prices/sale?currency=EUR`)).body;
  expect(during).toMatchObject({ currentMinor: 4680, validUntil: '2026-03-03T00:00:00.000Z' });
  now = new Date('2026-03-03T00:00:00.000Z');
  const after = (await get(`${url}/prices/sale?currency=EUR`)).body;
  expect(after).toMatchObject({ listMinor: 5850, currentMinor: 5850 });
  expect(after).not.toHaveProperty('validUntil');
});

it('lets other currencies and the trade list follow a written price', async () => {
  const { body } = await put(`${url}/prices/lamp`, { currentMinor: 1000 });
  expect(body).toMatchObject({ currency: 'GBP', priceList: 'public', listMinor: 8999, currentMinor: 1000, version: 2 });
  expect((await get(`${url}/prices/lamp?currency=EUR`)).body).toMatchObject({ currentMinor: 1170, version: 2 });
  expect((await get(`${url}/prices/lamp?priceList=trade`)).body.currentMinor).toBe(850);
});

it('keeps a price written for one list and currency to that list and currency', async () => {
  await put(`${url}/prices/lamp`, { currency: 'EUR', currentMinor: 999 });
  expect((await get(`${url}/prices/lamp?currency=EUR`)).body).toMatchObject({ listMinor: 10529, currentMinor: 999 });
  expect((await get(`${url}/prices/lamp`)).body.currentMinor).toBe(7450);
});

it('has a price in any list and currency that one was written for', async () => {
  await put(`${url}/prices/lamp`, { currency: 'CHF', priceList: 'gold', currentMinor: 100 });
  expect((await get(`${url}/prices/lamp?currency=CHF&priceList=gold`)).body.currentMinor).toBe(100);
  expect((await get(`${url}/prices/lamp?currency=EUR&priceList=gold`)).status).toBe(404);
});

it.each([{ currentMinor: 500 }, { listMinor: 500 }])('takes %j alone as both prices of a new product', async (body) => {
  const price = { listMinor: 500, currentMinor: 500, tiers: [], taxIncluded: true, version: 1 };
  expect((await put(`${url}/prices/new`, body)).body).toMatchObject(price);
});

it('removes an end of validity that is written as null', async () => {
  const { body } = await put(`${url}/prices/sale`, { validUntil: null });
  expect(body).not.toHaveProperty('validUntil');
  expect(body.currentMinor).toBe(4000);
});

it('takes a price back as it was read', async () => {
  const before = (await get(`${url}/prices/sale`)).body;
  expect((await put(`${url}/prices/sale`, before)).body).toEqual({
    ...before,
    version: 2,
    updatedAt: now.toISOString(),
  });
});

it.each([
  [{ currentMinor: 1.5 }, 'currentMinor'],
  [{ currentMinor: -1 }, 'currentMinor'],
  [{ price: 1 }, 'price'],
  [{ currency: 'pounds' }, 'currency'],
  [{ validUntil: 'tomorrow' }, 'validUntil'],
  [{ tiers: [{ minQuantity: 0, amountMinor: 1 }] }, 'tiers.0.minQuantity'],
])('answers 400 for the write %j that names %s', async (body, name) => {
  const answer = await put(`${url}/prices/lamp`, body);
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toContain(name);
});

it('answers 400 for a new price without an amount', async () => {
  expect((await put(`${url}/prices/new`, { taxIncluded: false })).body.detail).toContain('listMinor or currentMinor');
});
