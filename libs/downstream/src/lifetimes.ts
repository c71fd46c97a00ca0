import type { Lifetime } from '@product-bffs/composition';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long each kind of knowledge lasts. Prices and stock are never sent past their soft lifetime while they can be fetched. */
export const lifetimes = {
  catalog: { softMs: 5 * minute, hardMs: 24 * hour, staleWhileRevalidate: true },
  reviews: { softMs: 15 * minute, hardMs: 24 * hour, staleWhileRevalidate: true },
  related: { softMs: 10 * minute, hardMs: 6 * hour, staleWhileRevalidate: true },
  price: { softMs: 30 * second, hardMs: 5 * minute, staleWhileRevalidate: false },
  stock: { softMs: 5 * second, hardMs: 60 * second, staleWhileRevalidate: false },
} as const satisfies Record<string, Lifetime>;

/** "There is no such thing" is remembered this long. */
export const notFoundLifetime: Lifetime = { softMs: 30 * second, hardMs: 30 * second, staleWhileRevalidate: false };
