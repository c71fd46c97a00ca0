import { anonymous } from '@product-bffs/auth';
import { inputReader, negotiateLocale, newRouter } from '@product-bffs/http-service';
import type { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { composeProductDetail } from './compose.ts';
import { productParams, productQuery } from './contract.ts';
import { namedSections, presentProductDetail } from './present-product-detail.ts';

const readProduct = inputReader({ params: productParams, query: productQuery });

/** GET /products/{productId}: everything that a product's page shows. */
export function productDetailRoute({ downstreams, answers, config }: Dependencies): Router {
  const { PUBLIC_URL: publicUrl, MEDIA_BASE_URL: mediaBaseUrl } = config;
  const router = newRouter();
  router.get('/products/:productId', anonymous(), (req, res) => {
    const { params, query } = readProduct(req);
    const { productId } = params;
    const { currency } = query;
    const locale = negotiateLocale(req, query.locale);
    return answers.send(req, res, {
      key: ['product', productId, locale, currency],
      compose: (context) => composeProductDetail(downstreams, { productId, locale, currency }, context),
      sectionsOf: (sections) => [namedSections(sections)],
      present: (sections) => presentProductDetail(sections, { locale, currency, publicUrl, mediaBaseUrl }),
    });
  });
  return router;
}
