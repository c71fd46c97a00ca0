import { createHash } from 'node:crypto';
import type { Partner } from '@product-bffs/auth';
import type { ProductOverview } from '@product-bffs/downstream';

/** What a partner sees of the catalogue, and at which prices. */
export interface CataloguePart {
  priceList: string;
  /** Names exactly this list and this part, in keys. */
  revision: string;
  isWhole: boolean;
  /** How the catalog is told of it, ids separated by commas; nothing where it is the whole. */
  filter: { brands?: string; products?: string };
  has(product: ProductOverview): boolean;
}

const parts = new WeakMap<Partner, CataloguePart>();

/** Made once for each version of a partner's entry. */
export function cataloguePartOf(partner: Partner): CataloguePart {
  let part = parts.get(partner);
  if (part === undefined) parts.set(partner, (part = makePart(partner)));
  return part;
}

function makePart({ priceList, catalogue }: Partner): CataloguePart {
  const revision = createHash('sha256')
    .update(JSON.stringify([priceList, catalogue]))
    .digest('base64url');
  if (catalogue === 'all') return { priceList, revision, isWhole: true, filter: {}, has: () => true };
  const brands = new Set(catalogue.brands);
  const products = new Set(catalogue.products);
  const has = ({ id, brand }: ProductOverview) => products.has(id) || (brand != null && brands.has(brand.id));
  const filter = { brands: [...brands].join(','), products: [...products].join(',') };
  return { priceList, revision, isWhole: false, filter, has };
}
