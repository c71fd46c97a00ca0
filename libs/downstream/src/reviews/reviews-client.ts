import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { ratingSchema, reviewPageSchema, type Rating, type ReviewPage } from './wire.ts';

export interface ReviewPageQuery {
  /** What the page before gave as nextCursor; absent = the first page. */
  cursor?: string | undefined;
  limit: number;
}

export type ReviewsClient = ReturnType<typeof createReviewsClient>;

export function createReviewsClient(options: DownstreamOptions) {
  const resource = createDownstream('reviews', options);
  const page = {
    one: { operation: 'getReviews', path: (productId: string) => `/products/${productId}/reviews` },
    schema: reviewPageSchema,
    lifetime: lifetimes.reviews,
  };
  const pages = resource<ReviewPage, ReviewPageQuery & Query>('page', page);
  const many = { operation: 'getReviewsBatch', path: '/reviews' };
  const firstPages = resource<ReviewPage, { limit: number }>('page', { ...page, many });
  const summaries = resource<Rating, Query>('summary', {
    many: { operation: 'getSummaries', path: '/summaries' },
    schema: ratingSchema,
    lifetime: lifetimes.reviews,
  });
  return {
    getReviews: (productId: string, { cursor, limit }: ReviewPageQuery, context: CallContext) =>
      cursor === undefined
        ? firstPages.one(productId, { limit }, context)
        : pages.one(productId, { cursor, limit }, context),
    getSummaries: (productIds: readonly string[], context: CallContext) => summaries.many(productIds, {}, context),
    /** A batch of one: the service has no call for a single summary. */
    getSummary: (productId: string, context: CallContext) => summaries.one(productId, {}, context),
  };
}
