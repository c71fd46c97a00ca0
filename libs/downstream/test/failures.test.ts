import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import { inspect } from 'node:util';
import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createRecommendationsClient,
  createReviewsClient,
  type DownstreamError,
  DownstreamInvalid,
  DownstreamRefused,
  DownstreamTimeout,
  DownstreamUnreachable,
} from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';

let services: Downstreams;
beforeAll(async () => {
  services = await startDownstreams({ catalogue: [sampleEntry('lamp', { related: ['shade'] }), sampleEntry('shade')] });
});
afterEach(() => {
  for (const name of calls.map(([service]) => service)) services.service(name).clearFaults();
});
afterAll(() => services.stop());

/** One call of each service, by the name that the service's own statistics give it. */
const calls = [
  [
    'catalog',
    'getProduct',
    (url: string, timeoutMs: number) =>
      createCatalogClient({ url, timeoutMs, ...caller }).getProduct('lamp', { locale: 'en-GB' }, callContext()),
  ],
  [
    'pricing',
    'getPrice',
    (url: string, timeoutMs: number) =>
      createPricingClient({ url, timeoutMs, ...caller }).getPrice('lamp', { currency: 'GBP' }, callContext()),
  ],
  [
    'inventory',
    'getStock',
    (url: string, timeoutMs: number) =>
      createInventoryClient({ url, timeoutMs, ...caller }).getStock('lamp', callContext()),
  ],
  [
    'reviews',
    'getReviews',
    (url: string, timeoutMs: number) =>
      createReviewsClient({ url, timeoutMs, ...caller }).getReviews('lamp', { limit: 3 }, callContext()),
  ],
  [
    'reviews',
    'getSummaries',
    (url: string, timeoutMs: number) =>
      createReviewsClient({ url, timeoutMs, ...caller }).getSummary('lamp', callContext()),
  ],
  [
    'recommendations',
    'getRelated',
    (url: string, timeoutMs: number) =>
      createRecommendationsClient({ url, timeoutMs, ...caller }).getRelated('lamp', { limit: 3 }, callContext()),
  ],
] as const;

type FailureClass = new (...args: never[]) => DownstreamError;

const faults: [fault: FaultInput, failure: FailureClass, what: object][] = [
  [{ kind: 'hang' }, DownstreamTimeout, { reason: 'timeout' }],
  [{ kind: 'latency', latencyMs: 2000 }, DownstreamTimeout, { reason: 'timeout' }],
  [{ kind: 'drip', bytesPerSecond: 100 }, DownstreamTimeout, { reason: 'timeout' }],
  [{ kind: 'status', status: 500 }, DownstreamRefused, { reason: 'unavailable', status: 500 }],
  [{ kind: 'status', status: 400 }, DownstreamRefused, { reason: 'unavailable', status: 400 }],
  [{ kind: 'status', status: 401 }, DownstreamRefused, { reason: 'unavailable', status: 401 }],
  [{ kind: 'status', status: 410 }, DownstreamRefused, { reason: 'unavailable', status: 410 }],
  [{ kind: 'status', status: 302 }, DownstreamRefused, { reason: 'unavailable', status: 302 }],
  [{ kind: 'status', status: 304 }, DownstreamRefused, { reason: 'unavailable', status: 304 }],
  [{ kind: 'status', status: 429, retryAfterS: 3 }, DownstreamRefused, { status: 429, retryAfterMs: 3000 }],
  [{ kind: 'status', status: 503, retryAfterS: 7 }, DownstreamRefused, { status: 503, retryAfterMs: 7000 }],
  [{ kind: 'status', status: 504 }, DownstreamRefused, { status: 504 }],
  [{ kind: 'reset' }, DownstreamUnreachable, { reason: 'unavailable' }],
  [{ kind: 'reset', afterBytes: 20 }, DownstreamUnreachable, { reason: 'unavailable' }],
  [{ kind: 'truncate' }, DownstreamUnreachable, { reason: 'unavailable' }],
  [{ kind: 'status', status: 204 }, DownstreamInvalid, { reason: 'invalid' }],
  [{ kind: 'html' }, DownstreamInvalid, { reason: 'invalid' }],
  [{ kind: 'garbage' }, DownstreamInvalid, { reason: 'invalid' }],
  [{ kind: 'huge', bytes: 50_000_000 }, DownstreamInvalid, { reason: 'invalid' }],
  [{ kind: 'gzip-bomb' }, DownstreamInvalid, { reason: 'invalid' }],
  [{ kind: 'bad-gzip' }, DownstreamInvalid, { reason: 'invalid' }],
];

const failureOf = (call: Promise<unknown>) =>
  call.then(
    (value) => ({ succeeded: value }),
    (error: unknown) => error,
  );

/** Long enough that only a call which never ends runs into it. */
const patienceMs = (failure: FailureClass) => (failure === DownstreamTimeout ? 150 : 5000);

describe.each(calls)('%s %s', (service, operation, call) => {
  it.each(faults)('fails for %j as what it is', async (fault, failure, what) => {
    await services.service(service).setFaults(fault);
    const error = await failureOf(call(services.urls[service], patienceMs(failure)));
    expect(error).toBeInstanceOf(failure);
    expect(error).toMatchObject({ downstream: service, operation, ...what });
  });

  it('fails as unreachable when the service is not there', async () => {
    const stopped = services.service(service);
    await stopped.stop();
    const error = await failureOf(call(stopped.url, 5000));
    await stopped.start();
    expect(error).toBeInstanceOf(DownstreamUnreachable);
    expect(error).toMatchObject({
      reason: 'unavailable',
      message: `${service}.${operation}: no complete answer (ECONNREFUSED)`,
    });
  });

  it('holds nothing of the request or the answer in any failure', async () => {
    const url = services.urls[service];
    for (const [fault, failure] of faults) {
      await services.service(service).setFaults(fault);
      const error = await failureOf(call(url, patienceMs(failure)));
      const held = [
        'downstream',
        'message',
        'name',
        'operation',
        'reason',
        'retryAfterMs',
        'stack',
        'status',
        'unanswered',
      ];
      expect(held).toEqual(expect.arrayContaining(Object.getOwnPropertyNames(error)));
      expect(inspect(error, { showHidden: true, depth: Infinity })).not.toMatch(
        new RegExp(`${new URL(url).port}|request-of-the-test|aaaaaaaa|lamp|Sign in|Scripted|Ana|axios|user-agent`, 'i'),
      );
    }
  });

  it('reads an answer with a new field, however deep', async () => {
    await services.service(service).setFaults({ kind: 'deep-json' });
    expect(await call(services.urls[service], 5000)).toMatchObject({ state: 'fresh', value: expect.any(Object) });
  });
});

describe('drift of an answer', () => {
  const [[, , getProduct], [, , getPrice], [, , getStock], [, , getReviews], , [, , getRelated]] = calls;

  it.each([
    ['catalog', getProduct, ['id', 'sku', 'slug', 'name', 'categories', 'summary', 'description', 'status', 'version']],
    ['catalog', getProduct, ['attributes.value', 'images.template', 'images.width', 'variants.options', 'updatedAt']],
    [
      'pricing',
      getPrice,
      ['id', 'priceList', 'currency', 'listMinor', 'currentMinor', 'taxIncluded', 'tiers', 'tiers.amountMinor'],
    ],
    ['inventory', getStock, ['id', 'status', 'quantity', 'version', 'updatedAt']],
    ['reviews', getReviews, ['summary', 'summary.count', 'items', 'rating', 'body', 'author', 'author.displayName']],
    ['recommendations', getRelated, ['id', 'items']],
  ] as const)(
    'of %s makes no sense when a field that is read is missing, renamed or of another type',
    async (service, call, fields) => {
      for (const field of fields) {
        for (const change of ['missing', 'renamed', 'retyped'] as const) {
          await services.service(service).setFaults({ kind: 'drift', field, change });
          const error = await failureOf(call(services.urls[service], 5000));
          expect([field, change, error]).toEqual([field, change, expect.any(DownstreamInvalid)]);
        }
      }
    },
  );

  it.each([
    ['catalog', getProduct, 'costPrice', 'missing'],
    ['catalog', getProduct, 'supplierCode', 'retyped'],
    ['catalog', getProduct, 'createdAt', 'renamed'],
    ['catalog', getProduct, 'gtin', 'missing'],
    ['catalog', getProduct, 'brand', 'missing'],
    ['catalog', getProduct, 'colourOfTheWeek', 'extra'],
    ['pricing', getPrice, 'validUntil', 'missing'],
    ['inventory', getStock, 'warehouses', 'retyped'],
    ['recommendations', getRelated, 'score', 'missing'],
  ] as const)(
    'of %s costs nothing where nobody reads the field or it may be absent (%#)',
    async (service, call, field, change) => {
      await services.service(service).setFaults({ kind: 'drift', field, change });
      expect(await call(services.urls[service], 5000)).toMatchObject({ state: 'fresh', value: expect.any(Object) });
    },
  );

  it('to a status that was unheard of is read as unknown', async () => {
    for (const service of ['catalog', 'inventory'] as const) {
      await services.service(service).setFaults({ kind: 'drift', field: 'status', change: 'enum' });
    }
    expect(await getProduct(services.urls.catalog, 5000)).toMatchObject({ value: { status: 'unknown' } });
    expect(await getStock(services.urls.inventory, 5000)).toMatchObject({ value: { status: 'unknown' } });
  });
});
