import type { MobileProduct } from '../product-detail/contract.ts';
import { parseAppVersion, type AppVersion, type Platform } from './app-version.ts';

/** What an app can know of the contract, by when it was built. Caches tell apps apart by nothing else. */
export interface ContractLevel {
  /** The first version, by platform, that was built for it. */
  readonly since: Readonly<Record<Platform, string>>;
  /** What came with it. */
  readonly change: string;
  /** Deprecated fields that apps of this level read, and that are sent to them. */
  readonly deprecated: readonly string[];
  /** A product of this level as apps of the level below know it; of the first level, there is none. */
  readonly older?: (product: MobileProduct) => MobileProduct;
}

/** What apps take for a status that came after them: one they know, and that promises nothing. */
const safeStatus: Partial<Record<MobileProduct['availability']['status'], 'unknown'>> = { preorder: 'unknown' };

/**
 * Every change of the contract that an app can notice, oldest first: the first entry is level 1. Entries are added at the
 * end, and none is ever changed.
 */
export const contractLevels: readonly ContractLevel[] = [
  { since: { ios: '1.0', android: '1.0' }, change: 'The first contract', deprecated: ['price.formatted'] },
  {
    since: { ios: '1.2', android: '1.3' },
    change: 'availability.status may be preorder',
    deprecated: ['price.formatted'],
    // Nor may it be sold: an app that cannot say "pre-order" would sell it as if it were there.
    older(product) {
      const status = safeStatus[product.availability.status];
      if (status === undefined) return product;
      return { ...product, availability: { ...product.availability, status }, purchasable: false };
    },
  },
  {
    since: { ios: '2.0', android: '2.0' },
    change: 'price.display took the place of price.formatted',
    deprecated: [],
    older: (product) =>
      product.price === null ? product : { ...product, price: { ...product.price, formatted: product.price.display } },
  },
];

/** The version that each level begins with, by platform. */
const firstOf = (platform: Platform) =>
  contractLevels.map(({ since }) => parseAppVersion(since[platform])?.order ?? NaN);
const firsts = { ios: firstOf('ios'), android: firstOf('android') };

/** The level of a version, from 1; never lower for a later version. */
export function contractLevelOf(platform: Platform, { order }: AppVersion): number {
  return Math.max(1, firsts[platform].findLastIndex((first) => first <= order) + 1);
}

/** A product by the newest contract, as apps of a level know it. */
export function presentFor(level: number, product: MobileProduct): MobileProduct {
  return contractLevels.slice(level).reduceRight((newer, { older }) => older?.(newer) ?? newer, product);
}
