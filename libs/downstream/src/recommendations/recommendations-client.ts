import type { KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { relatedSchema, type Related } from './wire.ts';

export interface RelatedQuery {
  limit: number;
}

export interface RecommendationsClient {
  getRelated(productId: string, query: RelatedQuery, context: CallContext): Promise<KnownSection<Related | null>>;
}

export function createRecommendationsClient(options: DownstreamOptions): RecommendationsClient {
  const related = createDownstream('recommendations', options)<Related, RelatedQuery & Query>('related', {
    one: { operation: 'getRelated', path: (id) => `/products/${id}/related` },
    many: { operation: 'getRelatedBatch', path: '/related' },
    schema: relatedSchema,
    lifetime: lifetimes.related,
    answers: (value, id) => value.id === id,
  });
  return { getRelated: (productId, { limit }, context) => related.one(productId, { limit }, context) };
}
