import { anonymous } from '@product-bffs/auth';
import { DownstreamRefused } from '@product-bffs/downstream';
import { inputReader, invalidRequest, negotiateLocale, newRouter } from '@product-bffs/http-service';
import type { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { productParams } from '../product-detail/contract.ts';
import { composeReviewPage } from './compose.ts';
import { reviewPageQuery } from './contract.ts';
import { presentReviews } from './present-reviews.ts';

const readPage = inputReader({ params: productParams, query: reviewPageQuery });

/** GET /products/{productId}/reviews: a page of a product's reviews, newest first. */
export function reviewPageRoute({ downstreams, answers }: Dependencies): Router {
  const router = newRouter();
  router.get('/products/:productId/reviews', anonymous(), (req, res) => {
    const { params, query } = readPage(req);
    const { productId } = params;
    const locale = negotiateLocale(req, query.locale);
    return answers.send(req, res, {
      key: ['reviews', productId, query.cursor, query.limit, locale],
      compose: async (context) => {
        try {
          return await composeReviewPage(downstreams, productId, { ...query, locale }, context);
        } catch (error) {
          throw query.cursor !== undefined && isRefusal(error) ? unknownCursor() : error;
        }
      },
      present: (sections) => presentReviews(sections.reviews.value),
    });
  });
  return router;
}

function isRefusal(error: unknown): boolean {
  return error instanceof DownstreamRefused && error.status === 400;
}

function unknownCursor() {
  return invalidRequest([
    { in: 'query', name: 'cursor', code: 'unknown_cursor', detail: 'must be what nextCursor gave for this product' },
  ]);
}
