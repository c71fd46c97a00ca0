import {
  fresh,
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
import type { CataloguePart } from './catalogue-part.ts';

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
  /** Of the partner that asks; what is outside is as if it did not exist. */
  part: CataloguePart;
}

/** What is told of a product that there is not, and equally of one outside the part, whatever is known of it. */
const NOTHING = { softMs: 30_000, hardMs: 30_000, staleWhileRevalidate: false };

/** @throws NotFound or a SectionFailure where any of the three cannot be had */
export function composeRecord(
  { catalog, pricing, inventory }: Downstreams,
  productId: string,
  { locale, currency, part }: RecordQuery,
  context: CallContext,
): Promise<RecordSections> {
  const { priceList } = part;
  const product = catalog.getOverview(productId, { locale }, context);
  return gather(context.deadline, {
    product: required(
      product.then((known) => (known.value === null || part.has(known.value) ? known : { ...known, value: null })),
    ),
    price: required(pricing.getPrice(productId, { currency, priceList }, context)),
    availability: requiredOrNone(inventory.getStock(productId, context)),
  });
}

/** One batch a service. @throws a SectionFailure where one of the batches cannot be had */
export async function composeRecordList(
  { catalog, pricing, inventory }: Downstreams,
  ids: readonly string[],
  { locale, currency, part }: RecordQuery,
  context: CallContext,
): Promise<Map<string, ListedSections>> {
  const { priceList } = part;
  const { products, prices, stocks } = await gather(context.deadline, {
    products: requiredBatch(catalog.getOverviews(ids, { locale }, context)),
    prices: requiredBatch(pricing.getPrices(ids, { currency, priceList }, context)),
    stocks: requiredBatch(inventory.getStocks(ids, context)),
  });
  const of = <T>(batch: Batch<T>, id: string) => batch.get(id) ?? missing('invalid');
  const nothing = fresh(null, NOTHING);
  const sectionsOf = (id: string): ListedSections => {
    const product = of(products, id);
    const isSeen = part.isWhole || product.state === 'missing' || (product.value !== null && part.has(product.value));
    if (!isSeen) return { product: nothing, price: nothing, availability: nothing };
    return { product, price: of(prices, id), availability: of(stocks, id) };
  };
  return new Map(ids.map((id) => [id, sectionsOf(id)]));
}
