import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { overviewSchema, productSchema, type Product, type ProductOverview } from './wire.ts';

export interface CatalogQuery {
  /** BCP 47 */
  locale: string;
}

export type CatalogClient = ReturnType<typeof createCatalogClient>;

export function createCatalogClient(options: DownstreamOptions) {
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
    getProduct: (id: string, { locale }: CatalogQuery, context: CallContext) => products.one(id, { locale }, context),
    /** Without the long texts, attributes, variants and categories: they cost most of a product, and are not looked at. */
    getOverview: (id: string, { locale }: CatalogQuery, context: CallContext) => overviews.one(id, { locale }, context),
    getOverviews: (ids: readonly string[], { locale }: CatalogQuery, context: CallContext) =>
      overviews.many(ids, { locale }, context),
  };
}
