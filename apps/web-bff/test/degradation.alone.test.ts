import { describe, expect, it } from '@jest/globals';
import { sampleEntry, type FaultInput, type ServiceName } from '@product-bffs/downstreams';
import type { ProductDetail } from '../src/product-detail/contract.ts';
import { detailOf, useWeb } from './web.ts';

const web = useWeb([sampleEntry('lamp', { related: ['shade'] }), sampleEntry('shade')]);

type Reason = 'unavailable' | 'timeout' | 'invalid';

/** What a service can do wrong, why its section is then missing, and what an answer becomes that cannot do without it. */
const faults: [name: string, fault: FaultInput | 'killed', reason: Reason, status: number][] = [
  ['is not there', 'killed', 'unavailable', 503],
  ['hangs', { kind: 'hang' }, 'timeout', 504],
  ['is slower than its timeout', { kind: 'latency', latencyMs: 1000 }, 'timeout', 504],
  ['drips', { kind: 'drip', bytesPerSecond: 100 }, 'timeout', 504],
  ['answers 500', { kind: 'status', status: 500 }, 'unavailable', 503],
  ['answers 503', { kind: 'status', status: 503, retryAfterS: 7 }, 'unavailable', 503],
  ['answers 429', { kind: 'status', status: 429, retryAfterS: 7 }, 'unavailable', 503],
  ['redirects', { kind: 'status', status: 302 }, 'unavailable', 503],
  ['resets the connection', { kind: 'reset' }, 'unavailable', 503],
  ['resets the connection in the middle', { kind: 'reset', afterBytes: 40 }, 'unavailable', 503],
  ['cuts its answer off', { kind: 'truncate' }, 'unavailable', 503],
  ['answers HTML', { kind: 'html' }, 'invalid', 502],
  ['answers garbage', { kind: 'garbage' }, 'invalid', 502],
  ['answers more than is read', { kind: 'huge', bytes: 50_000_000 }, 'invalid', 502],
  ['answers a gzip bomb', { kind: 'gzip-bomb' }, 'invalid', 502],
  ['answers gzip that is none', { kind: 'bad-gzip' }, 'invalid', 502],
];

async function withFault(service: ServiceName, fault: FaultInput | 'killed', test: () => Promise<void>) {
  const broken = web.services.service(service);
  await (fault === 'killed' ? broken.stop() : broken.setFaults(fault));
  try {
    await test();
  } finally {
    await broken.start();
  }
}

async function detailWith(service: ServiceName, fault: FaultInput | 'killed', check: (detail: ProductDetail) => void) {
  await withFault(service, fault, async () => {
    const answer = await web.get('/products/lamp');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    check(detailOf(answer));
  });
}

const missing = (reason: Reason) => ({ state: 'missing', reason });
const fresh = { state: 'fresh' };
const allFresh = {
  product: fresh,
  price: fresh,
  availability: fresh,
  reviews: fresh,
  related: fresh,
  'related.price': fresh,
  'related.rating': fresh,
};

describe.each(faults)('a service that %s', (_name, fault, reason, status) => {
  it(`fails the answer with ${status} when it is the catalog`, async () => {
    await withFault('catalog', fault, async () => {
      const answer = await web.get('/products/lamp');
      expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
      const theirs = typeof fault === 'object' && fault.kind === 'status' ? fault.retryAfterS : undefined;
      expect(answer.headers['retry-after']).toBe(status === 503 ? String(theirs ?? 1) : undefined);
    });
  });

  it('costs the price alone when it is pricing: no price, no offer, not to be bought', async () => {
    await detailWith('pricing', fault, (detail) => {
      expect(detail).toMatchObject({ price: null, purchasable: false, availability: { status: 'in_stock' } });
      expect(detail.related?.[0]).toMatchObject({ id: 'shade', price: null, rating: { count: 3 } });
      expect(JSON.parse(detail.seo.jsonLd)).not.toHaveProperty('offers');
      expect(detail.meta.sections).toEqual({ ...allFresh, price: missing(reason), 'related.price': missing(reason) });
    });
  });

  it('costs the availability alone when it is inventory: unknown, never out of stock', async () => {
    await detailWith('inventory', fault, (detail) => {
      expect(detail).toMatchObject({
        availability: { status: 'unknown' },
        purchasable: false,
        price: { currentMinor: 7450 },
      });
      expect(JSON.parse(detail.seo.jsonLd)).not.toHaveProperty('offers.availability');
      expect(detail.meta.sections).toEqual({ ...allFresh, availability: missing(reason) });
    });
  });

  it('costs the reviews alone when it is reviews', async () => {
    await detailWith('reviews', fault, (detail) => {
      expect(detail).toMatchObject({ reviews: null, purchasable: true });
      expect(detail.related?.[0]).toMatchObject({ id: 'shade', rating: null, price: { currency: 'GBP' } });
      expect(JSON.parse(detail.seo.jsonLd)).not.toHaveProperty('aggregateRating');
      expect(detail.meta.sections).toEqual({
        ...allFresh,
        reviews: missing(reason),
        'related.rating': missing(reason),
      });
    });
  });

  it('costs what is related alone when it is recommendations', async () => {
    await detailWith('recommendations', fault, (detail) => {
      expect(detail).toMatchObject({ related: null, purchasable: true });
      const gone = missing(reason);
      expect(detail.meta.sections).toEqual({
        ...allFresh,
        related: gone,
        'related.price': gone,
        'related.rating': gone,
      });
    });
  });
});

describe('a service that drifts', () => {
  it.each<[ServiceName, string, 'missing' | 'renamed' | 'retyped', Partial<ProductDetail['meta']['sections']>]>([
    ['pricing', 'currentMinor', 'missing', { price: { state: 'missing', reason: 'invalid' } }],
    ['pricing', 'currentMinor', 'retyped', { price: { state: 'missing', reason: 'invalid' } }],
    ['inventory', 'status', 'renamed', { availability: { state: 'missing', reason: 'invalid' } }],
    ['reviews', 'summary', 'retyped', { reviews: { state: 'missing', reason: 'invalid' } }],
    ['recommendations', 'items', 'missing', { related: { state: 'missing', reason: 'invalid' } }],
  ])('costs its section when %s has %s %s', async (service, field, change, sections) => {
    await detailWith(service, { kind: 'drift', field, change }, (detail) => {
      expect(detail.meta.sections).toMatchObject(sections);
    });
  });

  it.each<FaultInput>([
    { kind: 'drift', field: 'name', change: 'missing' },
    { kind: 'drift', field: 'images', change: 'retyped' },
    { kind: 'drift', field: 'id', change: 'renamed' },
  ])('fails the answer with 502 when it is the catalog: %j', async (fault) => {
    await withFault('catalog', fault, async () => {
      expect((await web.get('/products/lamp')).status).toBe(502);
    });
  });

  it.each<[ServiceName, FaultInput]>([
    ['catalog', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['pricing', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['catalog', { kind: 'deep-json' }],
    ['inventory', { kind: 'deep-json' }],
    ['catalog', { kind: 'drift', field: 'supplierCode', change: 'missing' }],
  ])('costs nothing where nobody reads: %s, %j', async (service, fault) => {
    await web.services.service(service).setFaults(fault);
    expect((await web.detail('/products/lamp')).meta.sections).toEqual(allFresh);
  });

  it('makes a stock status that nobody has heard of unknown, and fresh', async () => {
    await web.services.service('inventory').setFaults({ kind: 'drift', field: 'status', change: 'enum' });
    const detail = await web.detail('/products/lamp');
    expect(detail).toMatchObject({ availability: { status: 'unknown' }, purchasable: false });
    expect(detail.meta.sections).toEqual(allFresh);
  });
});

it('has no cards but every other section when only the batch of the catalog fails', async () => {
  await web.services.service('catalog').setFaults({ kind: 'status', status: 500, operation: 'getProducts' });
  const detail = await web.detail('/products/lamp');
  const gone = missing('unavailable');
  expect(detail.related).toBeNull();
  expect(detail.meta.sections).toEqual({ ...allFresh, related: gone, 'related.price': gone, 'related.rating': gone });
});

it('answers with the product alone when all that is optional is gone', async () => {
  const optional = ['pricing', 'inventory', 'reviews', 'recommendations'] as const;
  for (const name of optional) await web.services.service(name).setFaults({ kind: 'hang' });
  const detail = await web.detail('/products/lamp');
  expect(detail).toMatchObject({ name: 'The lamp', price: null, reviews: null, related: null, purchasable: false });
});

it('cancels what it no longer waits for: the services see it aborted', async () => {
  const recommendations = web.services.service('recommendations');
  recommendations.clearStats();
  await recommendations.setFaults({ kind: 'hang' });
  await web.get('/products/lamp');
  const until = performance.now() + 1000;
  while (recommendations.stats().aborted === 0 && performance.now() < until) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(recommendations.stats()).toMatchObject({ aborted: 1, inFlight: 0 });
});
