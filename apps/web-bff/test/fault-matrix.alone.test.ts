import { checkedApi } from '@product-bffs/contract-testing';
import { describeFaultMatrix } from '@product-bffs/downstreams/describe-fault-matrix';
import type { BffUnderTest, Knowledge } from '@product-bffs/downstreams/fault-matrix';
import { parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import type { ProductDetail } from '../src/product-detail/contract.ts';
import { bodyOf, publicUrl, signInSettings, unhurried } from './web.ts';

/** An answer whose text for search engines is read too. */
type Page = Omit<ProductDetail, 'seo'> & { seo: Omit<ProductDetail['seo'], 'jsonLd'> & { jsonLd: JsonLd } };
type JsonLd = Record<string, unknown> & { offers?: Record<string, unknown> };
type SectionName = keyof ProductDetail['meta']['sections'];

const noReviews = { summary: { average: null, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } }, items: [] };

const offerOf = (page: Page, change: Record<string, unknown>) => ({ ...page.seo.jsonLd.offers, ...change });

/** What is undefined is not there. */
const withJsonLd = (page: Page, change: Record<string, unknown>): Page => ({
  ...page,
  seo: { ...page.seo, jsonLd: { ...page.seo.jsonLd, ...change } },
});

const withCards = (page: Page, change: object): Page => ({
  ...page,
  related: page.related && page.related.map((card) => ({ ...card, ...change })),
});

/** What a page is without what a service knows, and with what it is known not to have. */
const lost = {
  catalog: (page: Page): Page => page,
  pricing: (page: Page): Page => ({
    ...withJsonLd(withCards(page, { price: null }), { offers: undefined }),
    price: null,
    purchasable: false,
  }),
  inventory: (page: Page): Page => ({
    ...(page.price ? withJsonLd(page, { offers: offerOf(page, { availability: undefined }) }) : page),
    availability: { status: 'unknown' },
    purchasable: false,
  }),
  reviews: (page: Page): Page => ({
    ...withJsonLd(withCards(page, { rating: null }), { aggregateRating: undefined, review: undefined }),
    reviews: null,
  }),
  recommendations: (page: Page): Page => ({ ...page, related: null }),
};

const none = {
  ...lost,
  reviews: (page: Page): Page => ({
    ...withCards(lost.reviews(page), { rating: { average: null, count: 0 } }),
    reviews: { ...noReviews, nextCursor: null },
  }),
  recommendations: (page: Page): Page => ({ ...page, related: [] }),
};

/** What a status is that nobody has heard of: unknown, and nobody's related card. */
const unheardOf = {
  ...lost,
  catalog: (page: Page): Page => ({
    ...withJsonLd(page, { offers: offerOf(page, { availability: undefined }) }),
    status: 'unknown',
    purchasable: false,
    related: [],
  }),
};

/** The sections that a service is in: missing with it, or old with it. */
const sectionsOf = {
  catalog: { missing: [], stale: ['product', 'related'] },
  pricing: { missing: ['price', 'related.price'], stale: ['price', 'related.price'] },
  inventory: { missing: ['availability'], stale: ['availability'] },
  reviews: { missing: ['reviews', 'related.rating'], stale: ['reviews', 'related.rating'] },
  recommendations: { missing: ['related', 'related.price', 'related.rating'], stale: ['related'] },
} as const satisfies Record<keyof typeof lost, Record<'missing' | 'stale', SectionName[]>>;

function without(page: Page, service: keyof typeof lost, knowledge: Knowledge): Page {
  switch (knowledge.is) {
    case 'none':
      return none[service](page);
    case 'unheard-of':
      return unheardOf[service](page);
    case 'stale':
      return inState(page, sectionsOf[service].stale, { state: 'stale', asOf: knowledge.asOf });
    case 'missing':
      return inState(lost[service](page), sectionsOf[service].missing, { state: 'missing', reason: knowledge.reason });
  }
}

function inState(page: Page, names: readonly SectionName[], state: Page['meta']['sections'][SectionName]): Page {
  const sections = { ...page.meta.sections, ...Object.fromEntries(names.map((name) => [name, state])) };
  return { ...page, meta: { ...page.meta, sections } };
}

const bff: BffUnderTest<Page> = {
  name: 'web-bff',
  needs: {
    catalog: 'required',
    pricing: 'optional',
    inventory: 'optional',
    reviews: 'optional',
    recommendations: 'optional',
  },
  budgetMs: 800,
  sectionLimitMs: 400,
  answersAre: 'public',
  path: (id) => `/products/${id}`,
  start({ urls, clock, isPatient }) {
    const config = parseEnvironment(environment, {
      PUBLIC_URL: publicUrl,
      ...signInSettings(),
      MEDIA_BASE_URL: 'https://media.example',
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      CATALOG_URL: urls.catalog,
      PRICING_URL: urls.pricing,
      INVENTORY_URL: urls.inventory,
      REVIEWS_URL: urls.reviews,
      RECOMMENDATIONS_URL: urls.recommendations,
      ...(isPatient && unhurried),
    });
    const dependencies = createDependencies(config, undefined, clock);
    const api = checkedApi(createApp(dependencies), openApi);
    return {
      async get(path) {
        const answer = await api.get(path);
        const body = bodyOf(answer);
        const { seo } = body as { seo?: ProductDetail['seo'] };
        const read = seo && { seo: { ...seo, jsonLd: JSON.parse(seo.jsonLd) as JsonLd } };
        return { status: answer.status, headers: answer.headers, body: { ...body, ...read } };
      },
      close: () => dependencies.close(),
    };
  },
  without,
  troubled: ({ meta }) => Object.values(meta.sections).flatMap(({ state }) => (state === 'fresh' ? [] : [state])),
};

describeFaultMatrix(bff);
