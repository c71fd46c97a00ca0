import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type CatalogueEntry, type Downstreams, type ServiceName } from '@product-bffs/downstreams';
import { createLogger, parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { headersOfRefusals } from '../src/openapi-parts.ts';
import type { ListProblem } from '../src/product-detail/contract.ts';
import type { Product2026_10 } from '../src/versions/2026-10/contract.ts';
import { contract } from './contract.ts';
import { createRegistry, ownVariables, type Registry } from './registry.ts';

/** Records of 2026-10, which most tests ask for. */
export interface PartnerProductList {
  items: Product2026_10[];
  problems: ListProblem[];
}

/** partner-bff over services of its own, started once a test file. Asked with the key of the first partner, or none. */
export interface Partner extends CheckedApi {
  /** What the admin port would show. */
  metrics(): Promise<string>;
  services: Downstreams;
  registry: Registry;
  /** Without any key. */
  bare: CheckedApi;
  /** With the first key of this partner. */
  as(partnerId: string): CheckedApi;
  /** All that was logged. */
  log(): string;
  record(path: string, headers?: Record<string, string>): Promise<Product2026_10>;
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

/**
 * @param catalogue absent = the seed
 * @param partners absent: one, who sees all of the catalogue at public prices
 * @param clock absent: the real one
 */
export function usePartner(
  catalogue?: CatalogueEntry[],
  variables: Record<string, string> | (() => Promise<Record<string, string>>) = {},
  partners: Parameters<typeof createRegistry> = [{ id: 'tester' }],
  clock?: () => number,
  { keptChanges }: { keptChanges?: number } = {},
): Partner {
  const partner = {} as Partner;
  let close = () => Promise.resolve();
  beforeAll(async () => {
    const services = await startDownstreams({ ...(catalogue && { catalogue }), ...(keptChanges && { keptChanges }) });
    const { catalog, pricing, inventory } = services.urls;
    const registry = createRegistry(...partners);
    const config = parseEnvironment(environment, {
      ...ownVariables,
      ...registry.variables,
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      // Each test sees its services as they are: nothing is kept from the one before.
      CACHE_MB: '0',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      ...(typeof variables === 'function' ? await variables() : variables),
    });
    const logged: string[] = [];
    const logger = createLogger('partner-bff', 'info', { write: (line) => void logged.push(line) });
    const dependencies = createDependencies(config, logger, clock);
    close = () => dependencies.close();
    const bare = checkedApi(createApp(dependencies), contract, headersOfRefusals);
    const api = withKey(bare, registry.keyOf(partners[0]?.id ?? ''));
    Object.assign(partner, {
      ...api,
      bare,
      as: (partnerId) => withKey(bare, registry.keyOf(partnerId)),
      log: () => logged.join(''),
      registry,
      metrics: dependencies.telemetry.metrics,
      services,
      record: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as Product2026_10,
      list: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as PartnerProductList,
      write: (service, path, body) => write(services.urls[service] + path, body),
    } satisfies Partner);
  });
  afterEach(() => {
    for (const name of Object.keys(partner.services.urls)) partner.services.service(name as ServiceName).clearFaults();
  });
  afterAll(async () => {
    await Promise.all([close(), partner.services.stop()]);
    partner.registry.remove();
  });
  return partner;
}

/** Asks with this key. */
export function withKey(api: CheckedApi, key: string): CheckedApi {
  const keyed: CheckedApi['request'] = (method, path, options = {}) =>
    api.request(method, path, { ...options, headers: { 'x-api-key': key, ...options.headers } });
  return { request: keyed, get: (path, headers) => keyed('GET', path, headers && { headers }) };
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

/** Waits for a condition that nothing announces, but not past the time limit of a test: a process that waits never ends. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + 29_000;
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error('It has not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
