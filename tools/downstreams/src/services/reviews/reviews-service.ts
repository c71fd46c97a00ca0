import { batchAnswer, itemAnswer } from '../../http/batch.ts';
import { checkedId, cursorId, requestedIds, wholeNumber } from '../../http/parameters.ts';
import type { Service, ServiceOptions } from '../../service.ts';
import { reviewFields, reviewPageFields, wireReviewPage, wireSummary } from './review-page.ts';
import { ReviewStore } from './review-store.ts';

export function createReviews({ database, catalogue }: ServiceOptions): Service {
  const store = new ReviewStore(database, catalogue);
  const page = (id: string, limit: number, afterId?: string) => {
    const found = store.reviews(id);
    return found && wireReviewPage(id, found, limit, afterId);
  };
  return {
    name: 'reviews',
    itemFields: reviewPageFields,
    nestedItemFields: reviewFields,
    operations: [
      {
        name: 'getProductReviews',
        method: 'get',
        path: '/products/:id/reviews',
        holds: 'item',
        answer: ({ id, query }) =>
          itemAnswer(page(checkedId(id), pageLimit(query), cursorId(query)), `product ${id} to have reviews`),
      },
      {
        name: 'getReviews',
        method: 'get',
        path: '/reviews',
        holds: 'items',
        answer({ query }) {
          const limit = pageLimit(query);
          return batchAnswer(requestedIds(query), (id) => {
            const found = page(id, limit);
            return found && { id, ...found };
          });
        },
      },
      {
        name: 'getSummaries',
        method: 'get',
        path: '/summaries',
        holds: 'items',
        answer: ({ query }) =>
          batchAnswer(requestedIds(query), (id) => {
            const histogram = store.histogram(id);
            return histogram && { id, summary: wireSummary(histogram) };
          }),
      },
    ],
  };
}

function pageLimit(query: URLSearchParams): number {
  return wholeNumber(query, 'limit', { min: 1, max: 100, fallback: 10 });
}
