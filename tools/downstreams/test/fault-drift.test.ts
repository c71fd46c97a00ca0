import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams, FaultInput, ServiceName } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { entry, reviews } from './small-catalogue.ts';
import { get, put } from './speak.ts';

let downstreams: Downstreams;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a', { reviews: reviews(3) }), entry('b')] });
});

afterAll(() => downstreams.stop());

type Drift = Omit<Extract<FaultInput, { kind: 'drift' }>, 'kind' | 'times'>;

const drifted = async (service: ServiceName, path: string, drift: Drift) => {
  await downstreams.service(service).setFaults({ kind: 'drift', times: 1, ...drift });
  return (await get(downstreams.urls[service] + path)).body;
};

it.each([
  ['listMinor', 'missing', { listMinor: undefined }],
  ['listMinor', 'renamed', { listMinor: undefined, listMinorRenamed: 8999 }],
  ['listMinor', 'retyped', { listMinor: '8999' }],
  ['currency', 'retyped', { currency: 3 }],
  ['taxIncluded', 'retyped', { taxIncluded: 'true' }],
  ['tiers', 'retyped', { tiers: '[{"minQuantity":10,"amountMinor":6999}]' }],
  ['currency', 'enum', { currency: 'unheard-of' }],
  ['whatever', 'extra', { whatever: { note: 'new in this version' } }],
] as const)('leaves a price with its %s %s, and nothing else changed', async (field, change, changed) => {
  const expected = { ...(await get(`${downstreams.urls.pricing}/prices/a`)).body, ...changed };
  expect(await drifted('pricing', '/prices/a', { field, change })).toEqual(expected);
  expect((await drifted('pricing', '/prices?ids=a', { field, change })).items).toEqual([expected]);
});

it('descends into objects and every element of arrays', async () => {
  const product = await drifted('catalog', '/products/a', { field: 'images.alt', change: 'missing' });
  expect(product.images).toEqual([
    { id: 'a-1', width: 1920, height: 1440, template: '/media/a-1{?w}' },
    { id: 'a-2', width: 1920, height: 1440, template: '/media/a-2{?w}' },
  ]);
  const { costPrice } = await drifted('catalog', '/products/a', { field: 'costPrice.currency', change: 'enum' });
  expect(costPrice).toMatchObject({ currency: 'unheard-of' });
});

it('adds a field anywhere, and nothing where the path leads nowhere', async () => {
  const before = (await get(`${downstreams.urls.catalog}/products/b`)).body;
  const added = await drifted('catalog', '/products/b', { field: 'costPrice.note', change: 'extra' });
  expect(added.costPrice).toEqual({ ...before.costPrice, note: { note: 'new in this version' } });
  for (const field of ['brand.note', '__proto__.note', 'nowhere.note']) {
    expect(await drifted('catalog', '/products/b', { field, change: 'extra' })).toEqual(before);
  }
});

it('makes an object of what was null', async () => {
  const { summary } = await drifted('reviews', '/products/b/reviews', { field: 'summary.average', change: 'retyped' });
  expect(summary).toMatchObject({ average: {} });
});

it.each(['rating', 'items.rating'])('finds %s in the reviews of a page and of a batch', async (field) => {
  const page = await drifted('reviews', '/products/a/reviews', { field, change: 'retyped' });
  expect(page.items[0]).toMatchObject({ rating: '3' });
  const batch = await drifted('reviews', '/reviews?ids=a', { field, change: 'retyped' });
  expect(batch.items[0]?.items[0]).toMatchObject({ rating: '3' });
});

it('finds the score of related products', async () => {
  const { items } = await drifted('recommendations', '/related?ids=a', { field: 'score', change: 'missing' });
  expect(items).toEqual([{ id: 'a', items: [{ id: 'b' }] }]);
});

it('leaves alone what has no item: errors, and the change feed unless it is named', async () => {
  expect((await drifted('inventory', '/stock/unknown', { field: 'id', change: 'missing' })).detail).toBe(
    'There is no stock of unknown.',
  );
  await put(`${downstreams.urls.inventory}/stock/a`, { quantity: 1 });
  await downstreams.service('inventory').setFaults({ kind: 'drift', field: 'version', change: 'missing' });
  const { changes } = (await get(`${downstreams.urls.inventory}/changes`)).body;
  expect(changes).toMatchObject([{ version: 2 }]);
  const drift = { field: 'op', change: 'enum', operation: 'getChanges' } as const;
  expect((await drifted('inventory', '/changes', drift)).changes).toMatchObject([{ op: 'unheard-of', version: 2 }]);
});
