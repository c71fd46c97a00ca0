import { gather, required, requiredOrNone, type KnownSection } from '@product-bffs/composition';
import type { CallContext, ReviewPage, ReviewPageQuery } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';

/**
 * A page of reviews. Where reviews has never heard of the product, the catalog says whether there is one: a product
 * without reviews is no product that is missing.
 * @throws NotFound, or a SectionFailure
 */
export async function composeReviewPage(
  { catalog, reviews }: Pick<Downstreams, 'catalog' | 'reviews'>,
  productId: string,
  { locale, ...page }: ReviewPageQuery & { locale: string },
  context: CallContext,
): Promise<Record<string, KnownSection<unknown>> & { reviews: KnownSection<ReviewPage | null> }> {
  const known = await gather(context.deadline, {
    reviews: requiredOrNone(reviews.getReviews(productId, page, context)),
  });
  if (known.reviews.value !== null) return known;
  const { product } = await gather(context.deadline, {
    product: required(catalog.getProduct(productId, { locale }, context)),
  });
  return { ...known, product };
}
