import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type CatalogueEntry, type Downstreams, type ServiceName } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import type { Express } from 'express';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import type { MobileProduct, MobileProductList } from '../src/product-detail/contract.ts';

/** mobile-bff over services of its own, started once a test file. */
export interface Mobile extends CheckedApi {
  app: Express;
  /** What the admin port would show. */
  metrics(): Promise<string>;
  services: Downstreams;
  product(path: string, headers?: Record<string, string>): Promise<MobileProduct>;
  list(path: string, headers?: Record<string, string>): Promise<MobileProductList>;
  /** Writes at a service: the world changes behind the app. @returns what the service answers */
  write(service: ServiceName, path: string, body: object): Promise<Record<string, unknown>>;
}

/** Time enough for everything on a busy machine: for tests that are not about time. */
export const unhurried = {
  DEADLINE_MS: '10000',
  SECTION_LIMIT_MS: '10000',
  CATALOG_TIMEOUT_MS: '10000',
  PRICING_TIMEOUT_MS: '10000',
  INVENTORY_TIMEOUT_MS: '10000',
  REVIEWS_TIMEOUT_MS: '10000',
};

/** Who issues tokens: nobody, where a test asks for nothing but what guests see. */
export const guestsOnly = {
  OIDC_ISSUER: 'http://127.0.0.1:1',
  TOKEN_AUDIENCE: 'https://api.shop.example/mobile',
  PUBLIC_URL: 'https://mobile.shop.example',
  REPLAY_STORE: 'memory',
};

/**
 * @param catalogue absent = the seed
 * @param clock milliseconds since the epoch
 */
export function useMobile(
  catalogue?: CatalogueEntry[],
  variables: Record<string, string> = {},
  clock: () => number = Date.now,
): Mobile {
  const mobile = {} as Mobile;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const services = await startDownstreams(catalogue && { catalogue });
    const { catalog, pricing, inventory, reviews } = services.urls;
    const config = parseEnvironment(environment, {
      MEDIA_BASE_URL: 'https://media.example',
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      // Each test sees its services as they are: nothing is kept from the one before.
      CACHE_MB: '0',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      REVIEWS_URL: reviews,
      ...guestsOnly,
      ...variables,
    });
    const dependencies = createDependencies(config, undefined, clock);
    close = () => dependencies.close();
    const app = createApp(dependencies);
    const api = checkedApi(app, openApi);
    Object.assign(mobile, {
      app,
      ...api,
      metrics: dependencies.telemetry.metrics,
      services,
      product: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as MobileProduct,
      list: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as MobileProductList,
      write: (service, path, body) => write(services.urls[service] + path, body),
    } satisfies Mobile);
  });
  afterEach(() => {
    for (const name of Object.keys(mobile.services.urls)) mobile.services.service(name as ServiceName).clearFaults();
  });
  afterAll(async () => {
    await close();
    await mobile.services.stop();
  });
  return mobile;
}

export function bodyOf(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.bytes.toString('utf8')) as Record<string, unknown>;
}

async function write(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`PUT ${url}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
