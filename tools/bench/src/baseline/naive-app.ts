import express, { type Express, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { ServiceUrls } from '../services.ts';
import { mobileProduct } from './mobile-product.ts';
import { partnerList, partnerListBatched, partnerProduct } from './partner-list.ts';
import { createServiceCalls } from './service-calls.ts';
import { webProduct } from './web-product.ts';

export const naiveKinds = ['web', 'web-cached', 'mobile', 'partner', 'partner-batched'] as const;
export type NaiveKind = (typeof naiveKinds)[number];

export interface NaiveSettings {
  urls: ServiceUrls;
  publicUrl: string;
  problemBaseUrl: string;
}

/** As long as stock may be old, the shortest of the lifetimes that the BFFs keep to. */
const CACHED_MS = 5000;
const MAX_CACHED = 10_000;

/**
 * What is written first where nobody thought about cost: Express as it comes, axios as it comes, everything at once,
 * `res.json`. It answers with what the BFF of that name answers with, on the same path.
 */
export function createNaiveApp(kind: NaiveKind, { urls, publicUrl, problemBaseUrl }: NaiveSettings): Express {
  const calls = createServiceCalls(urls);
  const settings = { locale: 'en-GB', currency: 'GBP', publicUrl, problemBaseUrl, mediaBaseUrl: urls.catalog };
  const app = express();

  if (kind === 'web') {
    app.get('/products/:id', async (req, res) => {
      send(res, await webProduct(calls, req.params.id, settings));
    });
  } else if (kind === 'web-cached') {
    const cache = new LRUCache<string, object>({ max: MAX_CACHED, ttl: CACHED_MS });
    app.get('/products/:id', async (req, res) => {
      const { id } = req.params;
      const kept = cache.get(id);
      const product = kept ?? (await webProduct(calls, id, settings));
      if (kept === undefined && product !== null) cache.set(id, product);
      send(res, product);
    });
  } else if (kind === 'mobile') {
    app.get('/products/:id', async (req, res) => {
      send(res, await mobileProduct(calls, req.params.id, settings));
    });
  } else {
    const list = kind === 'partner' ? partnerList : partnerListBatched;
    app.get('/2026-10/products/:id', async (req, res) => {
      send(res, await partnerProduct(calls, req.params.id, settings));
    });
    app.get('/2026-10/products', async (req, res) => {
      const { ids } = req.query as { ids: string };
      send(res, await list(calls, ids.split(','), settings));
    });
  }
  return app;
}

function send(res: Response, body: object | null): void {
  if (body === null) res.status(404).json({ status: 404 });
  else res.json(body);
}
