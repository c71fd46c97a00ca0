import { describe, expect, it } from '@jest/globals';
import { missing, type KnownSection, type MissingReason } from '@product-bffs/composition';
import type { Price, Product, Stock } from '@product-bffs/downstream';
import type { ListedSections, RecordSections } from './compose.ts';
import { presentRecord, presentRecordList } from './present-record.ts';
import { versions } from '../versions/registry.ts';

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
  version: 3,
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
  version: 12,
  updatedAt: '2026-01-05T09:00:00Z',
};
const stock: Stock = { id: 'lamp', status: 'in_stock', quantity: 1, version: 40, updatedAt: '2026-01-05T09:00:00Z' };

const fresh: RecordSections = { product: known(product), price: known(price), availability: known(stock) };

describe('sync', () => {
  it('carries the versions of catalog, price and stock, in this order, and nothing stale when all is fresh', () => {
    expect(presentRecord(fresh, 'GBP').sync).toStrictEqual({
      version: '3.12.40',
      updatedAt: '2026-01-05T09:00:00.000Z',
      stale: [],
    });
  });

  it.each<[string, string, string, string]>([
    ['the product', '2026-01-05T09:00:00.5Z', '2026-01-05T09:00:00.25Z', '2026-01-05T09:00:00Z'],
    ['the price', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00.5Z', '2026-01-05T09:00:00.250Z'],
    ['the stock', '2025-12-31T23:59:59.999999Z', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00.500Z'],
  ])('was updated when %s was, if that is the latest, however many digits its second has', (_which, ...times) => {
    const [ofProduct, ofPrice, ofStock] = times;
    const { sync } = presentRecord(
      {
        product: known({ ...product, updatedAt: ofProduct }),
        price: known({ ...price, updatedAt: ofPrice }),
        availability: known({ ...stock, updatedAt: ofStock }),
      },
      'GBP',
    );
    expect(sync.updatedAt).toBe('2026-01-05T09:00:00.500Z');
  });

  it('says which sections are stale, and since when they are known', () => {
    const { sync } = presentRecord(
      { ...fresh, price: known(price, 'stale', at(7)), availability: known(null, 'stale', at(3)) },
      'GBP',
    );
    expect(sync).toStrictEqual({
      version: '3.12.0',
      updatedAt: '2026-01-05T09:00:00.000Z',
      stale: [
        { section: 'price', asOf: '2026-10-01T12:00:07.000Z' },
        { section: 'availability', asOf: '2026-10-01T12:00:03.000Z' },
      ],
    });
  });
});

describe('a list', () => {
  const settings = { version: versions[0]!, currency: 'GBP', problemBaseUrl: 'https://problems.example/' } as const;
  const listed = (changes: Partial<ListedSections>) =>
    presentRecordList(new Map([['lamp', { ...fresh, ...changes }]]), settings);

  it.each<[MissingReason, number, string]>([
    ['unavailable', 503, 'service-unavailable'],
    ['timeout', 504, 'deadline-exceeded'],
    ['invalid', 502, 'invalid-downstream-answer'],
  ])('has a problem instead of a record where a section is missing: %s', (reason, status, code) => {
    for (const section of ['product', 'price', 'availability']) {
      expect(listed({ [section]: missing(reason) })).toEqual({
        items: [],
        problems: [{ id: 'lamp', status, type: `https://problems.example/${code}` }],
      });
    }
  });

  it.each(['product', 'price'])('has no record where there is no %s', (section) => {
    expect(listed({ [section]: known(null) }).problems).toMatchObject([{ id: 'lamp', status: 404 }]);
  });

  it('has a record where inventory does not know the product', () => {
    expect(listed({ availability: known(null) })).toMatchObject({
      items: [{ availability: { status: 'unknown', quantity: null } }],
      problems: [],
    });
  });
});
