import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MobileProduct } from '../product-detail/contract.ts';
import { parseAppVersion, platforms, type AppVersion } from './app-version.ts';
import { contractLevelOf, contractLevels, presentFor } from './contract-levels.ts';

const parsed = (text: string) => parseAppVersion(text) as AppVersion;
const newest = contractLevels.length;

const product: MobileProduct = {
  id: 'lamp',
  name: 'The lamp',
  status: 'active',
  brand: null,
  summary: '',
  images: [],
  price: { currency: 'GBP', currentMinor: 7450, display: '£74.50' },
  rating: { average: 4, count: 3 },
  availability: { status: 'preorder', restockAt: '2026-10-08T00:00:00Z' },
  purchasable: true,
  degraded: [],
};

describe('the level of a version', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 99_999 }));
  const build = fc.option(fc.stringMatching(/^[0-9A-Za-z.-]{1,32}$/), { nil: undefined });
  const version = fc
    .tuple(number, number, fc.option(number, { nil: undefined }), build)
    .map(
      ([major, minor, patch, of]) => `${major}.${minor}${patch === undefined ? '' : `.${patch}`}${of ? `+${of}` : ''}`,
    )
    .map(parsed);

  it.each(platforms)('is never lower for a later one on %s, and is one there is', (platform) => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [earlier, later] = one.order <= other.order ? [one, other] : [other, one];
        const levels = [contractLevelOf(platform, earlier), contractLevelOf(platform, later)] as const;
        expect(levels[0]).toBeLessThanOrEqual(levels[1]);
        expect(levels.every((level) => level >= 1 && level <= newest)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(platforms)('begins on %s with the version that the level names, and not just before', (platform) => {
    for (const [n, { since }] of contractLevels.entries()) {
      const first = parsed(since[platform]);
      expect(contractLevelOf(platform, first)).toBe(n + 1);
      expect(contractLevelOf(platform, { ...first, order: first.order - 1 })).toBe(Math.max(1, n));
    }
  });

  it('differs by platform, as the platforms were released', () => {
    expect([contractLevelOf('ios', parsed('1.2')), contractLevelOf('android', parsed('1.2'))]).toEqual([2, 1]);
  });
});

it.each(platforms)('lists levels of %s in the order in which they came', (platform) => {
  const orders = contractLevels.map(({ since }) => parsed(since[platform]).order);
  expect(orders).toEqual([...new Set(orders)].toSorted((one, other) => one - other));
});

describe('a product', () => {
  it('is sent to the newest apps as it is', () => {
    expect(presentFor(newest, product)).toBe(product);
  });

  it('has the formatted price for apps that read it', () => {
    expect(presentFor(2, product)).toEqual({ ...product, price: { ...product.price, formatted: '£74.50' } });
    expect(presentFor(2, { ...product, price: null })).toEqual({ ...product, price: null });
  });

  it('is of unknown availability, and not sold, where the app has never heard of pre-orders', () => {
    expect(presentFor(1, product)).toEqual({
      ...product,
      price: { ...product.price, formatted: '£74.50' },
      availability: { status: 'unknown', restockAt: '2026-10-08T00:00:00Z' },
      purchasable: false,
    });
  });

  it.each(['in_stock', 'low_stock', 'out_of_stock', 'unknown'] as const)('that is %s is so for every app', (status) => {
    const known = { ...product, availability: { status } };
    for (const level of contractLevels.keys()) {
      expect(presentFor(level + 1, known)).toMatchObject({ availability: { status }, purchasable: true });
    }
  });

  it('is left as it was, whatever is made of it', () => {
    const before = structuredClone(product);
    presentFor(1, product);
    expect(product).toEqual(before);
  });
});
