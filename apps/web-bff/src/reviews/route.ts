import { gather, required, type Section } from '@product-bffs/composition';
import { DownstreamRefused, type ReviewsClient } from '@product-bffs/downstream';
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
import { productParams } from '../product-detail/contract.ts';
import { reviewPageQuery, type ReviewPageBody } from './contract.ts';
import { presentReviews } from './present-reviews.ts';

export interface ReviewPageRoute {
  reviews: ReviewsClient;
  telemetry: Telemetry;
}

/** GET /products/{productId}/reviews: a page of a product's reviews, newest first. */
export function reviewPageRoute({ reviews, telemetry }: ReviewPageRoute): Router {
  const router = newRouter();
  router.get('/products/:productId/reviews', async (req, res) => {
    const { params, query } = readInput(req, { params: productParams, query: reviewPageQuery });
    const context = requestContext(req);
    const sections = await gather(context.deadline, {
      reviews: required(reviews.getReviews(params.productId, query, context)),
    }).catch((error: unknown) => {
      throw query.cursor !== undefined && isRefusedCursor(error) ? unknownCursor() : error;
    });
    telemetry.onSections(sections satisfies Record<string, Section<unknown>>);
    negotiateLocale(req, res, query.locale);
    const body: ReviewPageBody = presentReviews(sections.reviews.value);
    respond(req, res, { body, cacheControl: cacheControlOf([sections.reviews]) });
  });
  return router;
}

function isRefusedCursor(error: unknown): boolean {
  return error instanceof DownstreamRefused && error.status === 400;
}

function unknownCursor() {
  return invalidRequest([
    { in: 'query', name: 'cursor', code: 'unknown_cursor', detail: 'must be what nextCursor gave for this product' },
  ]);
}
