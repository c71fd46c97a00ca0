import type { createGuards, TokenIdentity } from '@product-bffs/auth';
import { imageWidthFor } from '@product-bffs/downstream';
import { inputReader, negotiateLocale, newRouter, type Answers } from '@product-bffs/http-service';
import type { Router } from 'express';
import * as z from 'zod';
import type { ClientApps } from '../app-versions/client-apps.ts';
import type { Downstreams } from '../dependencies.ts';
import { composeProduct, composeProductList } from './compose.ts';
import { productListQuery, productParams, productQuery } from './contract.ts';
import { presentProduct, presentProductList } from './present-product.ts';

export interface ProductDetailRoute {
  downstreams: Downstreams;
  answers: Answers;
  guards: ReturnType<typeof createGuards<TokenIdentity>>;
  clientApps: ClientApps;
  mediaBaseUrl: string;
}

const readProduct = inputReader({ params: productParams, query: productQuery });
const readList = inputReader({ params: z.strictObject({}), query: productListQuery });

/** GET /products/{productId} and GET /products?ids=: what an app shows of one product, and of up to 100, with the prices of who asks, as their app knows them. */
export function productDetailRoute({ clientApps, guards, ...route }: ProductDetailRoute): Router {
  const { downstreams, answers, mediaBaseUrl } = route;
  const { guestOrUser, identityOf } = guards;
  const router = newRouter();

  router.get('/products/:productId', guestOrUser(), (req, res) => {
    const { params, query } = readProduct(req);
    const { productId } = params;
    const { currency, ...imageSize } = query;
    const locale = negotiateLocale(req, query.locale);
    const priceList = identityOf(req)?.priceList;
    const level = clientApps.levelOf(req);
    return answers.send(req, res, {
      key: ['product', productId, locale, currency, imageWidthFor(imageSize.width * imageSize.dpr), level, priceList],
      compose: (context) => composeProduct(downstreams, productId, { locale, currency, priceList }, context),
      present: (sections) =>
        presentProduct(sections.product.value, sections, { locale, currency, imageSize, mediaBaseUrl, level }),
    });
  });

  // Lists are put together each time, from what is known of each product: there are too many to keep.
  router.get('/products', guestOrUser(), (req, res) => {
    const { query } = readList(req);
    const { ids, currency, ...imageSize } = query;
    const locale = negotiateLocale(req, query.locale);
    const priceList = identityOf(req)?.priceList;
    const level = clientApps.levelOf(req);
    return answers.send(req, res, {
      compose: (context) => composeProductList(downstreams, ids, { locale, currency, priceList }, context),
      sectionsOf: (list) => [...list.values()].map((sections) => ({ ...sections })),
      present: (list) => presentProductList(list, { locale, currency, imageSize, mediaBaseUrl, level }),
    });
  });

  return router;
}
