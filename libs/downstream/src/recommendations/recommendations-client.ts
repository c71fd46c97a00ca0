import type { KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
import { relatedSchema, type Related } from './wire.ts';

export interface RelatedQuery {
  limit: number;
}

export interface RecommendationsClient {
  getRelated(productId: string, query: RelatedQuery, context: CallContext): Promise<KnownSection<Related | null>>;
}

export function createRecommendationsClient(options: DownstreamOptions): RecommendationsClient {
  const recommendations = createDownstream('recommendations', options);
  return {
    getRelated: (productId, { limit }, context) =>
      recommendations.one(
        {
          operation: 'getRelated',
          path: `/products/${productId}/related`,
          query: { limit },
          schema: relatedSchema,
          lifetime: lifetimes.related,
          answers: (related) => related.id === productId,
        },
        context,
      ),
  };
}
