import { expect, it } from '@jest/globals';
import { isPurchasable } from './purchasable.ts';

const price = { currency: 'GBP', currentMinor: 0 };

const cases = (['active', 'discontinued', 'unknown'] as const).flatMap((status) =>
  [price, null].flatMap((priced) =>
    (['in_stock', 'low_stock', 'preorder', 'out_of_stock', 'unknown'] as const).map((stock) => ({
      status,
      priced,
      stock,
    })),
  ),
);

it('can be bought in three of all thirty cases', () => {
  expect(cases).toHaveLength(30);
  expect(cases.filter(({ status, priced, stock }) => isPurchasable(status, priced, stock))).toEqual([
    { status: 'active', priced: price, stock: 'in_stock' },
    { status: 'active', priced: price, stock: 'low_stock' },
    { status: 'active', priced: price, stock: 'preorder' },
  ]);
});

it('can be bought for nothing: a price of 0 is a price', () => {
  expect(isPurchasable('active', { currentMinor: 0 }, 'in_stock')).toBe(true);
});
