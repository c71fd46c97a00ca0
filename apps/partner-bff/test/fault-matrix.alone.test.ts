import { checkedApi } from '@product-bffs/contract-testing';
import { describeFaultMatrix } from '@product-bffs/downstreams/describe-fault-matrix';
import type { BffUnderTest, Knowledge } from '@product-bffs/downstreams/fault-matrix';
import { parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { headersOfRefusals } from '../src/openapi-parts.ts';
import type { Product2026_10 } from '../src/versions/2026-10/contract.ts';
import { contract } from './contract.ts';
import { bodyOf, unhurried, withKey } from './partner.ts';
import { createRegistry, ownVariables } from './registry.ts';

/** A record has all three sections or there is none; one may be old, and inventory may not know the product. */
const sectionOf = { catalog: 'product', pricing: 'price', inventory: 'availability' } as const;

type UsedService = keyof typeof sectionOf;

function without(record: Product2026_10, service: UsedService, knowledge: Knowledge): Product2026_10 {
  const { availability, sync } = record;
  switch (knowledge.is) {
    case 'none': {
      const version = sync.version.split('.').with(2, '0').join('.');
      return { ...record, availability: { status: 'unknown', quantity: null }, sync: { ...sync, version } };
    }
    case 'unheard-of':
      if (service === 'catalog') return { ...record, status: 'unknown' };
      return { ...record, availability: { ...availability, status: 'unknown' } };
    case 'stale':
      return { ...record, sync: { ...sync, stale: [{ section: sectionOf[service], asOf: knowledge.asOf }] } };
    case 'missing':
      throw new Error('There is no record with a section missing.');
  }
}

const bff: BffUnderTest<Product2026_10> = {
  name: 'partner-bff',
  needs: { catalog: 'required', pricing: 'required', inventory: 'required or none' },
  budgetMs: 2000,
  sectionLimitMs: 2000,
  answersAre: 'private',
  path: (id) => `/2026-10/products/${id}`,
  start({ urls, clock, isPatient }) {
    const registry = createRegistry({ id: 'tester' });
    const config = parseEnvironment(environment, {
      ...ownVariables,
      ...registry.variables,
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      CATALOG_URL: urls.catalog,
      PRICING_URL: urls.pricing,
      INVENTORY_URL: urls.inventory,
      ...(isPatient && unhurried),
    });
    const dependencies = createDependencies(config, undefined, clock);
    const api = withKey(checkedApi(createApp(dependencies), contract, headersOfRefusals), registry.keyOf('tester'));
    return {
      async get(path) {
        const answer = await api.get(path);
        return { status: answer.status, headers: answer.headers, body: bodyOf(answer) };
      },
      async close() {
        await dependencies.close();
        registry.remove();
      },
    };
  },
  without: (record, service, knowledge) => without(record, service as UsedService, knowledge),
  troubled: ({ sync }) => (sync.stale ?? []).map(() => 'stale'),
};

describeFaultMatrix(bff);
