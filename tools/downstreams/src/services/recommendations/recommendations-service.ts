import { batchAnswer, itemAnswer } from '../../http/batch.ts';
import { checkedId, requestedIds, wholeNumber } from '../../http/parameters.ts';
import type { Service, ServiceOptions } from '../../service.ts';
import { RelatedStore } from './related-store.ts';

export function createRecommendations({ database, catalogue }: ServiceOptions): Service {
  const store = new RelatedStore(database, catalogue);
  const find = (id: string, limit: number) => {
    const related = store.related(id, limit);
    return related && { id, items: related.map((relatedId, rank) => ({ id: relatedId, score: scoreOf(rank) })) };
  };
  return {
    name: 'recommendations',
    itemFields: ['id', 'items'],
    nestedItemFields: ['score'],
    operations: [
      {
        name: 'getProductRelated',
        method: 'get',
        path: '/products/:id/related',
        holds: 'item',
        answer: ({ id, query }) =>
          itemAnswer(find(checkedId(id), relatedLimit(query)), `product ${id} to be related with others`),
      },
      {
        name: 'getRelated',
        method: 'get',
        path: '/related',
        holds: 'items',
        answer({ query }) {
          const limit = relatedLimit(query);
          return batchAnswer(requestedIds(query), (id) => find(id, limit));
        },
      },
    ],
  };
}

function relatedLimit(query: URLSearchParams): number {
  return wholeNumber(query, 'limit', { min: 1, max: 50, fallback: 8 });
}

/** Strictly descending from 0.98, with four decimals. */
function scoreOf(rank: number): number {
  return Math.round(9800 / (1 + rank / 10)) / 10_000;
}
