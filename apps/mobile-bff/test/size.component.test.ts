import { beforeAll, describe, expect, it } from '@jest/globals';
import { currencies, locales } from '@product-bffs/http-service';
import { bodyOf, useMobile } from './mobile.ts';

const mobile = useMobile();

let ids: string[] = [];

beforeAll(async () => {
  const response = await fetch(`${mobile.services.urls.catalog}/products?limit=100`);
  const { items, nextCursor } = (await response.json()) as { items: { id: string }[]; nextCursor: null };
  expect(nextCursor).toBeNull();
  ids = items.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
});

describe.each(locales)('every product of the shop in %s', (locale) => {
  it.each(currencies)('fits into 1,000 bytes, its images at their largest and its price in %s', async (currency) => {
    const query = `locale=${locale}&currency=${currency}&width=2000&dpr=4`;
    const tooLarge: string[] = [];
    for (const id of ids) {
      const answer = await mobile.get(`/products/${id}?${query}`);
      expect(bodyOf(answer)).toMatchObject({ id, degraded: [] });
      if (answer.bytes.length >= 1000) tooLarge.push(`${id}: ${answer.bytes.length} bytes`);
    }
    expect(tooLarge).toEqual([]);
  });

  it('has a summary of at most 200 characters, in one line', async () => {
    const { items } = await mobile.list(`/products?ids=${ids.join(',')}&locale=${locale}`);
    expect(items).toHaveLength(ids.length);
    for (const { id, summary } of items) {
      expect([id, summary.length <= 200, /[\r\n]/.test(summary)]).toEqual([id, true, false]);
    }
  });
});
