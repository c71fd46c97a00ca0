import { fresh, missing, type Batch } from '@product-bffs/composition';
import * as z from 'zod';
import { createDigest, type AskDigest } from '../digest.ts';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { DownstreamInvalid } from '../errors.ts';
import { createFeed } from '../feed.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { overviewSchema, pageSchema, productSchema, type Page, type Product, type ProductOverview } from './wire.ts';

export interface CatalogQuery {
  /** BCP 47 */
  locale: string;
}

let compiledOverview: typeof overviewSchema | undefined;

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
  const pages = resource<Page, CatalogQuery & Query>('page', {
    one: { operation: 'listProducts', path: () => '/products', isPage: true },
    schema: pageSchema,
    lifetime: lifetimes.catalog,
  });
  return {
    getProduct: (id: string, { locale }: CatalogQuery, context: CallContext) => products.one(id, { locale }, context),
    /** Without the long texts, attributes, variants and categories: they cost most of a product, and are not looked at. */
    getOverview: (id: string, { locale }: CatalogQuery, context: CallContext) => overviews.one(id, { locale }, context),
    getOverviews: (ids: readonly string[], { locale }: CatalogQuery, context: CallContext) =>
      overviews.many(ids, { locale }, context),
    /**
     * Products in the order of their ids, as the service has them now; a product that makes no sense is missing alone.
     * @param cursor the page before's; absent: the first page
     */
    async getPage(
      { cursor, limit, locale }: CatalogQuery & { cursor?: string | undefined; limit: number },
      context: CallContext,
    ): Promise<{ products: Batch<ProductOverview>; nextCursor: string | null }> {
      const { value, asOf } = await pages.one('', { cursor, limit, locale }, { ...context, anew: true });
      if (value === null) throw new DownstreamInvalid({ downstream: 'catalog', operation: 'listProducts' }, 'no page');
      const read = (item: object) => {
        const { success, data } = (compiledOverview ??= z.compile(overviewSchema)).safeParse(item);
        return success ? fresh(data, lifetimes.catalog, asOf) : missing('invalid');
      };
      return { products: new Map(value.items.map((item) => [item.id, read(item)])), nextCursor: value.nextCursor };
    },
    ...createFeed('catalog', resource),
    /** @see createDigest; of these brands and products, comma-separated; without either, of all */
    getDigest: createDigest('catalog', resource) as AskDigest<{ brands?: string; products?: string }>,
  };
}
