import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { overviewSchema, productSchema, type Product, type ProductOverview } from './wire.ts';

export interface CatalogQuery {
  /** BCP 47 */
  locale: string;
}

export interface CatalogClient {
  getProduct(id: string, query: CatalogQuery, context: CallContext): Promise<KnownSection<Product | null>>;
  /** Without the long texts, attributes, variants and categories: they cost most of a product, and are not looked at. */
  getOverview(id: string, query: CatalogQuery, context: CallContext): Promise<KnownSection<ProductOverview | null>>;
  getOverviews(
    ids: readonly string[],
    query: CatalogQuery,
    context: CallContext,
  ): Promise<Batch<ProductOverview | null>>;
}

export function createCatalogClient(options: DownstreamOptions): CatalogClient {
  const resource = createDownstream('catalog', options, { hedge: true });
  const policy = {
    one: { operation: 'getProduct', path: (id: string) => `/products/${id}` },
    many: { operation: 'getProducts', path: '/products' },
    lifetime: lifetimes.catalog,
    answers: (product: { id: string }, id: string) => product.id === id,
  };
  const products = resource<Product, CatalogQuery & Query>('product', { ...policy, schema: productSchema });
  const overviews = resource<ProductOverview, CatalogQuery & Query>('overview', { ...policy, schema: overviewSchema });
  return {
    getProduct: (id, { locale }, context) => products.one(id, { locale }, context),
    getOverview: (id, { locale }, context) => overviews.one(id, { locale }, context),
    getOverviews: (ids, { locale }, context) => overviews.many(ids, { locale }, context),
  };
}
