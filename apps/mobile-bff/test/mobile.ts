import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import type { CatalogueEntry, Downstreams, ServiceName } from '@product-bffs/downstreams';
import type { Express } from 'express';
import { openApi } from '../src/openapi.ts';
import type { MobileProduct, MobileProductList } from '../src/product-detail/contract.ts';
import { startMobile } from './start-mobile.ts';

export { guestsOnly, unhurried } from './start-mobile.ts';

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

/** An app that knows all of the contract there is. */
export const newestApp = { 'app-platform': 'ios', 'app-version': '99.0' };

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
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const started = await startMobile({ ...(catalogue && { catalogue }), variables, clock });
    const { app, services } = started;
    const api = checkedApi(app, openApi);
    stop = started.stop;
    Object.assign(mobile, {
      app,
      ...api,
      metrics: started.metrics,
      services,
      product: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as MobileProduct,
      list: async (path, headers) => bodyOf(await api.get(path, headers)) as unknown as MobileProductList,
      write: (service, path, body) => write(services.urls[service] + path, body),
    } satisfies Mobile);
  });
  afterEach(() => {
    for (const name of Object.keys(mobile.services.urls)) mobile.services.service(name as ServiceName).clearFaults();
  });
  afterAll(() => stop());
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
