import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { del, get, put } from './speak.ts';

interface Digest {
  parts: { from: string | null; to: string | null; count: number; digest: string }[];
  records: { id: string; version: number }[] | null;
  gone: string[] | null;
}

const ids = Array.from({ length: 110 }, (_, n) => `p${String(n).padStart(3, '0')}`);
const brand = { id: 'linnet', name: 'Linnet' };
let downstreams: Downstreams;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: ids.map((id, n) => entry(id, n % 10 === 0 ? { brand } : {})) });
});

afterAll(() => downstreams.stop());

const hashOf = (lines: string[]) =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
const digest = async (service: 'catalog' | 'pricing' | 'inventory', query = '') =>
  (await get(`${downstreams.urls[service]}/digest${query}`)).body as unknown as Digest;

it.each(['catalog', 'pricing', 'inventory'] as const)(
  'of %s is over a line for each record, in parts that are all of it',
  async (service) => {
    const { parts, records } = await digest(service, '?parts=3');
    expect(records).toBeNull();
    expect(parts.map(({ from, to, count }) => [from, to, count])).toEqual([
      [null, 'p037', 37],
      ['p037', 'p073', 36],
      ['p073', null, 37],
    ]);
    expect(parts[1]?.digest).toBe(hashOf(ids.slice(37, 73).map((id) => `${id}:1`)));
  },
);

it('is made for the parts that another service has', async () => {
  const { parts } = await digest('inventory', '?from=p010&to=p020&at=p011,p0115,p019');
  expect(parts.map(({ from, to, count }) => [from, to, count])).toEqual([
    ['p010', 'p011', 1],
    ['p011', 'p0115', 1],
    ['p0115', 'p019', 7],
    ['p019', 'p020', 1],
  ]);
});

it('lists few records, with the version that each has', async () => {
  await put(`${downstreams.urls.catalog}/products/p101`, { name: 'Renamed' });
  await del(`${downstreams.urls.catalog}/products/p102`);
  const { parts, records } = await digest('catalog', '?from=p100&to=p104&parts=1');
  expect(records).toEqual([
    { id: 'p100', version: 1 },
    { id: 'p101', version: 2 },
    { id: 'p103', version: 1 },
  ]);
  expect(parts).toEqual([{ from: 'p100', to: 'p104', count: 3, digest: hashOf(['p100:1', 'p101:2', 'p103:1']) }]);
  expect((await digest('catalog', '?from=p100&to=p104')).gone).toEqual(['p102']);
  expect(await digest('catalog', '?from=q')).toEqual({
    gone: [],
    parts: [{ from: 'q', to: null, count: 0, digest: hashOf([]) }],
    records: [],
  });
});

it('leaves out what it is told is gone elsewhere', async () => {
  const { parts, records } = await digest('pricing', '?from=p100&to=p104&parts=1&without=p102,p999');
  expect(records?.map(({ id }) => id)).toEqual(['p100', 'p101', 'p103']);
  expect(parts).toMatchObject([{ count: 3, digest: hashOf(['p100:1', 'p101:1', 'p103:1']) }]);
});

it('names no more ids that are gone than a list takes', async () => {
  const gone = Array.from({ length: 101 }, (_, n) => `x${n}`);
  for (const id of gone) {
    await put(`${downstreams.urls.catalog}/products/${id}`, { name: id });
    await del(`${downstreams.urls.catalog}/products/${id}`);
  }
  expect((await digest('catalog', '?from=x')).gone).toBeNull();
  expect((await digest('catalog', '?from=x1')).gone).toHaveLength(100);
});

it('counts what the query is about', async () => {
  expect((await digest('catalog', '?brands=linnet&products=p001,p999')).records?.map(({ id }) => id)).toEqual([
    'p000',
    'p001',
    ...ids.filter((_, n) => n % 10 === 0).slice(1),
  ]);
  expect((await digest('catalog', '?brands=')).records).toEqual([]);
  expect((await digest('catalog', '?brands=null,undefined')).records).toEqual([]);
  const counted = async (query: string) =>
    (await digest('pricing', query)).parts.reduce((sum, { count }) => sum + count, 0);
  expect(await counted('?currency=CHF')).toBe(0);
  await put(`${downstreams.urls.pricing}/prices/p000`, { currency: 'CHF', listMinor: 1 });
  expect(await counted('?currency=CHF')).toBe(1);
  expect(await counted('?priceList=trade&currency=EUR')).toBe(110);
});

it.each([
  ['?from=b&to=a', 'from has to come before to'],
  ['?from=A', '"A" is not an id'],
  ['?parts=0', 'parts has to be a whole number from 1 to 100'],
  ['?at=', 'at is required'],
  ['?at=b,a', 'got "a"'],
  ['?from=b&at=b', 'got "b"'],
  ['?to=b&at=b', 'got "b"'],
  ['?without=A', '"A" is not an id'],
])('answers 400 to %s', async (query, says) => {
  const { status, body } = await get(`${downstreams.urls.catalog}/digest${query}`);
  expect([status, body.detail]).toEqual([400, expect.stringContaining(says)]);
});
