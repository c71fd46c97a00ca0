import { authorEmail, reviewId } from '../../catalogue/internals.ts';
import { badCursor, cursorAfter } from '../../http/parameters.ts';
import type { ProductReviews, StoredReview } from './review-store.ts';

export const reviewPageFields = ['id', 'summary', 'items', 'nextCursor'];
export const reviewFields = ['rating', 'title', 'body', 'author', 'verified', 'createdAt'];

/** Average with one decimal, halves up; null where nobody has reviewed. */
export function wireSummary(histogram: readonly number[]) {
  const count = histogram.reduce((sum, ratings) => sum + ratings, 0);
  const stars = histogram.reduce((sum, ratings, index) => sum + ratings * (index + 1), 0);
  return {
    average: count === 0 ? null : Math.round((stars * 10) / count) / 10,
    count,
    histogram: Object.fromEntries(histogram.map((ratings, index) => [String(index + 1), ratings])),
  };
}

/**
 * @param afterId the review that the page before ended with
 * @throws Problem 400 where the product has no such review
 */
export function wireReviewPage(
  productId: string,
  { histogram, reviews }: ProductReviews,
  limit: number,
  afterId?: string,
) {
  const start = afterId === undefined ? 0 : reviews.findIndex(({ n }) => reviewId(productId, n) === afterId) + 1;
  if (afterId !== undefined && start === 0) throw badCursor();
  const items = reviews.slice(start, start + limit).map((review) => wireReview(productId, review));
  const last = items.at(-1);
  const nextCursor = last && start + limit < reviews.length ? cursorAfter(last.id) : null;
  return { summary: wireSummary(histogram), items, nextCursor };
}

function wireReview(productId: string, { n, author, authorEmail: email, ...review }: StoredReview) {
  const id = reviewId(productId, n);
  return { id, ...review, author: { displayName: author, email: email ?? authorEmail(author, id) } };
}
