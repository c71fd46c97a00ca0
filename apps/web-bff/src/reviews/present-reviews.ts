import type { ReviewPage } from '@product-bffs/downstream';
import type { ReviewPageBody } from './contract.ts';

const noReviews: ReviewPageBody = {
  summary: { average: null, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } },
  items: [],
  nextCursor: null,
};

/** @param page null: there are none */
export function presentReviews(page: ReviewPage | null): ReviewPageBody {
  if (page === null) return noReviews;
  return {
    summary: page.summary,
    items: page.items.map(({ id, rating, title, body, author, verified, createdAt }) => ({
      id,
      rating,
      title: title ?? null,
      body,
      author: { displayName: author.displayName },
      verified,
      createdAt,
    })),
    nextCursor: page.nextCursor ?? null,
  };
}
