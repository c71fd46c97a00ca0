import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
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
  const catalog = createDownstream('catalog', options);
  const policy = { schema: productSchema, lifetime: lifetimes.catalog };
  return {
    getProduct: (id, { locale }, context) =>
      catalog.one(
        {
          ...policy,
          operation: 'getProduct',
          path: `/products/${id}`,
          query: { locale },
          answers: (product) => product.id === id,
        },
        context,
      ),
    getProducts: (ids, { locale }, context) =>
      catalog.many({ ...policy, operation: 'getProducts', path: '/products', query: { locale } }, ids, context),
  };
}
