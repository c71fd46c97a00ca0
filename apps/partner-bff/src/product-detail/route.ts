import { MAX_IDS } from '@product-bffs/downstream';
import { inputReader, negotiateLocale, newRouter, type Answers } from '@product-bffs/http-service';
import type { Request, Router } from 'express';
import * as z from 'zod';
import type { Authentication } from '../authentication.ts';
import type { Downstreams } from '../dependencies.ts';
import { versions, type PartnerVersion } from '../versions/registry.ts';
import { cataloguePartOf } from './catalogue-part.ts';
import { composeRecord, composeRecordList } from './compose.ts';
import { productListQuery, productParams, productQuery } from './contract.ts';
import { presentRecord, presentRecordList } from './present-record.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  answers: Answers;
  authentication: Authentication;
  problemBaseUrl: string;
}

const readRecord = inputReader({ params: productParams, query: productQuery });
const readList = inputReader({ params: z.strictObject({}), query: productListQuery });

/** GET /{version}/products/{productId} and GET /{version}/products?ids=: one record, and up to 100, in every version. */
export function productDetailRoute(needs: ProductDetailRoute): Router {
  const router = newRouter();
  for (const version of versions) addRoutes(router, version, needs);
  return router;
}

function addRoutes(router: Router, version: PartnerVersion, needs: ProductDetailRoute): void {
  const { downstreams, answers, authentication, problemBaseUrl } = needs;
  const { scope, costs, partnerOf } = authentication;
  const readsProducts = scope('products:read');

  router.get(
    `/${version.name}/products/:productId`,
    readsProducts,
    costs(() => 1),
    (req, res) => {
      const { params, query } = readRecord(req);
      const { productId } = params;
      const { currency } = query;
      const locale = negotiateLocale(req, query.locale);
      const part = cataloguePartOf(partnerOf(req));
      return answers.send(req, res, {
        key: ['product', version.name, productId, locale, currency, part.revision],
        compose: (context) => composeRecord(downstreams, productId, { locale, currency, part }, context),
        sectionsOf: (sections) => [{ ...sections }],
        present: (sections) => version.present(presentRecord(sections, currency)),
      });
    },
  );

  // Lists are put together each time, from what is known of each product: there are too many to keep.
  router.get(`/${version.name}/products`, readsProducts, costs(costOfList), (req, res) => {
    const { query } = readList(req);
    const { ids, currency } = query;
    const locale = negotiateLocale(req, query.locale);
    const part = cataloguePartOf(partnerOf(req));
    return answers.send(req, res, {
      compose: (context) => composeRecordList(downstreams, ids, { locale, currency, part }, context),
      sectionsOf: (list) => [...list.values()].map((sections) => ({ ...sections })),
      present: (list) => presentRecordList(list, { version, currency, problemBaseUrl }),
    });
  });
}

/** One unit for every ten ids begun, as they are written; what is no list of ids costs as much. */
function costOfList({ query: { ids } }: Request): number {
  const count = typeof ids === 'string' ? ids.split(',', MAX_IDS).length : 1;
  return Math.ceil(count / 10);
}
