import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get } from './speak.ts';

const lamp = entry('oak-lamp', {
  gtin: '4006381333931',
  brand: { id: 'norlys', name: 'Norlys' },
  texts: { name: 'Oak lamp', summary: 'Gives light.', description: ['Oak.'] },
  translations: { 'de-DE': { name: 'Eichenlampe' } },
});

let downstreams: Downstreams<'catalog'>;
let url: string;

beforeEach(async () => {
  downstreams = await startDownstreams({
    services: ['catalog'],
    catalogue: [lamp, entry('b-lamp'), entry('a-lamp')],
  });
  url = downstreams.urls.catalog;
});

afterEach(() => downstreams.stop());

it('answers a product with all its fields, internal ones included', async () => {
  const { status, type, body } = await get(`${url}/products/oak-lamp`);
  expect([status, type]).toEqual([200, 'application/json']);
  expect(body).toEqual({
    id: 'oak-lamp',
    sku: 'OAK-LAMP',
    gtin: '4006381333931',
    slug: 'oak-lamp',
    name: 'Oak lamp',
    brand: { id: 'norlys', name: 'Norlys' },
    categories: lamp.categories,
    summary: 'Gives light.',
    description: ['Oak.'],
    attributes: lamp.attributes,
    images: [
      { id: 'oak-lamp-1', alt: 'From the front', width: 1920, height: 1440, template: '/media/oak-lamp-1{?w}' },
      { id: 'oak-lamp-2', alt: 'From the side', width: 1920, height: 1440, template: '/media/oak-lamp-2{?w}' },
    ],
    variants: lamp.variants,
    status: 'active',
    version: 1,
    createdAt: '2026-01-05T09:00:00.000Z',
    updatedAt: '2026-01-05T09:00:00.000Z',
    costPrice: { currency: 'IDR', amountMinor: expect.any(Number) },
    supplierCode: expect.stringMatching(/^SUP-[0-9a-f]{12}$/),
  });
});

it('gives every product a cost price and a supplier code of its own', async () => {
  const { items } = (await get(`${url}/products`)).body;
  expect(new Set(items.map(({ costPrice }) => costPrice.amountMinor)).size).toBe(3);
  expect(new Set(items.map(({ supplierCode }) => supplierCode)).size).toBe(3);
});

it.each([
  ['de-DE', 'Eichenlampe'],
  ['fr-FR', 'Oak lamp'],
  ['en-GB', 'Oak lamp'],
  ['tlh-KL', 'Oak lamp'],
])('answers the texts of %s with the name %s', async (locale, name) => {
  const { body } = await get(`${url}/products/oak-lamp?locale=${locale}`);
  expect(body).toMatchObject({ name, summary: 'Gives light.' });
  expect(body).not.toHaveProperty('translations');
  expect((await get(`${url}/products?ids=oak-lamp&locale=${locale}`)).body.items).toEqual([body]);
});

it('pages through all products by id, to a null cursor', async () => {
  const first = (await get(`${url}/products?limit=2`)).body;
  expect(first.items.map(({ id }) => id)).toEqual(['a-lamp', 'b-lamp']);
  const second = (await get(`${url}/products?limit=2&cursor=${first.nextCursor}`)).body;
  expect(second.items.map(({ id }) => id)).toEqual(['oak-lamp']);
  expect(second.nextCursor).toBeNull();
});

it('ends without a cursor where the last page is exactly full', async () => {
  expect((await get(`${url}/products?limit=3`)).body.nextCursor).toBeNull();
});

it.each(['nonsense', 'YWZ0ZXI6', 'YWZ0ZXI6Yg==', '%00'])('answers 400 for the cursor %s', async (cursor) => {
  const { status, body } = await get(`${url}/products?cursor=${cursor}`);
  expect(status).toBe(400);
  expect(body.detail).toContain('cursor');
});

it('answers an image as PNG of exactly the width asked for, to be kept for ever', async () => {
  const response = await fetch(`${url}/media/oak-lamp-1?w=320`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([320, 240]);
});

it('answers 400 that names an image width that is not listed', async () => {
  const { status, body } = await get(`${url}/media/oak-lamp-1?w=321`);
  expect(status).toBe(400);
  expect(body.detail).toContain('"321"');
});
