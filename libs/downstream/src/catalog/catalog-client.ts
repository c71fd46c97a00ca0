import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { productSchema, type Product } from './wire.ts';

export interface CatalogQuery {
  /** BCP 47 */
  locale: string;
}

export interface CatalogClient {
  getProduct(id: string, query: CatalogQuery, context: CallContext): Promise<KnownSection<Product | null>>;
  getProducts(ids: readonly string[], query: CatalogQuery, context: CallContext): Promise<Batch<Product | null>>;
}

export function createCatalogClient(options: DownstreamOptions): CatalogClient {
  const products = createDownstream('catalog', options, { hedge: true })<Product, CatalogQuery & Query>('product', {
    one: { operation: 'getProduct', path: (id) => `/products/${id}` },
    many: { operation: 'getProducts', path: '/products' },
    schema: productSchema,
    lifetime: lifetimes.catalog,
    answers: (product, id) => product.id === id,
  });
  return {
    getProduct: (id, { locale }, context) => products.one(id, { locale }, context),
    getProducts: (ids, { locale }, context) => products.many(ids, { locale }, context),
  };
}
