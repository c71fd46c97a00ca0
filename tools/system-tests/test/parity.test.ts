import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  currencies,
  locales,
  type MobileList,
  type MobileProduct,
  type PartnerList,
  type PartnerProduct,
  type WebProduct,
} from '../src/answers.ts';
import { askJson } from '../src/ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { eachAtMost, groupsOf } from '../src/each-at-most.ts';
import { factsOf, toldByMobile, toldByPartner, toldByWeb } from '../src/facts.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import {
  allOf,
  allProducts,
  BATCH,
  type CatalogProduct,
  type ServicePrice,
  type ServiceStock,
} from '../src/services.ts';

const CONCURRENCY = 8;

let system: RunningSystem;
let products: CatalogProduct[];
let ids: string[];
let stocks: Map<string, ServiceStock>;

beforeAll(async () => {
  system = await runSystem({ logLevel: 'warn', environment: patient });
  products = await allProducts(system);
  ids = products.map(({ id }) => id);
  stocks = await allOf<ServiceStock>(system.urls.inventory, '/stock', ids);
});

afterAll(() => system.stop());

it.each(currencies)(
  'all three tell of every product, in %s and in every locale, what the services say',
  async (currency) => {
    const prices = await allOf<ServicePrice>(system.urls.pricing, `/prices?currency=${currency}`, ids);
    const asked = products.flatMap((product) => locales.map((locale) => ({ product, locale })));
    const different: unknown[] = [];
    let compared = 0;

    await eachAtMost(CONCURRENCY, asked, async ({ product, locale }) => {
      const { urls } = system;
      const query = `locale=${locale}&currency=${currency}`;
      const [web, mobile, partner] = await Promise.all([
        askJson<WebProduct>(`${urls['web-bff']}${webProduct(product.id, query)}`),
        askJson<MobileProduct>(`${urls['mobile-bff']}${mobileProduct(product.id, query)}`),
        askJson<PartnerProduct>(`${urls['partner-bff']}${partnerProduct(product.id, query)}`),
      ]);
      const truth = factsOf(product, prices.get(product.id)!, stocks.get(product.id)!);
      const told = { web: toldByWeb(web, truth), mobile: toldByMobile(mobile, truth), partner: toldByPartner(partner) };
      for (const [bff, facts] of Object.entries(told)) {
        compared += 1;
        if (!isDeepStrictEqual(facts, truth)) different.push({ bff, locale, facts, truth });
      }
    });

    expect(different).toEqual([]);
    expect(compared).toBe(products.length * locales.length * 3);
  },
);

it.each(currencies)(
  'a list says of each product, in %s and in every locale, what its own answer says',
  async (currency) => {
    const different: unknown[] = [];
    await eachAtMost(
      CONCURRENCY,
      groupsOf(BATCH, ids).flatMap((some) => locales.map((locale) => ({ some, locale }))),
      async ({ some, locale }) => {
        const query = `locale=${locale}&currency=${currency}`;
        const { urls } = system;
        const mobiles = await askJson<MobileList>(`${urls['mobile-bff']}${mobileList(some, query)}`);
        const partners = await askJson<PartnerList>(`${urls['partner-bff']}${partnerList(some, query)}`);
        expect({ missing: mobiles.missing, degraded: mobiles.degraded }).toEqual({ missing: [], degraded: [] });
        expect(partners.problems).toEqual([]);
        for (const [n, id] of some.entries()) {
          const single = [
            await askJson<MobileProduct>(`${urls['mobile-bff']}${mobileProduct(id, query)}`),
            await askJson<PartnerProduct>(`${urls['partner-bff']}${partnerProduct(id, query)}`),
          ];
          const listed = [mobiles.items[n], partners.items[n]];
          if (!isDeepStrictEqual(listed, single)) different.push({ listed, single });
        }
      },
    );
    expect(different).toEqual([]);
  },
);
