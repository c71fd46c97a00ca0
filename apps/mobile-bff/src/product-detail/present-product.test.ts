import { describe, expect, it } from '@jest/globals';
import { missing, type KnownSection } from '@product-bffs/composition';
import type { Price, Product, Rating, Stock } from '@product-bffs/downstream';
import { contractLevels } from '../app-versions/contract-levels.ts';
import type { ProductSections } from './compose.ts';
import { presentProduct, presentProductList } from './present-product.ts';

const at = (second: number) => Date.UTC(2026, 9, 1, 12, 0, second);

function known<T>(value: T, state: 'fresh' | 'stale' = 'fresh', asOf = at(0)): KnownSection<T> {
  return { state, value, asOf, softUntil: asOf + 1000, hardUntil: asOf + 60_000, staleWhileRevalidate: false };
}

const product: Product = {
  id: 'lamp',
  sku: 'LAMP',
  slug: 'lamp',
  name: 'The lamp',
  categories: [],
  summary: '',
  description: [],
  attributes: [],
  images: [],
  variants: [],
  status: 'active',
  version: 1,
  updatedAt: '2026-01-05T09:00:00Z',
};
const price: Price = {
  id: 'lamp',
  priceList: 'public',
  currency: 'GBP',
  listMinor: 7450,
  currentMinor: 7450,
  taxIncluded: true,
  tiers: [],
  version: 1,
  updatedAt: '2026-01-05T09:00:00Z',
};
const stock: Stock = { id: 'lamp', status: 'in_stock', quantity: 1, version: 1, updatedAt: '2026-01-05T09:00:00Z' };
const rating: Rating = {
  id: 'lamp',
  summary: { average: 4, count: 3, histogram: { 1: 0, 2: 0, 3: 1, 4: 1, 5: 1 } },
};

const fresh: ProductSections = {
  product: known(product),
  price: known(price),
  availability: known(stock),
  rating: known(rating),
};

const settings = {
  locale: 'en-GB',
  currency: 'GBP',
  imageSize: { width: 320, dpr: 2 },
  mediaBaseUrl: 'https://media.example',
  level: contractLevels.length,
} as const;

describe('a product', () => {
  it('stays below 1,000 bytes by its images, where its id and its name are as long as they come', () => {
    const id = 'a'.repeat(64);
    const long: Product = {
      ...product,
      id,
      name: 'n'.repeat(165),
      brand: { id: 'b'.repeat(31), name: 'B'.repeat(31) },
      summary: 'word '.repeat(60),
      images: [1, 2, 3, 4, 5].map((n) => ({
        id: `${id}-${n}`,
        alt: '',
        width: 1920,
        height: 1440,
        template: `/media/${id}-${n}{?w}`,
      })),
    };
    const presented = presentProduct(long, fresh, settings);
    expect(presented.images.length).toBeGreaterThanOrEqual(1);
    expect(Buffer.byteLength(JSON.stringify(presented))).toBeLessThan(1000);
    expect(presentProduct({ ...long, name: 'n'.repeat(2000) }, fresh, settings).images).toHaveLength(1);
  });

  it('with a stale price shows it, can be bought, and says since when the price is known', () => {
    const presented = presentProduct(product, { ...fresh, price: known(price, 'stale', at(7)) }, settings);
    expect(presented).toMatchObject({ price: { currentMinor: 7450 }, purchasable: true });
    expect(presented.degraded).toEqual([{ section: 'price', state: 'stale', asOf: '2026-10-01T12:00:07.000Z' }]);
  });

  it('lists what is stale and what is missing in the order of the sections', () => {
    const { degraded } = presentProduct(
      product,
      {
        product: known(product, 'stale', at(1)),
        price: known(price),
        availability: missing('timeout'),
        rating: known(rating, 'stale', at(2)),
      },
      settings,
    );
    expect(degraded).toEqual([
      { section: 'product', state: 'stale', asOf: '2026-10-01T12:00:01.000Z' },
      { section: 'availability', state: 'missing', reason: 'timeout' },
      { section: 'rating', state: 'stale', asOf: '2026-10-01T12:00:02.000Z' },
    ]);
  });

  it('of a status that nobody has heard of is unknown, and cannot be bought', () => {
    const presented = presentProduct({ ...product, status: 'unknown' }, fresh, settings);
    expect(presented).toMatchObject({ status: 'unknown', purchasable: false });
  });

  it('shows no list price below the current one', () => {
    const dearer = known({ ...price, listMinor: 7000 });
    expect(presentProduct(product, { ...fresh, price: dearer }, settings).price).not.toHaveProperty('listDisplay');
  });
});

describe('a list', () => {
  const listed = (changes: [string, Partial<ProductSections>][]) =>
    presentProductList(new Map(changes.map(([id, change]) => [id, { ...fresh, ...change }])), settings);

  it('is as old as the oldest of what is stale in it', () => {
    const { degraded } = listed([
      ['a', { price: known(price, 'stale', at(9)) }],
      ['b', {}],
      ['c', { price: known(price, 'stale', at(3)) }],
    ]);
    expect(degraded).toEqual([{ section: 'price', state: 'stale', asOf: '2026-10-01T12:00:03.000Z' }]);
  });

  it('misses a section that any of its items misses, stale though others are', () => {
    const { degraded } = listed([
      ['a', { rating: known(rating, 'stale') }],
      ['b', { rating: missing('unavailable') }],
    ]);
    expect(degraded).toEqual([{ section: 'rating', state: 'missing', reason: 'unavailable' }]);
  });

  it('puts an id among the missing only where it is known that there is no such product', () => {
    const { items, missing: absent } = listed([
      ['none', { product: known(null) }],
      ['nonsense', { product: missing('invalid') }],
    ]);
    expect({ items, absent }).toEqual({ items: [], absent: ['none'] });
  });
});
