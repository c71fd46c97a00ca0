import { anonymous } from '@product-bffs/auth';
import { inputReader, negotiateLocale, newRouter, type Answers } from '@product-bffs/http-service';
import type { Router } from 'express';
import { z } from 'zod';
import type { Downstreams } from '../dependencies.ts';
import { composeRecord, composeRecordList } from './compose.ts';
import { productListQuery, productParams, productQuery, VERSION } from './contract.ts';
import { presentRecord, presentRecordList } from './present-record.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  answers: Answers;
  problemBaseUrl: string;
}

const readRecord = inputReader({ params: productParams, query: productQuery });
const readList = inputReader({ params: z.strictObject({}), query: productListQuery });

/** GET /2026-10/products/{productId} and GET /2026-10/products?ids=: one record, and up to 100. */
export function productDetailRoute({ downstreams, answers, problemBaseUrl }: ProductDetailRoute): Router {
  const router = newRouter();

  router.get(`/${VERSION}/products/:productId`, anonymous(), (req, res) => {
    const { params, query } = readRecord(req);
    const { productId } = params;
    const { currency } = query;
    const locale = negotiateLocale(req, query.locale);
    return answers.send(req, res, {
      key: ['product', productId, locale, currency],
      compose: (context) => composeRecord(downstreams, productId, { locale, currency }, context),
      sectionsOf: (sections) => [{ ...sections }],
      present: (sections) => presentRecord(sections, currency),
    });
  });

  // Lists are put together each time, from what is known of each product: there are too many to keep.
  router.get(`/${VERSION}/products`, anonymous(), (req, res) => {
    const { query } = readList(req);
    const { ids, currency } = query;
    const locale = negotiateLocale(req, query.locale);
    return answers.send(req, res, {
      compose: (context) => composeRecordList(downstreams, ids, { locale, currency }, context),
      sectionsOf: (list) => [...list.values()].map((sections) => ({ ...sections })),
      present: (list) => presentRecordList(list, { currency, problemBaseUrl }),
    });
  });

  return router;
}
