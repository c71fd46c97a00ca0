import { beforeAll, describe, expect, it } from '@jest/globals';
import { currencies, locales } from '@product-bffs/http-service';
import { unhurried, useMobile } from './mobile.ts';

const mobile = useMobile(undefined, unhurried);

let ids: string[] = [];

beforeAll(async () => {
  const response = await fetch(`${mobile.services.urls.catalog}/products?limit=100`);
  const { items, nextCursor } = (await response.json()) as { items: { id: string }[]; nextCursor: null };
  expect(nextCursor).toBeNull();
  ids = items.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
});

/** Every product of the shop, its images at their largest. An item of a list has the bytes of its own answer. */
const everyProduct = (locale: string, currency: string) =>
  mobile.list(`/products?ids=${ids.join(',')}&locale=${locale}&currency=${currency}&width=2000&dpr=4`);

describe.each(locales)('every product of the shop in %s', (locale) => {
  it.each(currencies)('fits into 1,000 bytes, priced in %s', async (currency) => {
    const { items, missing, degraded } = await everyProduct(locale, currency);
    expect({ count: items.length, missing, degraded }).toEqual({ count: ids.length, missing: [], degraded: [] });
    const sizes = items.map((item) => ({ id: item.id, bytes: Buffer.byteLength(JSON.stringify(item)) }));
    expect(sizes.filter(({ bytes }) => bytes >= 1000)).toEqual([]);
  });

  it('has a summary of at most 200 characters, in one line', async () => {
    const { items } = await everyProduct(locale, 'GBP');
    expect(items.filter(({ summary }) => summary.length > 200 || /[\r\n]/.test(summary))).toEqual([]);
  });
});

it('weighs a product as its own answer does', async () => {
  const { items } = await everyProduct('ja-JP', 'JPY');
  const largest = items.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  const alone = await mobile.get(`/products/${largest?.id}?locale=ja-JP&currency=JPY&width=2000&dpr=4`);
  expect(alone.bytes.toString('utf8')).toBe(JSON.stringify(largest));
});
