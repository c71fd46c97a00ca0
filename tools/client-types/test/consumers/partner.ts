/* eslint-disable @nx/enforce-module-boundaries -- it imports them as partners do: by the package's name */
import type { components as Older, paths as OlderPaths } from '@product-bffs/client-types/partner/2026-04';
import type { components as Newer, paths as NewerPaths } from '@product-bffs/client-types/partner/2026-10';
import type { components as Newest } from '@product-bffs/client-types/partner/2027-01';
import type { paths as VersionPaths } from '@product-bffs/client-types/partner/versions';

// A partner in the middle of moving on: one program that knows all versions, each with its own shape.

type OlderProduct = Older['schemas']['Product'];
type NewerProduct = Newer['schemas']['Product'];
type NewestProduct = Newest['schemas']['Product'];

export function minorUnits(older: OlderProduct, newer: NewerProduct): [number, number] {
  return [older.price.amount, newer.price.currentMinor];
}

export function skus(newer: NewerProduct, newest: NewestProduct): string[] {
  return [newer.sku, newest.identifiers.sku];
}

export const paths: [keyof OlderPaths, keyof NewerPaths, keyof VersionPaths] = [
  '/2026-04/products/{productId}',
  '/2026-10/products/{productId}',
  '/versions',
];

// @ts-expect-error -- only the newer versions call it so
export const priceField: keyof OlderProduct['price'] = 'currentMinor';

// @ts-expect-error -- it has moved into the identifiers
export const productField: keyof NewestProduct = 'sku';

// @ts-expect-error -- a version has its own paths alone
export const otherPath: keyof OlderPaths = '/2026-10/products/{productId}';
