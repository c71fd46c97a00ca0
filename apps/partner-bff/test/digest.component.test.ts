import { afterEach, describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import type { DigestAnswer } from '../src/digest/contract.ts';
import { differences, digestsOf, versionsIn } from './compare.ts';
import { bodyOf, unhurried, usePartner } from './partner.ts';
import { linesOf, ndjson, recordsOf, V } from './sync.ts';

const D = '/2027-01/digest';
const pellam = { id: 'pellam', name: 'Pellam' };
const linnet = { id: 'linnet', name: 'Linnet & Daughters' };
const numbered = (n: number) => `item-${String(n).padStart(4, '0')}`;
const catalogue = Array.from({ length: 500 }, (_, n) =>
  sampleEntry(numbered(n), { brand: n % 4 === 0 ? pellam : linnet }),
);

const partner = usePartner(catalogue, unhurried, [
  { id: 'whole' },
  { id: 'pellam', catalogue: { brands: ['pellam'], products: [numbered(1)] } },
  { id: 'few', catalogue: { brands: [], products: [numbered(1), numbered(2)] } },
  { id: 'none', catalogue: { brands: [] } },
  { id: 'poor', quota: { units: 15, windowS: 3600 } },
  { id: 'rich' },
  { id: 'listed', catalogue: { brands: [], products: Array.from({ length: 700 }, (_, n) => numbered(n)) } },
  { id: 'changer', scopes: ['changes:read'] },
]);

const digest = async (query = '', who = 'whole') => {
  const answer = await partner.as(who).get(D + query);
  expect(answer.status).toBe(200);
  return bodyOf(answer) as unknown as DigestAnswer;
};
const copyOf = async (who = 'whole') => {
  const lines = linesOf(await partner.as(who).get(`${V}/products`, ndjson));
  return new Map(recordsOf(lines).map(({ id, sync }) => [id, sync.version]));
};
const asked: string[] = [];
const compare = async (copy: Map<string, string>, who = 'whole', listed = false) => {
  asked.length = 0;
  return differences(
    copy,
    ({ from, to }) => {
      const query = new URLSearchParams({ ...(from !== null && { from }), ...(to !== null && { to }), parts: '8' });
      asked.push(query.toString());
      return digest(`?${query.toString()}`, who);
    },
    listed,
  );
};
const remove = (id: string) => fetch(`${partner.services.urls.catalog}/products/${id}`, { method: 'DELETE' });

afterEach(async () => {
  // As it was, but for the versions.
  for (const id of [numbered(7), numbered(6)])
    await partner.write('catalog', `/products/${id}`, { name: 'There', brand: linnet });
});

describe('a copy that is equal', () => {
  it('is proved so by one answer, in parts that are all of the catalogue', async () => {
    const copy = await copyOf();
    expect(await compare(copy)).toEqual([]);
    expect(asked).toHaveLength(1);
    const { parts, records } = await digest();
    expect(records).toBeNull();
    expect(parts).toHaveLength(16);
    expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([null, null]);
    for (const [n, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[n]?.to);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(Math.max(...parts.map(({ count }) => count))).toBeLessThanOrEqual(32);
    for (const part of parts) expect(part).toMatchObject(digestsOf(copy, part));
  });

  it('is so in every currency, and of no more calls than three', async () => {
    for (const name of ['catalog', 'pricing', 'inventory'] as const) partner.services.service(name).clearStats();
    expect((await digest('?currency=JPY')).parts).toEqual((await digest()).parts);
    for (const name of ['catalog', 'pricing', 'inventory'] as const) {
      const made = Object.entries(partner.services.service(name).stats().calls).filter(([, count]) => count > 0);
      expect(made).toEqual([['getDigest', 2]]);
    }
  });
});

describe('a copy that is not equal', () => {
  it.each([
    ['catalog', `/products/${numbered(123)}`, { name: 'Renamed' }],
    ['pricing', `/prices/${numbered(123)}`, { currentMinor: 4 }],
    ['inventory', `/stock/${numbered(123)}`, { quantity: 4 }],
  ] as const)('finds the one record that %s changed', async (service, path, body) => {
    const copy = await copyOf();
    await partner.write(service, path, body);
    expect(await compare(copy)).toEqual([numbered(123)]);
    expect(asked).toHaveLength(2);
  });

  it('finds what is missing in it, and what is too much', async () => {
    const copy = await copyOf();
    copy.set('aardvark', '1.1.1');
    copy.set('zebra', '1.1.1');
    copy.delete(numbered(250));
    await remove(numbered(7));
    expect(await compare(copy)).toEqual(['aardvark', numbered(7), numbered(250), 'zebra']);
  });

  it('is not misled by the price and the stock of a product that is gone', async () => {
    await remove(numbered(6));
    const copy = await copyOf();
    expect(copy.has(numbered(6))).toBe(false);
    expect(await compare(copy)).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('has the records of a range as its last word, where too many products are gone to be left out', async () => {
    const gone = Array.from({ length: 101 }, (_, n) => `item-0200-${n}`);
    for (const id of gone) {
      await partner.write('catalog', `/products/${id}`, { name: id });
      await partner.write('pricing', `/prices/${id}`, { listMinor: 100 });
      await remove(id);
    }
    expect(await compare(await copyOf())).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('has 0 for a stock that nobody knows, and no record without a price', async () => {
    await partner.write('catalog', '/products/item-0100a', { name: 'New', brand: linnet });
    const copy = await copyOf();
    expect(copy.has('item-0100a')).toBe(false);
    expect(await compare(copy)).toEqual([]);
    await partner.write('pricing', '/prices/item-0100a', { listMinor: 100 });
    expect(await compare(copy)).toEqual(['item-0100a']);
    const { records } = await digest('?from=item-0100a&to=item-0100b');
    const record = await partner.record('/2027-01/products/item-0100a');
    expect(records).toEqual([record]);
    expect(record.sync.version).toMatch(/\.0$/);
    await remove('item-0100a');
  });
});

describe('a partner that sees part of the catalogue', () => {
  it('is told of that part alone, and of prices and stocks only record by record', async () => {
    const copy = await copyOf('pellam');
    expect(copy.size).toBe(126);
    const { parts } = await digest('', 'pellam');
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(126);
    for (const part of parts) {
      expect(part).toMatchObject({ catalog: digestsOf(copy, part).catalog, price: null, stock: null });
    }
    await partner.write('pricing', `/prices/${numbered(4)}`, { currentMinor: 7 });
    await partner.write('catalog', `/products/${numbered(12)}`, { name: 'Renamed' });
    await partner.write('catalog', `/products/${numbered(13)}`, { name: 'Of another part' });
    expect(await compare(copy, 'pellam')).toEqual([numbered(4), numbered(12)]);
    await partner.write('pricing', `/prices/${numbered(480)}`, { currentMinor: 7 });
    expect(await compare(copy, 'pellam', true)).toEqual([numbered(4), numbered(12), numbered(480)]);
  });

  it('gets records where they are few, and an empty list where there are none', async () => {
    expect([...versionsIn((await digest('', 'few')).records ?? []).keys()]).toEqual([numbered(1), numbered(2)]);
    expect(await digest('', 'none')).toMatchObject({ parts: [{ from: null, to: null, count: 0 }], records: [] });
    const { parts, records } = await digest('', 'few');
    expect(parts).toMatchObject([{ count: 2, ...digestsOf(versionsIn(records ?? []), parts[0]!) }]);
    expect([
      ...versionsIn((await digest(`?from=${numbered(1)}&to=${numbered(5)}`, 'pellam')).records ?? []).keys(),
    ]).toEqual([numbered(1), numbered(4)]);
  });
});

it.each([
  ['?from=b&to=b', 'to', 'must come after from'],
  ['?from=B', 'from', 'lower-case'],
  ['?parts=0', 'parts', 'at least 1'],
  ['?parts=101', 'parts', 'at most 100'],
  ['?parts=x', 'parts', 'whole number'],
  ['?locale=de-DE', 'locale', 'no such parameter'],
])('refuses %s by name', async (query, name, says) => {
  const answer = await partner.get(D + query);
  expect(answer.status).toBe(400);
  const { errors } = bodyOf(answer) as { errors: { name: string; detail: string }[] };
  expect(errors).toEqual([expect.objectContaining({ name, detail: expect.stringContaining(says) })]);
});

it('is there from 2027-01 on, for who may read products, at ten units, and is kept by nobody', async () => {
  expect((await partner.get('/2026-10/digest')).status).toBe(404);
  expect((await partner.as('changer').get(D)).status).toBe(403);
  const first = await partner.as('poor').get(D);
  expect(first.headers).toMatchObject({
    'cache-control': 'private, no-store',
    ratelimit: expect.stringContaining('r=5'),
  });
  expect((await partner.as('poor').get(D)).status).toBe(429);
});

it('costs ten units where few products are in the range, and keeps no more than two calls at once from a service', async () => {
  const left = async (query: string) =>
    Number(/r=(\d+)/.exec((await partner.as('rich').get(D + query)).headers['ratelimit'] ?? '')?.[1]);
  const before = await left('?from=x');
  expect(before - (await left('?from=x'))).toBe(10);
  await partner.services.service('pricing').setFaults({ kind: 'latency', latencyMs: 300, operation: 'getDigest' });
  partner.services.service('pricing').clearStats();
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(async (n) => (await partner.get(`${D}?parts=${n}`)).status));
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect(partner.services.service('pricing').stats()).toMatchObject({ maxConcurrent: 2 });
});

it('is not for a part that no URL has room for', async () => {
  const answer = await partner.as('listed').get(D);
  expect(answer.status).toBe(404);
  expect(bodyOf(answer)['detail']).toContain('export it anew');
});

describe('where a service fails', () => {
  it.each(['catalog', 'pricing', 'inventory'] as const)('there is no answer without %s', async (service) => {
    await partner.services.service(service).setFaults({ kind: 'status', status: 500, operation: 'getDigest' });
    const answer = await partner.get(D);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
  });

  it.each(['garbage', 'html'] as const)('%s is no digest', async (kind) => {
    await partner.services.service('inventory').setFaults({ kind, operation: 'getDigest' });
    expect((await partner.get(D)).status).toBe(502);
  });

  it('a record that cannot be told is not told as gone', async () => {
    await partner.services.service('inventory').setFaults({ kind: 'drift', field: 'status', change: 'missing' });
    expect((await partner.as('few').get(D)).status).toBe(502);
  });
});
