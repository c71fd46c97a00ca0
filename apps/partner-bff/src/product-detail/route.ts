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
import { composeRecord, composeRecordList } from './compose.ts';
import { productListQuery, productParams, productQuery, VERSION } from './contract.ts';
import { presentRecord, presentRecordList } from './present-record.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  telemetry: Telemetry;
  problemBaseUrl: string;
}

/** GET /2026-10/products/{productId} and GET /2026-10/products?ids=: one record, and up to 100. */
export function productDetailRoute({ downstreams, telemetry, problemBaseUrl }: ProductDetailRoute): Router {
  const router = newRouter();

  router.get(`/${VERSION}/products/:productId`, async (req, res) => {
    const { params, query } = readInput(req, { params: productParams, query: productQuery });
    const { currency } = query;
    const locale = negotiateLocale(req, res, query.locale);
    const sections = await composeRecord(downstreams, params.productId, { locale, currency }, requestContext(req));
    telemetry.onSections({ ...sections });
    respond(req, res, {
      body: presentRecord(sections, currency),
      cacheControl: cacheControlOf(Object.values(sections)),
    });
  });

  router.get(`/${VERSION}/products`, async (req, res) => {
    const { query } = readInput(req, { params: z.strictObject({}), query: productListQuery });
    const { ids, currency } = query;
    const locale = negotiateLocale(req, res, query.locale);
    const list = await composeRecordList(downstreams, ids, { locale, currency }, requestContext(req));
    for (const sections of list.values()) telemetry.onSections({ ...sections });
    respond(req, res, {
      body: presentRecordList(list, { currency, problemBaseUrl }),
      cacheControl: cacheControlOf([...list.values()].flatMap((sections) => Object.values({ ...sections }))),
    });
  });

  return router;
}
