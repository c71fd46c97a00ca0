import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { productSchema } from '../src/versions/2027-01/contract.ts';
import { documentOf } from '../src/versions/documents.ts';
import { versions, type PartnerRecord, type VersionName } from '../src/versions/registry.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const records = arbitraryOf<PartnerRecord>(productSchema);
const inVersion = (name: string, record: PartnerRecord) =>
  versions.find((version) => version.name === name)!.present(record) as Record<string, Record<string, unknown>>;

/** Every path in a record that holds a value, arrays as one. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, field]) => fieldsOf(field, path === '' ? name : `${path}.${name}`));
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const field of Object.values(value)) frozen(field);
  return Object.freeze(value);
}

describe('any record of the newest model', () => {
  it.each(versions)(
    'is by the contract in $name, the same each time, and stays as it was',
    ({ productSchema: contract, present }) => {
      fc.assert(
        fc.property(records, (record) => {
          const before = JSON.stringify(record);
          const told = present(frozen(record));
          expect(contract.safeParse(told).error).toBeUndefined();
          expect(JSON.stringify(present(record))).toBe(JSON.stringify(told));
          expect(JSON.stringify(record)).toBe(before);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('has the same amounts, count and sync.version in every version', () => {
    fc.assert(
      fc.property(records, (record) => {
        const [oldest, older] = [inVersion('2026-04', record), inVersion('2026-10', record)];
        const { price, availability, sync } = record;
        expect(oldest['price']).toMatchObject({ amount: price.currentMinor, listAmount: price.listMinor });
        expect(older['price']).toMatchObject({ currentMinor: price.currentMinor, listMinor: price.listMinor });
        expect([oldest['stock'], older['availability']?.['quantity']]).toEqual([
          availability.quantity,
          availability.quantity,
        ]);
        expect([oldest['sync']?.['version'], older['sync']?.['version']]).toEqual([sync.version, sync.version]);
      }),
    );
  });
});

describe('2026-04', () => {
  const [record] = fc.sample(records, { numRuns: 1, seed: 1 }) as [PartnerRecord];
  const told = (changes: Partial<PartnerRecord>) => inVersion('2026-04', { ...record, ...changes });

  it.each([
    ['in_stock', true],
    ['low_stock', true],
    ['out_of_stock', false],
    ['preorder', false],
    ['unknown', null],
  ] as const)('says of %s whether it is available: %s', (status, available) => {
    expect(told({ availability: { ...record.availability, status } })['available']).toBe(available);
  });

  it('has the price of the least quantity, whatever their order, and null where there is none', () => {
    const bulk = (...fromQuantities: number[]) =>
      told({
        price: {
          ...record.price,
          quantityPrices: fromQuantities.map((fromQuantity) => ({ fromQuantity, amountMinor: fromQuantity * 100 })),
        },
      })['price']?.['bulk'];
    expect([bulk(50, 10, 20), bulk()]).toEqual([{ from: 10, amount: 1000 }, null]);
  });

  it('is stale since the oldest of its sections, and says nothing where none is', () => {
    const stale = (...times: string[]) =>
      told({ sync: { ...record.sync, stale: times.map((asOf) => ({ section: 'price', asOf })) } })['sync'];
    expect(stale('2026-11-21T12:00:01.000Z', '2026-11-21T12:00:00.000Z')).toMatchObject({
      staleSince: '2026-11-21T12:00:00.000Z',
    });
    expect(stale()).not.toHaveProperty('staleSince');
  });
});

describe('what a version says that it changed', () => {
  /** With a value everywhere, so that every field is there. */
  const full: PartnerRecord = {
    id: 'lamp',
    identifiers: { sku: 'LAMP', gtin: '4006381333931' },
    brandId: 'linnet',
    status: 'active',
    price: {
      currency: 'GBP',
      currentMinor: 500,
      listMinor: 900,
      taxIncluded: true,
      quantityPrices: [{ fromQuantity: 10, amountMinor: 400 }],
      validUntil: '2026-12-01T00:00:00Z',
    },
    availability: { status: 'preorder', quantity: 0, restockAt: '2026-12-01T00:00:00Z' },
    sync: {
      version: '1.2.3',
      updatedAt: '2026-11-21T12:00:00.000Z',
      stale: [{ section: 'price', asOf: '2026-11-21T12:00:00.000Z' }],
    },
  };
  const pairs = versions.slice(0, -1).map((newer, n) => [newer.name, versions[n + 1]!.name, newer.changes] as const);

  it.each(pairs)('%s against %s: each field that is gone, and each that is new', (newer, older, changes) => {
    const [is, was] = [newer, older].map((name) => fieldsOf(inVersion(name, full))) as [string[], string[]];
    const covers = (told: (string | null)[], field: string) =>
      told.some((path) => path !== null && (field === path || field.startsWith(`${path}.`)));
    expect(
      was.filter(
        (field) =>
          !is.includes(field) &&
          !covers(
            changes.map((change) => change.was),
            field,
          ),
      ),
    ).toEqual([]);
    expect(
      is.filter(
        (field) =>
          !was.includes(field) &&
          !covers(
            changes.map((change) => change.is),
            field,
          ),
      ),
    ).toEqual([]);
    const isCall = (path: string | null) => path?.startsWith('GET ') === true;
    const callsOf = (name: VersionName) => {
      const { paths } = documentOf[name] as { paths: Record<string, object> };
      return Object.keys(paths).map((path) => path.slice(`/${name}`.length));
    };
    const added = callsOf(newer).filter((path) => !callsOf(older).includes(path));
    expect(changes.flatMap(({ is }) => (isCall(is) ? [is] : []))).toEqual(added.map((path) => `GET /${newer}${path}`));
    for (const change of changes.filter(({ is }) => !isCall(is))) {
      expect([
        change.was,
        change.was === null || covers(was, change.was) || was.some((field) => field.startsWith(`${change.was}.`)),
      ]).toEqual([change.was, true]);
      expect([
        change.is,
        change.is === null || is.some((field) => field === change.is || field.startsWith(`${change.is}.`)),
      ]).toEqual([change.is, true]);
    }
  });
});
