import { MAX_IDS } from '@product-bffs/downstream';
import { inputReader, negotiateLocale, newRouter, type Answers } from '@product-bffs/http-service';
import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Authentication } from '../authentication.ts';
import type { Downstreams } from '../dependencies.ts';
import { cataloguePartOf } from './catalogue-part.ts';
import { composeRecord, composeRecordList } from './compose.ts';
import { productListQuery, productParams, productQuery, VERSION } from './contract.ts';
import { presentRecord, presentRecordList } from './present-record.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  answers: Answers;
  authentication: Authentication;
  problemBaseUrl: string;
}

const readRecord = inputReader({ params: productParams, query: productQuery });
const readList = inputReader({ params: z.strictObject({}), query: productListQuery });

/** GET /2026-10/products/{productId} and GET /2026-10/products?ids=: one record, and up to 100. */
export function productDetailRoute({
  downstreams,
  answers,
  authentication: { scope, costs, partnerOf },
  problemBaseUrl,
}: ProductDetailRoute): Router {
  const router = newRouter();
  const readsProducts = scope('products:read');

  router.get(
    `/${VERSION}/products/:productId`,
    readsProducts,
    costs(() => 1),
    (req, res) => {
      const { params, query } = readRecord(req);
      const { productId } = params;
      const { currency } = query;
      const locale = negotiateLocale(req, query.locale);
      const part = cataloguePartOf(partnerOf(req));
      return answers.send(req, res, {
        key: ['product', productId, locale, currency, part.revision],
        compose: (context) => composeRecord(downstreams, productId, { locale, currency, part }, context),
        sectionsOf: (sections) => [{ ...sections }],
        present: (sections) => presentRecord(sections, currency),
      });
    },
  );

  // Lists are put together each time, from what is known of each product: there are too many to keep.
  router.get(`/${VERSION}/products`, readsProducts, costs(costOfList), (req, res) => {
    const { query } = readList(req);
    const { ids, currency } = query;
    const locale = negotiateLocale(req, query.locale);
    const part = cataloguePartOf(partnerOf(req));
    return answers.send(req, res, {
      compose: (context) => composeRecordList(downstreams, ids, { locale, currency, part }, context),
      sectionsOf: (list) => [...list.values()].map((sections) => ({ ...sections })),
      present: (list) => presentRecordList(list, { currency, problemBaseUrl }),
    });
  });

  return router;
}

/** One unit for every ten ids begun, as they are written; what is no list of ids costs as much. */
function costOfList({ query: { ids } }: Request): number {
  const count = typeof ids === 'string' ? ids.split(',', MAX_IDS).length : 1;
  return Math.ceil(count / 10);
}
