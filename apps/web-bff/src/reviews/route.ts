import { DownstreamRefused } from '@product-bffs/downstream';
import {
  cacheControlOf,
  invalidRequest,
  negotiateLocale,
  newRouter,
  readInput,
  requestContext,
  respond,
  type Telemetry,
} from '@product-bffs/http-service';
import type { Router } from 'express';
import type { Downstreams } from '../dependencies.ts';
import { productParams } from '../product-detail/contract.ts';
import { composeReviewPage } from './compose.ts';
import { reviewPageQuery } from './contract.ts';
import { presentReviews } from './present-reviews.ts';

export interface ReviewPageRoute {
  downstreams: Downstreams;
  telemetry: Telemetry;
}

/** GET /products/{productId}/reviews: a page of a product's reviews, newest first. */
export function reviewPageRoute({ downstreams, telemetry }: ReviewPageRoute): Router {
  const router = newRouter();
  router.get('/products/:productId/reviews', async (req, res) => {
    const { params, query } = readInput(req, { params: productParams, query: reviewPageQuery });
    const locale = negotiateLocale(req, res, query.locale);
    const asked = composeReviewPage(downstreams, params.productId, { ...query, locale }, requestContext(req));
    const sections = await asked.catch((error: unknown) => {
      throw query.cursor !== undefined && isRefusal(error) ? unknownCursor() : error;
    });
    telemetry.onSections(sections);
    respond(req, res, {
      body: presentReviews(sections.reviews.value),
      cacheControl: cacheControlOf(Object.values(sections)),
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
