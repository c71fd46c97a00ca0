import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type CatalogueEntry, type Downstreams } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import type { ProductDetail } from '../src/product-detail/contract.ts';

/** web-bff over services of its own, started once a test file. */
export interface Web extends CheckedApi {
  services: Downstreams;
  detail(path: string, headers?: Record<string, string>): Promise<ProductDetail>;
}

export const publicUrl = 'https://shop.example';

/** @param catalogue absent = the seed */
export function useWeb(catalogue?: CatalogueEntry[], variables: Record<string, string> = {}): Web {
  const web = {} as Web;
  beforeAll(async () => {
    const services = await startDownstreams(catalogue && { catalogue });
    const { catalog, pricing, inventory, reviews, recommendations } = services.urls;
    const config = parseEnvironment(environment, {
      PUBLIC_URL: publicUrl,
      MEDIA_BASE_URL: 'https://media.example',
      PROBLEM_BASE_URL: 'https://problems.example',
      LOG_LEVEL: 'silent',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      REVIEWS_URL: reviews,
      RECOMMENDATIONS_URL: recommendations,
      ...variables,
    });
    const api = checkedApi(createApp(createDependencies(config)), openApi);
    const detail = async (path: string, headers?: Record<string, string>) => detailOf(await api.get(path, headers));
    Object.assign(web, { ...api, services, detail });
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
