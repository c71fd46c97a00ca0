import { checkedApi } from '@product-bffs/contract-testing';
import { describeFaultMatrix } from '@product-bffs/downstreams/describe-fault-matrix';
import type { BffUnderTest, Knowledge } from '@product-bffs/downstreams/fault-matrix';
import { parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import { sectionNames, type MobileProduct } from '../src/product-detail/contract.ts';
import { bodyOf, guestsOnly, unhurried } from './mobile.ts';

/** The section of each service, and what a product is without it. */
const sections = {
  catalog: { section: 'product', lost: {} },
  pricing: { section: 'price', lost: { price: null, purchasable: false } },
  inventory: { section: 'availability', lost: { availability: { status: 'unknown' }, purchasable: false } },
  reviews: { section: 'rating', lost: { rating: null } },
} as const satisfies Record<string, { section: (typeof sectionNames)[number]; lost: Partial<MobileProduct> }>;

type UsedService = keyof typeof sections;

function without(product: MobileProduct, service: UsedService, knowledge: Knowledge): MobileProduct {
  const { section, lost } = sections[service];
  switch (knowledge.is) {
    case 'none':
      return { ...product, ...lost, ...(service === 'reviews' && { rating: { average: null, count: 0 } }) };
    case 'unheard-of':
      return service === 'catalog' ? { ...product, status: 'unknown', purchasable: false } : { ...product, ...lost };
    case 'stale':
      return degraded(product, { section, state: 'stale', asOf: knowledge.asOf });
    case 'missing':
      return degraded({ ...product, ...lost }, { section, state: 'missing', reason: knowledge.reason });
  }
}

/** In the order in which sections are named everywhere. */
function degraded(product: MobileProduct, entry: MobileProduct['degraded'][number]): MobileProduct {
  const placeOf = ({ section }: { section: (typeof sectionNames)[number] }) => sectionNames.indexOf(section);
  return { ...product, degraded: [...product.degraded, entry].toSorted((one, other) => placeOf(one) - placeOf(other)) };
}

const bff: BffUnderTest<MobileProduct> = {
  name: 'mobile-bff',
  needs: { catalog: 'required', pricing: 'optional', inventory: 'optional', reviews: 'optional' },
  budgetMs: 1500,
  sectionLimitMs: 400,
  answersAre: 'public',
  path: (id) => `/products/${id}`,
  start({ urls, clock, isPatient }) {
    const config = parseEnvironment(environment, {
      MEDIA_BASE_URL: 'https://media.example',
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      CATALOG_URL: urls.catalog,
      PRICING_URL: urls.pricing,
      INVENTORY_URL: urls.inventory,
      REVIEWS_URL: urls.reviews,
      ...guestsOnly,
      ...(isPatient && unhurried),
    });
    const dependencies = createDependencies(config, undefined, clock);
    const api = checkedApi(createApp(dependencies), openApi);
    return {
      async get(path) {
        const answer = await api.get(path);
        return { status: answer.status, headers: answer.headers, body: bodyOf(answer) };
      },
      close: () => dependencies.close(),
    };
  },
  without: (product, service, knowledge) => without(product, service as UsedService, knowledge),
  troubled: (product) => product.degraded.map(({ state }) => state),
};

describeFaultMatrix(bff);
