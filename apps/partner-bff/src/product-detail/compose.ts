import {
  gather,
  missing,
  required,
  requiredBatch,
  requiredOrNone,
  type Batch,
  type KnownSection,
  type Section,
} from '@product-bffs/composition';
import type { CallContext, Price, ProductOverview, Stock } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';

/** Everything a partner's record is made of; only stock may be "none": inventory does not know the product. */
export interface RecordSections {
  product: KnownSection<ProductOverview>;
  price: KnownSection<Price>;
  availability: KnownSection<Stock | null>;
}

/** What a list knows of one id. */
export interface ListedSections {
  product: Section<ProductOverview | null>;
  price: Section<Price | null>;
  availability: Section<Stock | null>;
}

export interface RecordQuery {
  locale: string;
  currency: string;
}

/** @throws NotFound or a SectionFailure where any of the three cannot be had */
export function composeRecord(
  { catalog, pricing, inventory }: Downstreams,
  productId: string,
  { locale, currency }: RecordQuery,
  context: CallContext,
): Promise<RecordSections> {
  return gather(context.deadline, {
    product: required(catalog.getOverview(productId, { locale }, context)),
    price: required(pricing.getPrice(productId, { currency }, context)),
    availability: requiredOrNone(inventory.getStock(productId, context)),
  });
}

/** One batch a service. @throws a SectionFailure where one of the batches cannot be had */
export async function composeRecordList(
  { catalog, pricing, inventory }: Downstreams,
  ids: readonly string[],
  { locale, currency }: RecordQuery,
  context: CallContext,
): Promise<Map<string, ListedSections>> {
  const { products, prices, stocks } = await gather(context.deadline, {
    products: requiredBatch(catalog.getOverviews(ids, { locale }, context)),
    prices: requiredBatch(pricing.getPrices(ids, { currency }, context)),
    stocks: requiredBatch(inventory.getStocks(ids, context)),
  });
  const of = <T>(batch: Batch<T>, id: string) => batch.get(id) ?? missing('invalid');
  return new Map(
    ids.map((id) => [id, { product: of(products, id), price: of(prices, id), availability: of(stocks, id) }]),
  );
}
