import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type CatalogueEntry, type Downstreams, type ServiceName } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import type { PartnerProduct, PartnerProductList } from '../src/product-detail/contract.ts';

/** partner-bff over services of its own, started once a test file. */
export interface Partner extends CheckedApi {
  /** What the admin port would show. */
  metrics(): Promise<string>;
  services: Downstreams;
  record(path: string, headers?: Record<string, string>): Promise<PartnerProduct>;
  list(path: string, headers?: Record<string, string>): Promise<PartnerProductList>;
  /** Writes at a service: the world changes behind the app. @returns what the service answers */
  write(service: ServiceName, path: string, body: object): Promise<Record<string, unknown>>;
}

/** Time enough for everything on a busy machine: for tests that are not about time. */
export const unhurried = {
  DEADLINE_MS: '10000',
  CATALOG_TIMEOUT_MS: '10000',
  PRICING_TIMEOUT_MS: '10000',
  INVENTORY_TIMEOUT_MS: '10000',
};

/** @param catalogue absent = the seed */
export function usePartner(catalogue?: CatalogueEntry[], variables: Record<string, string> = {}): Partner {
  const partner = {} as Partner;
  beforeAll(async () => {
    const services = await startDownstreams(catalogue && { catalogue });
    const { catalog, pricing, inventory } = services.urls;
    const config = parseEnvironment(environment, {
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      // Each test sees its services as they are: nothing is kept from the one before.
      CACHE_MB: '0',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      ...variables,
    });
    const dependencies = createDependencies(config);
    const api = checkedApi(createApp(dependencies), openApi);
    Object.assign(partner, {
      ...api,
      metrics: dependencies.telemetry.metrics,
      services,
      record: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as PartnerProduct,
      list: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as PartnerProductList,
      write: (service, path, body) => write(services.urls[service] + path, body),
    } satisfies Partner);
  });
  afterEach(() => {
    for (const name of Object.keys(partner.services.urls)) partner.services.service(name as ServiceName).clearFaults();
  });
  afterAll(() => partner.services.stop());
  return partner;
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
