import {
  gather,
  missing,
  optional,
  optionalBatch,
  required,
  requiredBatch,
  type Batch,
  type Section,
} from '@product-bffs/composition';
import type { CallContext, Price, ProductOverview, Rating, Stock } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';

/** What is known of a product when the answer goes out. */
export interface ProductSections {
  product: Section<ProductOverview | null>;
  price: Section<Price | null>;
  availability: Section<Stock | null>;
  rating: Section<Rating | null>;
}

export interface ProductQuery {
  locale: string;
  currency: string;
  /** Absent: the public one. */
  priceList: string | undefined;
}

/** @throws NotFound or a SectionFailure where the product itself cannot be had */
export function composeProduct(
  { catalog, pricing, inventory, reviews }: Downstreams,
  productId: string,
  { locale, currency, priceList }: ProductQuery,
  context: CallContext,
) {
  return gather(context.deadline, {
    product: required(catalog.getOverview(productId, { locale }, context)),
    price: optional(pricing.getPrice(productId, { currency, priceList }, context)),
    availability: optional(inventory.getStock(productId, context)),
    rating: optional(reviews.getSummary(productId, context)),
  });
}

/** One batch a service. @throws a SectionFailure where the catalog's batch cannot be had */
export async function composeProductList(
  { catalog, pricing, inventory, reviews }: Downstreams,
  ids: readonly string[],
  { locale, currency, priceList }: ProductQuery,
  context: CallContext,
): Promise<Map<string, ProductSections>> {
  const { products, prices, stocks, ratings } = await gather(context.deadline, {
    products: requiredBatch(catalog.getOverviews(ids, { locale }, context)),
    prices: optionalBatch(ids, pricing.getPrices(ids, { currency, priceList }, context)),
    stocks: optionalBatch(ids, inventory.getStocks(ids, context)),
    ratings: optionalBatch(ids, reviews.getSummaries(ids, context)),
  });
  const of = <T>(batch: Batch<T>, id: string) => batch.get(id) ?? missing('invalid');
  return new Map(
    ids.map((id) => [
      id,
      { product: of(products, id), price: of(prices, id), availability: of(stocks, id), rating: of(ratings, id) },
    ]),
  );
}
