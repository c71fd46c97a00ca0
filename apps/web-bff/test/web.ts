import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type CatalogueEntry, type Downstreams } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import { developmentSecretOf } from '@product-bffs/identity';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import type { ProductDetail } from '../src/product-detail/contract.ts';

/** web-bff over services of its own, started once a test file. */
export interface Web extends CheckedApi {
  /** What the admin port would show. */
  metrics(): Promise<string>;
  services: Downstreams;
  detail(path: string, headers?: Record<string, string>): Promise<ProductDetail>;
}

export const publicUrl = 'https://shop.example';

/** Time enough for everything on a busy machine: for tests that are not about time. */
export const unhurried = {
  DEADLINE_MS: '10000',
  SECTION_LIMIT_MS: '10000',
  CATALOG_TIMEOUT_MS: '10000',
  PRICING_TIMEOUT_MS: '10000',
  INVENTORY_TIMEOUT_MS: '10000',
  REVIEWS_TIMEOUT_MS: '10000',
  RECOMMENDATIONS_TIMEOUT_MS: '10000',
};

/** Of a provider that nobody asks, unless a test says otherwise. */
export function signInSettings(issuer = 'http://127.0.0.1:1'): Record<string, string> {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'web-bff',
    OIDC_CLIENT_SECRET: developmentSecretOf('web-bff'),
    BFF_URL: publicUrl,
    SESSION_STORE: 'memory',
    SESSION_KEYS: `test:${randomBytes(32).toString('base64')}`,
  };
}

/** @param catalogue absent = the seed */
export function useWeb(catalogue?: CatalogueEntry[], variables: Record<string, string> = {}): Web {
  const web = {} as Web;
  beforeAll(async () => {
    const services = await startDownstreams(catalogue && { catalogue });
    const { catalog, pricing, inventory, reviews, recommendations } = services.urls;
    const config = parseEnvironment(environment, {
      PUBLIC_URL: publicUrl,
      ...signInSettings(),
      MEDIA_BASE_URL: 'https://media.example',
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      // Each test sees its services as they are: nothing is kept from the one before.
      CACHE_MB: '0',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      REVIEWS_URL: reviews,
      RECOMMENDATIONS_URL: recommendations,
      ...variables,
    });
    const dependencies = createDependencies(config);
    const api = checkedApi(createApp(dependencies), openApi);
    const detail = async (path: string, headers?: Record<string, string>) => detailOf(await api.get(path, headers));
    Object.assign(web, { ...api, services, detail, metrics: dependencies.telemetry.metrics });
  });
  afterEach(() => {
    for (const name of Object.keys(web.services.urls)) web.services.service(name as 'catalog').clearFaults();
  });
  afterAll(() => web.services.stop());
  return web;
}

export function bodyOf(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.bytes.toString('utf8')) as Record<string, unknown>;
}

export function detailOf(answer: Answer): ProductDetail {
  return bodyOf(answer) as ProductDetail;
}
