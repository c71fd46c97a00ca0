import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, type FaultInput, type ServiceName } from '@product-bffs/downstreams';
import type { Product2026_10 } from '../src/versions/2026-10/contract.ts';
import { bodyOf, usePartner } from './partner.ts';

/** Every service is given 400 ms, not its usual 800, for the sake of a short run. */
const partner = usePartner([sampleEntry('lamp'), sampleEntry('shade')], {
  CATALOG_TIMEOUT_MS: '400',
  PRICING_TIMEOUT_MS: '400',
  INVENTORY_TIMEOUT_MS: '400',
});

const paths = { lamp: '/2026-10/products/lamp', list: '/2026-10/products?ids=lamp,shade,lamp' };

/** The answers when all is well. */
const well = {} as { lamp: Product2026_10; shade: Product2026_10 };
beforeAll(async () => {
  well.lamp = await partner.record(paths.lamp);
  well.shade = await partner.record('/2026-10/products/shade');
});

type Fault = FaultInput | 'killed';

/** What a service can do wrong, and what becomes of the answer. */
const faults: [name: string, fault: Fault, status: number, code: string][] = [
  ['is not there', 'killed', 503, 'service-unavailable'],
  ['hangs', { kind: 'hang' }, 504, 'deadline-exceeded'],
  ['is slower than its timeout', { kind: 'latency', latencyMs: 1000 }, 504, 'deadline-exceeded'],
  ['drips', { kind: 'drip', bytesPerSecond: 100 }, 504, 'deadline-exceeded'],
  ['answers 500', { kind: 'status', status: 500 }, 503, 'service-unavailable'],
  ['answers 503', { kind: 'status', status: 503, retryAfterS: 7 }, 503, 'service-unavailable'],
  ['answers 429', { kind: 'status', status: 429, retryAfterS: 7 }, 503, 'service-unavailable'],
  ['redirects', { kind: 'status', status: 302 }, 503, 'service-unavailable'],
  ['resets the connection', { kind: 'reset' }, 503, 'service-unavailable'],
  ['resets the connection in the middle', { kind: 'reset', afterBytes: 40 }, 503, 'service-unavailable'],
  ['cuts its answer off', { kind: 'truncate' }, 503, 'service-unavailable'],
  ['answers HTML', { kind: 'html' }, 502, 'invalid-downstream-answer'],
  ['answers garbage', { kind: 'garbage' }, 502, 'invalid-downstream-answer'],
  ['answers more than is read', { kind: 'huge', bytes: 50_000_000 }, 502, 'invalid-downstream-answer'],
  ['answers a gzip bomb', { kind: 'gzip-bomb' }, 502, 'invalid-downstream-answer'],
  ['answers gzip that is none', { kind: 'bad-gzip' }, 502, 'invalid-downstream-answer'],
];

/** One product and a list, both asked while the service is broken. */
async function answersWith(service: ServiceName, fault: Fault) {
  const broken = partner.services.service(service);
  await (fault === 'killed' ? broken.stop() : broken.setFaults(fault));
  try {
    return await Promise.all([partner.get(paths.lamp), partner.get(paths.list)]);
  } finally {
    await broken.start();
  }
}

async function expectAllIsWell(service: ServiceName, fault: Fault) {
  const [one, list] = await answersWith(service, fault);
  expect(bodyOf(one)).toStrictEqual(well.lamp);
  expect(bodyOf(list)).toStrictEqual({ items: [well.lamp, well.shade], problems: [] });
}

describe.each(faults)('a service that %s', (_name, fault, status, code) => {
  it.each(['catalog', 'pricing', 'inventory'] as const)(
    `fails the record and the list with ${status} when it is %s`,
    async (service) => {
      const theirs = typeof fault === 'object' && fault.kind === 'status' ? fault.retryAfterS : undefined;
      for (const answer of await answersWith(service, fault)) {
        expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
        expect(answer.headers['retry-after']).toBe(status === 503 ? String(theirs ?? 1) : undefined);
        expect(bodyOf(answer)).toMatchObject({ status, code, type: `https://problems.example/${code}` });
      }
    },
  );

  it.each(['reviews', 'recommendations'] as const)('changes nothing when it is %s', async (service) => {
    await expectAllIsWell(service, fault);
  });
});

describe('a service that drifts', () => {
  it.each<[ServiceName, string, Extract<FaultInput, { kind: 'drift' }>['change']]>([
    ['catalog', 'sku', 'missing'],
    ['catalog', 'version', 'retyped'],
    ['catalog', 'id', 'renamed'],
    ['pricing', 'currentMinor', 'missing'],
    ['pricing', 'currentMinor', 'retyped'],
    ['pricing', 'currency', 'enum'],
    ['pricing', 'tiers.amountMinor', 'retyped'],
    ['inventory', 'status', 'renamed'],
    ['inventory', 'quantity', 'retyped'],
    ['inventory', 'updatedAt', 'missing'],
  ])('fails the record and the list with 502 when %s has %s %s', async (service, field, change) => {
    for (const answer of await answersWith(service, { kind: 'drift', field, change })) {
      expect([answer.status, answer.headers['cache-control']]).toEqual([502, 'no-store']);
    }
  });

  it.each<[ServiceName, FaultInput]>([
    ['catalog', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['pricing', { kind: 'drift', field: 'surprise', change: 'extra' }],
    ['catalog', { kind: 'deep-json' }],
    ['inventory', { kind: 'deep-json' }],
    ['catalog', { kind: 'drift', field: 'supplierCode', change: 'missing' }],
  ])('changes nothing where nobody reads: %s, %j', async (service, fault) => {
    await expectAllIsWell(service, fault);
  });

  it.each([
    ['inventory', { availability: { status: 'unknown', quantity: 12 } }],
    ['catalog', { status: 'unknown' }],
  ] as const)('makes a status of %s that nobody has heard of unknown', async (service, change) => {
    const [one] = await answersWith(service, { kind: 'drift', field: 'status', change: 'enum' });
    expect(bodyOf(one)).toStrictEqual({ ...well.lamp, ...change });
  });
});

it('answers whole again once the service is well', async () => {
  await answersWith('pricing', 'killed');
  expect(await partner.record(paths.lamp)).toStrictEqual(well.lamp);
});
