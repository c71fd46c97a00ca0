import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry, reviews } from './small-catalogue.ts';
import { get } from './speak.ts';

let downstreams: Downstreams<'reviews'>;
let url: string;

beforeAll(async () => {
  const known = { rating: 5, body: 'b', author: 'Jo', authorEmail: 'jo@known.example', verified: true };
  downstreams = await startDownstreams({
    services: ['reviews'],
    catalogue: [
      entry('much', { reviews: reviews(25) }),
      entry('none'),
      entry('known', { reviews: [{ ...known, createdAt: '2026-01-01T00:00:00.000Z' }] }),
    ],
  });
  url = downstreams.urls.reviews;
});

afterAll(() => downstreams.stop());

const titles = (from: number, count: number) => Array.from({ length: count }, (_, index) => `Title ${from - index}`);

it('answers the newest reviews first, ten unless asked otherwise', async () => {
  const { items } = (await get(`${url}/products/much/reviews`)).body;
  expect(items.map(({ title }) => title)).toEqual(titles(24, 10));
  expect(items[0]).toEqual({
    id: expect.stringMatching(/^r-[0-9a-f]{12}$/),
    rating: 5,
    title: 'Title 24',
    body: 'Body 24',
    author: { displayName: 'Ana P.', email: expect.stringMatching(/^ana\.p\.[0-9a-f]{12}@mail\.example$/) },
    verified: true,
    createdAt: '2026-01-25T00:00:00.000Z',
  });
});

it('summarises all reviews of a product, not those of the page', async () => {
  const { summary } = (await get(`${url}/products/much/reviews?limit=1`)).body;
  expect(summary).toEqual({ average: 3, count: 25, histogram: { 1: 5, 2: 5, 3: 5, 4: 5, 5: 5 } });
});

it('pages to the last review without losing or repeating one', async () => {
  const seen: string[] = [];
  let query = 'limit=7';
  for (;;) {
    const { items, nextCursor } = (await get(`${url}/products/much/reviews?${query}`)).body;
    seen.push(...items.map(({ title }) => title));
    if (nextCursor === null) break;
    query = `limit=7&cursor=${nextCursor}`;
  }
  expect(seen).toEqual(titles(24, 25));
});

it('gives every review an address of its own, and keeps one that is known', async () => {
  const { items } = (await get(`${url}/reviews?ids=much,known&limit=100`)).body;
  const emails = items.flatMap((page) => page.items.map(({ author }) => author.email));
  expect(new Set(emails).size).toBe(26);
  expect(emails).toContain('jo@known.example');
});

it('answers the first page of each product of a batch', async () => {
  const { body } = await get(`${url}/reviews?ids=none,unheard,much&limit=2`);
  expect(body.missing).toEqual(['unheard']);
  expect(body.items).toEqual([
    { ...(await get(`${url}/products/none/reviews`)).body, id: 'none' },
    { ...(await get(`${url}/products/much/reviews?limit=2`)).body, id: 'much' },
  ]);
});

it('answers zeros and no average for a product without reviews', async () => {
  expect((await get(`${url}/products/none/reviews`)).body).toEqual({
    summary: { average: null, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } },
    items: [],
    nextCursor: null,
  });
});

it('answers the summaries of a batch, and which products it has never heard of', async () => {
  expect((await get(`${url}/summaries?ids=known,unheard`)).body).toEqual({
    items: [{ id: 'known', summary: { average: 5, count: 1, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 } } }],
    missing: ['unheard'],
  });
});

it('answers 404 for a product it has never heard of', async () => {
  expect((await get(`${url}/products/unheard/reviews`)).status).toBe(404);
});

it.each(['cursor=nonsense', 'cursor=YWZ0ZXI6bXVjaA', 'limit=0', 'limit=101', 'limit=ten'])(
  'answers 400 for %s that names the parameter',
  async (query) => {
    const { status, body } = await get(`${url}/products/much/reviews?${query}`);
    expect(status).toBe(400);
    expect(body.detail).toContain(query.split('=', 1)[0]);
  },
);
