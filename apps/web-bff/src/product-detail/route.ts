import {
  cacheControlOf,
  negotiateLocale,
  newRouter,
  readInput,
  requestContext,
  respond,
  type Telemetry,
} from '@product-bffs/http-service';
import type { Router } from 'express';
import type { Downstreams } from '../dependencies.ts';
import { composeProductDetail } from './compose.ts';
import { productParams, productQuery } from './contract.ts';
import { namedSections, presentProductDetail } from './present-product-detail.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  telemetry: Telemetry;
  publicUrl: string;
  mediaBaseUrl: string;
}

/** GET /products/{productId}: everything that a product's page shows. */
export function productDetailRoute({ downstreams, telemetry, publicUrl, mediaBaseUrl }: ProductDetailRoute): Router {
  const router = newRouter();
  router.get('/products/:productId', async (req, res) => {
    const { params, query } = readInput(req, { params: productParams, query: productQuery });
    const { currency } = query;
    const locale = negotiateLocale(req, res, query.locale);
    const input = { productId: params.productId, locale, currency };
    const sections = await composeProductDetail(downstreams, input, requestContext(req));
    const named = namedSections(sections);
    telemetry.onSections(named);
    respond(req, res, {
      body: presentProductDetail(sections, { locale, currency, publicUrl, mediaBaseUrl }),
      cacheControl: cacheControlOf(Object.values(named)),
    });
  });
  return router;
}
