import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get } from './speak.ts';

let downstreams: Downstreams<'recommendations'>;
let url: string;

beforeAll(async () => {
  const chairs = [{ id: 'chairs', name: 'Chairs', slug: 'chairs' }];
  downstreams = await startDownstreams({
    services: ['recommendations'],
    catalogue: [
      ...Array.from({ length: 60 }, (_, index) => entry(`lamp-${String(index).padStart(2, '0')}`)),
      entry('chosen', { related: ['lamp-07', 'lamp-03'], categories: chairs }),
      entry('alone', { categories: [] }),
    ],
  });
  url = downstreams.urls.recommendations;
});

afterAll(() => downstreams.stop());

it('answers what the catalogue relates, in its order', async () => {
  const { body } = await get(`${url}/products/chosen/related`);
  expect(body.id).toBe('chosen');
  expect(body.items.map(({ id }) => id)).toEqual(['lamp-07', 'lamp-03']);
});

it('answers the others of the same leaf category by id, eight unless asked otherwise', async () => {
  const { items } = (await get(`${url}/products/lamp-01/related`)).body;
  const others = ['00', '02', '03', '04', '05', '06', '07', '08'];
  expect(items.map(({ id }) => id)).toEqual(others.map((n) => `lamp-${n}`));
});

it('scores every product lower than the one before', async () => {
  const scores = (await get(`${url}/products/lamp-01/related?limit=50`)).body.items.map(({ score }) => score);
  expect(scores).toHaveLength(50);
  expect(new Set(scores).size).toBe(50);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it('answers no products for one that nothing is related to', async () => {
  expect((await get(`${url}/products/alone/related`)).body).toEqual({ id: 'alone', items: [] });
});

it('answers a batch with what it has never heard of beside it', async () => {
  const { body } = await get(`${url}/related?ids=chosen,unheard&limit=1`);
  expect(body).toEqual({ items: [{ id: 'chosen', items: [{ id: 'lamp-07', score: 0.98 }] }], missing: ['unheard'] });
});

it('answers 404 for a product it has never heard of, and 400 for a limit out of range', async () => {
  expect((await get(`${url}/products/unheard/related`)).status).toBe(404);
  expect((await get(`${url}/products/chosen/related?limit=51`)).status).toBe(400);
});
