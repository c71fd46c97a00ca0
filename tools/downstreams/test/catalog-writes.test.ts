import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { del, get, put } from './speak.ts';

let downstreams: Downstreams<'catalog'>;
let url: string;

beforeEach(async () => {
  downstreams = await startDownstreams({
    services: ['catalog'],
    catalogue: [
      entry('oak-lamp', {
        gtin: '4006381333931',
        brand: { id: 'norlys', name: 'Norlys' },
        texts: { name: 'Oak lamp', summary: 'Gives light.', description: ['Oak.'] },
        translations: { 'de-DE': { name: 'Eichenlampe' } },
      }),
      entry('other'),
    ],
    now: () => new Date('2026-03-01T12:00:00.000Z'),
  });
  url = downstreams.urls.catalog;
});

afterEach(() => downstreams.stop());

const germanName = async () => (await get(`${url}/products/oak-lamp?locale=de-DE`)).body.name;

it('keeps what a write does not name, and counts the version up', async () => {
  const { status, body } = await put(`${url}/products/oak-lamp`, { name: 'Oak lamp II', status: 'discontinued' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: 'Oak lamp II', status: 'discontinued', summary: 'Gives light.', version: 2 });
  expect(body.updatedAt).toBe('2026-03-01T12:00:00.000Z');
  expect((await get(`${url}/products/oak-lamp`)).body).toEqual(body);
});

it('drops the translations of a text that was written anew, and no others', async () => {
  await put(`${url}/products/oak-lamp`, { summary: 'Gives more light.' });
  expect(await germanName()).toBe('Eichenlampe');
  await put(`${url}/products/oak-lamp`, { name: 'Oak lamp II' });
  expect(await germanName()).toBe('Oak lamp II');
});

it('takes a product back as it was read, and changes nothing but the version', async () => {
  const before = (await get(`${url}/products/oak-lamp`)).body;
  const { body } = await put(`${url}/products/oak-lamp`, before);
  expect(body).toEqual({ ...before, version: 2, updatedAt: '2026-03-01T12:00:00.000Z' });
  expect(await germanName()).toBe('Eichenlampe');
});

it('makes a new product of a name alone', async () => {
  const { body } = await put(`${url}/products/new-lamp`, { name: 'New lamp' });
  expect(body).toMatchObject({ sku: 'NEW-LAMP', slug: 'new-lamp', name: 'New lamp', status: 'active', version: 1 });
  expect(body).toMatchObject({ categories: [], images: [], createdAt: '2026-03-01T12:00:00.000Z' });
});

it('takes away brand and GTIN where they are written as null', async () => {
  const { body } = await put(`${url}/products/oak-lamp`, { brand: null, gtin: null });
  expect(body).not.toHaveProperty('brand');
  expect(body).not.toHaveProperty('gtin');
});

it('numbers written images, and takes internal fields that are written', async () => {
  const costPrice = { currency: 'GBP', amountMinor: 31_415 };
  const write = { images: [{ alt: 'New' }], costPrice, supplierCode: 'SUP-mine' };
  const { body } = await put(`${url}/products/oak-lamp`, write);
  const template = '/media/oak-lamp-1{?w}';
  expect(body.images).toEqual([{ id: 'oak-lamp-1', alt: 'New', width: 1920, height: 1440, template }]);
  expect(body).toMatchObject({ costPrice, supplierCode: 'SUP-mine' });
});

it.each([
  [{ nome: 'x' }, 'nome'],
  [{ name: 7 }, 'name'],
  [{ status: 'gone' }, 'status'],
  [{ name: 'x', images: [{ alt: 1 }] }, 'images.0.alt'],
  [{ id: 'another' }, 'another'],
])('answers 400 for the write %j that names %s', async (body, name) => {
  const answer = await put(`${url}/products/oak-lamp`, body);
  expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
  expect(answer.body.detail).toContain(name);
  expect((await get(`${url}/products/oak-lamp`)).body.version).toBe(1);
});

it('answers 400 for a new product without a name', async () => {
  const { status, body } = await put(`${url}/products/new-lamp`, { summary: 'x' });
  expect(status).toBe(400);
  expect(body.errors.map(({ name }) => name)).toEqual(['name']);
});

it('forgets a deleted product', async () => {
  expect((await del(`${url}/products/oak-lamp`)).status).toBe(204);
  expect((await get(`${url}/products/oak-lamp`)).status).toBe(404);
  expect((await get(`${url}/products?ids=oak-lamp`)).body).toEqual({ items: [], missing: ['oak-lamp'] });
  expect((await get(`${url}/products`)).body.items.map(({ id }) => id)).toEqual(['other']);
  expect((await del(`${url}/products/oak-lamp`)).status).toBe(404);
});

it('goes on counting the version of a product that comes again', async () => {
  await del(`${url}/products/oak-lamp`);
  expect((await put(`${url}/products/oak-lamp`, { name: 'Again' })).body.version).toBe(3);
});

it('keeps prices and stock of a product that is deleted from the catalog', async () => {
  const all = await startDownstreams({ catalogue: [entry('lamp')] });
  try {
    await del(`${all.urls.catalog}/products/lamp`);
    expect((await get(`${all.urls.pricing}/prices/lamp`)).status).toBe(200);
    expect((await get(`${all.urls.inventory}/stock/lamp`)).status).toBe(200);
  } finally {
    await all.stop();
  }
});
