import { ask, askJson } from './ask.ts';
import { groupsOf } from './each-at-most.ts';
import type { ServiceName } from '@product-bffs/start';

/** The services, asked directly: what is true. */
export interface Services {
  /** Base URLs, without a slash at the end. */
  readonly urls: Record<ServiceName, string>;
}

export interface CatalogProduct {
  id: string;
  sku: string;
  gtin?: string;
  status: string;
  version: number;
  updatedAt: string;
}

export interface ServicePrice {
  id: string;
  currency: string;
  currentMinor: number;
  listMinor: number;
  taxIncluded: boolean;
  tiers: { minQuantity: number; amountMinor: number }[];
  validUntil?: string;
  version: number;
  updatedAt: string;
}

export interface ServiceStock {
  id: string;
  status: string;
  quantity: number;
  restockAt?: string;
  version: number;
  updatedAt: string;
}

/** The most ids that a batch takes. */
export const BATCH = 100;

/** Every product of the catalogue, page by page. */
export async function allProducts({ urls }: Services): Promise<CatalogProduct[]> {
  const products: CatalogProduct[] = [];
  let cursor: string | null = '';
  do {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { items: CatalogProduct[]; nextCursor: string | null } = await askJson(
      `${urls.catalog}/products?limit=${BATCH}${from}`,
    );
    products.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return products;
}

/** What a service has for these ids, by id. @param path of the batch, such as `/prices?currency=EUR` */
export async function allOf<T extends { id: string }>(
  serviceUrl: string,
  path: string,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const separator = path.includes('?') ? '&' : '?';
  const pages = await Promise.all(
    groupsOf(BATCH, ids).map((some) =>
      askJson<{ items: T[] }>(`${serviceUrl}${path}${separator}ids=${some.join(',')}`),
    ),
  );
  return new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}

/** Replaces the faults of a service; with none it is well again. @throws Error for a fault that it does not know */
export async function setFaults({ urls }: Services, service: ServiceName, ...faults: object[]): Promise<void> {
  const { status, body } = await ask(`${urls[service]}/__faults`, { method: 'PUT', body: faults });
  if (status !== 204) throw new Error(`${service} refused ${JSON.stringify(faults)}: ${body}`);
}

/** How often each operation of a service was called, those alone that were; the followed feed of changes is none of it. */
export async function callsOf({ urls }: Services, service: ServiceName): Promise<Record<string, number>> {
  const { calls } = await askJson<{ calls: Record<string, number> }>(`${urls[service]}/__stats`);
  return Object.fromEntries(Object.entries(calls).filter(([operation, n]) => n > 0 && operation !== 'getChanges'));
}

/** Counts from zero again. */
export async function forgetCalls({ urls }: Services): Promise<void> {
  await Promise.all(Object.values(urls).map((url) => ask(`${url}/__stats`, { method: 'DELETE' })));
}

/** Changes one record. @param path such as `/prices/oak-desk-lamp` @throws Error where the service does not take it */
export async function write(serviceUrl: string, path: string, body: object): Promise<void> {
  const answer = await ask(`${serviceUrl}${path}`, { method: 'PUT', body });
  if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`);
}
