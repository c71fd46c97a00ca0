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
import { z } from 'zod';
import type { Downstreams } from '../dependencies.ts';
import { composeProduct, composeProductList } from './compose.ts';
import { productListQuery, productParams, productQuery } from './contract.ts';
import { presentProduct, presentProductList } from './present-product.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  telemetry: Telemetry;
  mediaBaseUrl: string;
}

/** GET /products/{productId} and GET /products?ids=: what an app shows of one product, and of up to 100. */
export function productDetailRoute({ downstreams, telemetry, mediaBaseUrl }: ProductDetailRoute): Router {
  const router = newRouter();

  router.get('/products/:productId', async (req, res) => {
    const { params, query } = readInput(req, { params: productParams, query: productQuery });
    const { currency, ...imageSize } = query;
    const locale = negotiateLocale(req, res, query.locale);
    const sections = await composeProduct(downstreams, params.productId, { locale, currency }, requestContext(req));
    telemetry.onSections(sections);
    respond(req, res, {
      body: presentProduct(sections.product.value, sections, { locale, currency, imageSize, mediaBaseUrl }),
      cacheControl: cacheControlOf(Object.values(sections)),
    });
  });

  router.get('/products', async (req, res) => {
    const { query } = readInput(req, { params: z.strictObject({}), query: productListQuery });
    const { ids, currency, ...imageSize } = query;
    const locale = negotiateLocale(req, res, query.locale);
    const list = await composeProductList(downstreams, ids, { locale, currency }, requestContext(req));
    for (const sections of list.values()) telemetry.onSections({ ...sections });
    respond(req, res, {
      body: presentProductList(list, { locale, currency, imageSize, mediaBaseUrl }),
      cacheControl: cacheControlOf([...list.values()].flatMap((sections) => Object.values({ ...sections }))),
    });
  });

  return router;
}
