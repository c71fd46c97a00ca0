import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
import { relatedSchema, type Related } from './wire.ts';

type RelatedQuery = Readonly<{ limit: number }>;

export type RecommendationsClient = ReturnType<typeof createRecommendationsClient>;

export function createRecommendationsClient(options: DownstreamOptions) {
  const related = createDownstream('recommendations', options)<Related, RelatedQuery>('related', {
    one: { operation: 'getRelated', path: (id) => `/products/${id}/related` },
    many: { operation: 'getRelatedBatch', path: '/related' },
    schema: relatedSchema,
    lifetime: lifetimes.related,
    answers: (value, id) => value.id === id,
  });
  return {
    getRelated: (productId: string, { limit }: RelatedQuery, context: CallContext) =>
      related.one(productId, { limit }, context),
  };
}
