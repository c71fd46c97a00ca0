import { gather, required, requiredOrNone, sectionState } from '@product-bffs/composition';
import { inputReader, negotiateLocale, newRouter } from '@product-bffs/http-service';
import type { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { productParams, productQuery } from '../product-detail/contract.ts';
import { presentPrice } from '../product-detail/present-price.ts';
import type { Offer } from './contract.ts';

const readProduct = inputReader({ params: productParams, query: productQuery });

/** GET /products/{productId}/offer: the price in the list of who signed in, beside the page that all see. */
export function offerRoute({ downstreams, answers, sessions }: Dependencies): Router {
  const { catalog, pricing } = downstreams;
  const router = newRouter();
  router.get('/products/:productId/offer', sessions.session(), (req, res) => {
    const { params, query } = readProduct(req);
    const { productId: id } = params;
    const { currency } = query;
    const { priceList } = sessions.identityOf(req);
    const locale = negotiateLocale(req, query.locale);
    return answers.send(req, res, {
      compose: (context) =>
        gather(context.deadline, {
          product: required(catalog.getProduct(id, { locale }, context)),
          price: requiredOrNone(pricing.getPrice(id, { currency, priceList }, context)),
        }),
      present: ({ product, price }): Offer => ({
        id,
        price: presentPrice(price.value, currency, locale),
        meta: { locale, currency, sections: { product: sectionState(product), price: sectionState(price) } },
      }),
      noStore: true,
    });
  });
  return router;
}
