import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
import { ratingSchema, reviewPageSchema, type Rating, type ReviewPage } from './wire.ts';

export interface ReviewPageQuery {
  /** What the page before gave as nextCursor; absent = the first page. */
  cursor?: string | undefined;
  limit: number;
}

export interface ReviewsClient {
  getReviews(productId: string, query: ReviewPageQuery, context: CallContext): Promise<KnownSection<ReviewPage | null>>;
  getSummaries(productIds: readonly string[], context: CallContext): Promise<Batch<Rating | null>>;
  /** A batch of one: the service has no call for a single summary. */
  getSummary(productId: string, context: CallContext): Promise<KnownSection<Rating | null>>;
}

export function createReviewsClient(options: DownstreamOptions): ReviewsClient {
  const reviews = createDownstream('reviews', options);
  const getSummaries: ReviewsClient['getSummaries'] = (productIds, context) =>
    reviews.many(
      { operation: 'getSummaries', path: '/summaries', query: {}, schema: ratingSchema, lifetime: lifetimes.reviews },
      productIds,
      context,
    );
  return {
    getReviews: (productId, { cursor, limit }, context) =>
      reviews.one(
        {
          operation: 'getReviews',
          path: `/products/${productId}/reviews`,
          query: { cursor, limit },
          schema: reviewPageSchema,
          lifetime: lifetimes.reviews,
        },
        context,
      ),
    getSummaries,
    getSummary: async (productId, context) => {
      const summary = (await getSummaries([productId], context)).get(productId);
      // A batch in which nothing made sense has failed already.
      if (summary === undefined || summary.state === 'missing') throw new Error('A batch of one lost its item');
      return summary;
    },
  };
}
