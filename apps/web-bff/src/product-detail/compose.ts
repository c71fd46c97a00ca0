import {
  combineSections,
  gather,
  mapSection,
  onlyNow,
  optional,
  optionalBatch,
  required,
  type KnownSection,
  type Section,
} from '@product-bffs/composition';
import type { CallContext, Price, Product, ProductOverview, Rating, ReviewPage, Stock } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';
import { REVIEWS_PER_PAGE } from '../reviews/contract.ts';

/** How many related products are asked for; the discontinued among them are left out. */
const RELATED_ASKED = 12;

export interface ProductDetailInput {
  productId: string;
  locale: string;
  currency: string;
}

/** A related product that can be shown, and what is known beside it. */
export interface RelatedProduct {
  product: ProductOverview;
  price: Section<Price | null>;
  rating: Section<Rating | null>;
}

/** What is known of a product when the answer goes out. */
export interface ProductDetailSections {
  product: KnownSection<Product>;
  price: Section<Price | null>;
  availability: Section<Stock | null>;
  reviews: Section<ReviewPage | null>;
  related: Section<RelatedProduct[]>;
}

/**
 * Everything at once; only what is related comes in a second wave.
 * @throws NotFound or a SectionFailure where the product itself cannot be had
 */
export async function composeProductDetail(
  downstreams: Downstreams,
  input: ProductDetailInput,
  context: CallContext,
): Promise<ProductDetailSections> {
  const { catalog, pricing, inventory, reviews } = downstreams;
  const { productId, locale, currency } = input;
  const [sections, related] = await Promise.all([
    gather(context.deadline, {
      product: required(catalog.getProduct(productId, { locale }, context)),
      price: optional(pricing.getPrice(productId, { currency }, context)),
      availability: optional(inventory.getStock(productId, context)),
      reviews: optional(reviews.getReviews(productId, { limit: REVIEWS_PER_PAGE }, context)),
    }),
    composeRelated(downstreams, input, context),
  ]);
  return { ...sections, related };
}

/** The recommendations, joined in one wave of batches, never a call a card; without the catalog's batch there are no cards. */
async function composeRelated(
  { catalog, pricing, reviews, recommendations }: Downstreams,
  { productId, locale, currency }: ProductDetailInput,
  context: CallContext,
): Promise<Section<RelatedProduct[]>> {
  const { recommended } = await gather(context.deadline, {
    recommended: optional(recommendations.getRelated(productId, { limit: RELATED_ASKED }, context)),
  });
  if (recommended.state === 'missing') return recommended;
  const others = (recommended.value?.items ?? []).map(({ id }) => id).filter((id) => id !== productId);
  const ids = [...new Set(others)].slice(0, RELATED_ASKED);
  if (ids.length === 0) return mapSection(recommended, () => []);

  const { products, prices, ratings } = await gather(context.deadline, {
    products: optionalBatch(ids, catalog.getOverviews(ids, { locale }, context)),
    prices: optionalBatch(ids, pricing.getPrices(ids, { currency }, context)),
    ratings: optionalBatch(ids, reviews.getSummaries(ids, context)),
  });
  const known = [...products.values()].filter((product) => product.state !== 'missing');
  const unreadable = [...products.values()].find((product) => product.state === 'missing');
  if (known.length === 0 && unreadable !== undefined) return unreadable;
  const cards = ids.flatMap((id): RelatedProduct[] => {
    const product = products.get(id);
    const price = prices.get(id);
    const rating = ratings.get(id);
    if (product === undefined || product.state === 'missing' || product.value?.status !== 'active') return [];
    return price === undefined || rating === undefined ? [] : [{ product: product.value, price, rating }];
  });
  const related = mapSection(combineSections([recommended, ...known]), () => cards);
  // A card that makes no sense is left out alone, and the next request looks for it again.
  return unreadable === undefined || related.state === 'missing' ? related : onlyNow(related);
}
