import { Agent } from 'node:http';
// eslint-disable-next-line no-restricted-imports -- the baseline is axios as it comes
import axios from 'axios';
import type { ServiceUrls } from '../services.ts';

type Query = Record<string, string | number>;

/** What the naive backends know of a service: a GET that answers with the parsed body, typed by hope. */
export interface ServiceCalls {
  /** @returns null where the service knows no such thing (404) */
  get<T>(service: keyof ServiceUrls, path: string, query?: Query): Promise<T | null>;
  /** @returns the found items by id */
  getItems<T extends { id: string }>(
    service: keyof ServiceUrls,
    path: string,
    ids: readonly string[],
    query?: Query,
  ): Promise<Map<string, T>>;
}

/** axios as it comes, with connections that are kept. */
export function createServiceCalls(urls: ServiceUrls): ServiceCalls {
  const http = axios.create({
    httpAgent: new Agent({ keepAlive: true }),
    validateStatus: (status) => status === 200 || status === 404,
  });
  const get: ServiceCalls['get'] = async <T>(service: keyof ServiceUrls, path: string, query: Query = {}) => {
    const { status, data } = await http.get<T>(`${urls[service]}${path}`, { params: query });
    return status === 404 ? null : data;
  };
  return {
    get,
    async getItems<T extends { id: string }>(
      service: keyof ServiceUrls,
      path: string,
      ids: readonly string[],
      query: Query = {},
    ) {
      const batch = await get<{ items: T[] }>(service, path, { ...query, ids: ids.join(',') });
      return new Map(batch?.items.map((item) => [item.id, item]));
    },
  };
}
