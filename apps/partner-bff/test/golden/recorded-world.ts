import { checkedApi } from '@product-bffs/contract-testing';
import { sampleEntry, startDownstreams } from '@product-bffs/downstreams';
import { createLogger, parseEnvironment } from '@product-bffs/http-service';
import { createApp } from '../../src/app.ts';
import { environment } from '../../src/config.ts';
import { createDependencies } from '../../src/dependencies.ts';
import { headersOfRefusals } from '../../src/openapi-parts.ts';
import { contract } from '../contract.ts';
import { createRegistry, ownVariables } from '../registry.ts';

/** One request and what it was answered with, as it is committed; `at` is what the clock said. */
export interface Recorded {
  at: string;
  request: { method: string; path: string; headers: Record<string, string> };
  answer: RecordedAnswer;
}

export interface RecordedAnswer {
  status: number;
  headers: Record<string, string>;
  /** To the last byte, but for cursors: those are opaque. */
  body: string;
}

/** Those that a version promises; the others are the transport's, opaque (etag), or of the day (lifetimes, quotas). */
const keptHeaders = [
  'allow',
  'content-language',
  'content-type',
  'deprecation',
  'link',
  'retry-after',
  'sunset',
  'vary',
  'www-authenticate',
];

/** A day of the services behind, which never ends: nothing in it may ever change. */
const today = '2026-11-21T12:00:00Z';
const mug = sampleEntry('mug');
delete mug.gtin;
delete mug.brand;
const catalogue = [
  sampleEntry('lamp', { price: { listMinor: 8999, currentMinor: 7450, taxIncluded: true, tiers: [10, 50].map(tier) } }),
  mug,
  sampleEntry('sale', { price: { listMinor: 900, currentMinor: 500, taxIncluded: false, saleEndsInDays: 3 } }),
  sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
  sampleEntry('few', { stock: { status: 'low_stock', quantity: 2 } }),
  sampleEntry('out', { stock: { status: 'out_of_stock', quantity: 0 } }),
  sampleEntry('old', { status: 'discontinued' }),
];

/** Starts partner-bff over services that hold still, where a clock says what it is told. */
export async function startRecordedWorld() {
  let now = today;
  const services = await startDownstreams({ catalogue, now: () => new Date(today) });
  await put(`${services.urls.catalog}/products/unstocked`, { name: 'Never counted' });
  await put(`${services.urls.pricing}/prices/unstocked`, { currentMinor: 1250 });
  const registry = createRegistry({ id: 'tester' });
  const { catalog, pricing, inventory } = services.urls;
  const config = parseEnvironment(environment, {
    ...ownVariables,
    ...registry.variables,
    // Its name begins cursors.
    CURSOR_KEYS: `recorded:${Buffer.alloc(32, 1).toString('base64')}`,
    PROBLEM_BASE_URL: 'https://problems.example',
    CATALOG_URL: catalog,
    PRICING_URL: pricing,
    INVENTORY_URL: inventory,
    // The id of a request is in its problem.
    TRUSTED_PROXIES: 'loopback',
    ...Object.fromEntries(
      ['DEADLINE_MS', 'CATALOG_TIMEOUT_MS', 'PRICING_TIMEOUT_MS', 'INVENTORY_TIMEOUT_MS'].map((name) => [
        name,
        '10000',
      ]),
    ),
  });
  const dependencies = createDependencies(config, createLogger('partner-bff', 'silent'), () => Date.parse(now));
  const api = checkedApi(createApp(dependencies), contract, headersOfRefusals);
  return {
    async ask({
      at,
      request: { method, path, headers },
    }: Omit<Recorded, 'answer'>): Promise<{ answer: RecordedAnswer; etag: string | undefined }> {
      now = at;
      const own = { 'x-request-id': 'recorded', 'x-api-key': registry.keyOf('tester') };
      const answer = await api.request(method, path, { headers: { ...own, ...headers } });
      const kept = keptHeaders.flatMap((name) => (name in answer.headers ? [[name, answer.headers[name]]] : []));
      const keptAnswer = {
        status: answer.status,
        headers: Object.fromEntries(kept) as Record<string, string>,
        body: answer.bytes.toString('utf8').replace(/recorded\.[\w-]{40,}/g, '<cursor>'),
      };
      return { answer: keptAnswer, etag: answer.headers['etag'] };
    },
    async stop() {
      await Promise.all([dependencies.close(), services.stop()]);
      registry.remove();
    },
  };
}

function tier(minQuantity: number) {
  return { minQuantity, amountMinor: 7450 - 10 * minQuantity };
}

async function put(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { ok } = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!ok) throw new Error(`PUT ${url}`);
}
