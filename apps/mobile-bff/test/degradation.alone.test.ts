import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, type FaultInput, type ServiceName } from '@product-bffs/downstreams';
import type { MobileProduct } from '../src/product-detail/contract.ts';
import { bodyOf, useMobile } from './mobile.ts';

const mobile = useMobile([sampleEntry('lamp'), sampleEntry('shade')]);

/** The answers when all is well. */
const well = {} as { lamp: MobileProduct; shade: MobileProduct };
beforeAll(async () => {
  well.lamp = await mobile.product('/products/lamp');
  well.shade = await mobile.product('/products/shade');
});

type Reason = 'unavailable' | 'timeout' | 'invalid';
type Fault = FaultInput | 'killed';

/** What a service can do wrong, why its section is then missing, and what an answer becomes that cannot do without it. */
const faults: [name: string, fault: Fault, reason: Reason, status: number][] = [
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

/** What each optional service costs, and nothing else. */
const optional = {
  pricing: { section: 'price', cost: { price: null, purchasable: false } },
  inventory: { section: 'availability', cost: { availability: { status: 'unknown' }, purchasable: false } },
  reviews: { section: 'rating', cost: { rating: null } },
};
type Optional = keyof typeof optional;

const missing = (section: string, reason: Reason) => ({ section, state: 'missing', reason });

/** One product and a list, both asked while the service is broken. */
async function answersWith(service: ServiceName, fault: Fault) {
  const broken = mobile.services.service(service);
  await (fault === 'killed' ? broken.stop() : broken.setFaults(fault));
  try {
    return await Promise.all([mobile.get('/products/lamp'), mobile.get('/products?ids=lamp,shade,lamp')]);
  } finally {
    await broken.start();
  }
}

async function expectCost(service: Optional, fault: Fault, reason: Reason) {
  const { section, cost } = optional[service];
  const degraded = [missing(section, reason)];
  const [one, list] = await answersWith(service, fault);
  for (const { status, headers } of [one, list]) {
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  }
  const [lamp, shade] = [well.lamp, well.shade].map((product) => ({ ...product, ...cost, degraded }));
  expect(bodyOf(one)).toStrictEqual(lamp);
  expect(bodyOf(list)).toStrictEqual({ items: [lamp, shade], missing: [], degraded });
}

describe.each(faults)('a service that %s', (_name, fault, reason, status) => {
  it(`fails the answer and the list with ${status} when it is the catalog`, async () => {
    const theirs = typeof fault === 'object' && fault.kind === 'status' ? fault.retryAfterS : undefined;
    for (const answer of await answersWith('catalog', fault)) {
      expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
      expect(answer.headers['retry-after']).toBe(status === 503 ? String(theirs ?? 1) : undefined);
    }
  });

  it.each<Optional>(['pricing', 'inventory', 'reviews'])(
    'costs its own section and no other when it is %s',
    async (service) => expectCost(service, fault, reason),
  );
});

describe('a service that drifts', () => {
  it.each<[Optional, string, Extract<FaultInput, { kind: 'drift' }>['change']]>([
    ['pricing', 'currentMinor', 'missing'],
    ['pricing', 'currentMinor', 'retyped'],
    ['pricing', 'currency', 'enum'],
    ['inventory', 'status', 'renamed'],
    ['inventory', 'quantity', 'retyped'],
    ['reviews', 'summary', 'retyped'],
    ['reviews', 'summary.count', 'missing'],
  ])('costs its section and no other when %s has %s %s', async (service, field, change) => {
    await expectCost(service, { kind: 'drift', field, change }, 'invalid');
  });

  it.each<FaultInput>([
    { kind: 'drift', field: 'name', change: 'missing' },
    { kind: 'drift', field: 'images', change: 'retyped' },
    { kind: 'drift', field: 'id', change: 'renamed' },
  ])('fails the answer and the list with 502 when it is the catalog: %j', async (fault) => {
    const [one, list] = await answersWith('catalog', fault);
    expect([one.status, list.status]).toEqual([502, 502]);
  });

  it.each<[ServiceName, FaultInput]>([
    ['catalog', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['pricing', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['catalog', { kind: 'deep-json' }],
    ['inventory', { kind: 'deep-json' }],
    ['catalog', { kind: 'drift', field: 'supplierCode', change: 'missing' }],
  ])('costs nothing where nobody reads: %s, %j', async (service, fault) => {
    const [one, list] = await answersWith(service, fault);
    expect(bodyOf(one)).toStrictEqual(well.lamp);
    expect(bodyOf(list)).toStrictEqual({ items: [well.lamp, well.shade], missing: [], degraded: [] });
  });

  it('makes a stock status that nobody has heard of unknown, and fresh', async () => {
    const [one] = await answersWith('inventory', { kind: 'drift', field: 'status', change: 'enum' });
    expect(bodyOf(one)).toStrictEqual({ ...well.lamp, availability: { status: 'unknown' }, purchasable: false });
  });
});

it('never asks recommendations, and misses nothing when that hangs', async () => {
  const recommendations = mobile.services.service('recommendations');
  recommendations.clearStats();
  const [one, list] = await answersWith('recommendations', { kind: 'hang' });
  expect(bodyOf(one)).toStrictEqual(well.lamp);
  expect(bodyOf(list)).toStrictEqual({ items: [well.lamp, well.shade], missing: [], degraded: [] });
  expect(new Set(Object.values(recommendations.stats().calls))).toEqual(new Set([0]));
});

it('answers with the product alone when all that is optional is gone, each section with its own reason', async () => {
  await mobile.services.service('pricing').setFaults({ kind: 'hang' });
  await mobile.services.service('inventory').setFaults({ kind: 'status', status: 500 });
  await mobile.services.service('reviews').setFaults({ kind: 'html' });
  expect(await mobile.product('/products/lamp')).toStrictEqual({
    ...well.lamp,
    ...optional.pricing.cost,
    ...optional.inventory.cost,
    ...optional.reviews.cost,
    degraded: [missing('price', 'timeout'), missing('availability', 'unavailable'), missing('rating', 'invalid')],
  });
});

it('answers whole again once the service is well', async () => {
  await answersWith('pricing', 'killed');
  expect(await mobile.product('/products/lamp')).toStrictEqual(well.lamp);
});
