import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, type ServiceName } from '@product-bffs/downstreams';
import { bodyOf, unhurried, usePartner } from './partner.ts';

const hundred = Array.from({ length: 100 }, (_, n) => `lamp-${n}`);
const called: ServiceName[] = ['catalog', 'pricing', 'inventory'];

const partner = usePartner(
  [
    sampleEntry('lamp'),
    sampleEntry('shade'),
    sampleEntry('sale', { price: { listMinor: 900, currentMinor: 500, taxIncluded: true, saleEndsInDays: 3 } }),
    sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
    sampleEntry('old', { status: 'discontinued' }),
    ...hundred.map((id) => sampleEntry(id)),
  ],
  unhurried,
);

beforeAll(async () => {
  await partner.write('catalog', '/products/stranger', { name: 'A product without a price' });
  await partner.write('catalog', '/products/unstocked', { name: 'A product that was never counted' });
  await partner.write('pricing', '/prices/unstocked', { currentMinor: 1250 });
  // What the catalog takes and no reader of it can use: an image on another host.
  await partner.write('catalog', '/products/broken', {
    name: 'Broken',
    images: [{ alt: '', template: 'https://elsewhere.example/x.png' }],
  });
  await partner.write('pricing', '/prices/broken', { currentMinor: 1250 });
});

const one = (id: string) => `/2026-10/products/${id}`;
const list = (ids: string[], query = '') => `/2026-10/products?ids=${ids.join(',')}${query}`;
const text = async (path: string) => (await partner.get(path)).bytes.toString('utf8');
const listed = (ids: string[]) => partner.list(list(ids));

const notFound = { status: 404, type: 'https://problems.example/not-found' };
const invalid = { status: 502, type: 'https://problems.example/invalid-downstream-answer' };

it.each(['', '&currency=EUR', '&locale=ja-JP&currency=JPY'])(
  'gives each product the bytes of its own answer: %p',
  async (query) => {
    const ids = ['shade', 'lamp', 'old', 'unstocked', 'soon', 'sale'];
    const alone = await Promise.all(ids.map((id) => text(one(id) + query.replace('&', '?'))));
    expect(await text(list(ids, query))).toBe(`{"items":[${alone.join(',')}],"problems":[]}`);
  },
);

it('answers in the order asked, found and not found side by side, each id in exactly one of the two', async () => {
  const { items, problems } = await listed(['soon', 'nothing', 'lamp', 'stranger', 'old']);
  expect(items.map(({ id }) => id)).toEqual(['soon', 'lamp', 'old']);
  expect(problems).toEqual([
    { id: 'nothing', ...notFound },
    { id: 'stranger', ...notFound },
  ]);
});

it('folds duplicates into the first of them', async () => {
  const { items, problems } = await listed(['lamp', 'nothing', 'shade', 'lamp', 'nothing', 'lamp']);
  expect(items.map(({ id }) => id)).toEqual(['lamp', 'shade']);
  expect(problems.map(({ id }) => id)).toEqual(['nothing']);
});

it('is an empty list of items, and no error, when nothing is found', async () => {
  const answer = await partner.get(list(['nothing']));
  expect([answer.status, bodyOf(answer)]).toEqual([200, { items: [], problems: [{ id: 'nothing', ...notFound }] }]);
  expect(answer.headers['cache-control']).toMatch(
    /^private, max-age=(29|30), stale-while-revalidate=0, stale-if-error=(29|30)$/,
  );
});

it.each(['nothing', 'stranger', 'broken'])('gives %s the status and type of its own answer', async (id) => {
  const [alone, { problems }] = await Promise.all([partner.get(one(id)), listed(['lamp', id])]);
  const { status, type } = bodyOf(alone);
  expect(alone.status).toBe(status);
  expect(problems).toEqual([{ id, status, type }]);
});

describe('of 100 ids', () => {
  it('costs one batch a service: three calls', async () => {
    for (const name of [...called, 'reviews', 'recommendations'] as const) partner.services.service(name).clearStats();
    const { items, problems } = await listed(hundred);
    expect([items.map(({ id }) => id), problems]).toEqual([hundred, []]);
    const counted = (name: ServiceName) => {
      const { calls, ids } = partner.services.service(name).stats();
      return Object.entries(calls).flatMap(([operation, count]) =>
        count > 0 ? [[operation, count, ids[operation]]] : [],
      );
    };
    expect([...called.map(counted), counted('reviews'), counted('recommendations')]).toEqual([
      [['getProducts', 1, 100]],
      [['getPrices', 1, 100]],
      [['getStocks', 1, 100]],
      [],
      [],
    ]);
  });

  it('is taken with duplicates that make it more', async () => {
    expect((await listed([...hundred, ...hundred])).items).toHaveLength(100);
  });
});

describe('an item that makes no sense', () => {
  it('is a problem with 502, the rest is served, and the list is not kept', async () => {
    const answer = await partner.get(list(['lamp', 'broken', 'nothing', 'shade']));
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const [lamp, shade] = await Promise.all([partner.record(one('lamp')), partner.record(one('shade'))]);
    expect(bodyOf(answer)).toEqual({
      items: [lamp, shade],
      problems: [
        { id: 'broken', ...invalid },
        { id: 'nothing', ...notFound },
      ],
    });
  });

  it('answers 502 when it is all there was to answer, as its own request does', async () => {
    const [alone, whole] = await Promise.all([partner.get(one('broken')), partner.get(list(['broken']))]);
    expect([alone.status, whole.status]).toEqual([502, 502]);
  });

  it.each([
    ['catalog', 'gtin', 'lamp', 'unstocked'],
    ['pricing', 'validUntil', 'sale', 'lamp'],
    ['inventory', 'restockAt', 'soon', 'lamp'],
  ] as const)('of %s is a problem of its product alone (%s of %s)', async (service, field, id, other) => {
    const whole = await partner.record(one(other));
    await partner.services.service(service).setFaults({ kind: 'drift', field, change: 'retyped' });
    const answer = await partner.get(list([id, other]));
    expect(bodyOf(answer)).toEqual({ items: [whole], problems: [{ id, ...invalid }] });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await partner.get(one(id))).status).toBe(502);
  });
});

describe('conditional requests and caching', () => {
  it('may be kept for as long as the shortest-lived of it', async () => {
    expect((await partner.get(list(['lamp', 'shade']))).headers['cache-control']).toMatch(
      /^private, max-age=[45], stale-while-revalidate=0, stale-if-error=(59|60)$/,
    );
    expect((await partner.get(list(['lamp', 'nothing']))).headers['cache-control']).toMatch(
      /^private, max-age=[45], stale-while-revalidate=0, stale-if-error=(29|30)$/,
    );
  });

  it('answers 304 to whoever has the bytes', async () => {
    const { headers } = await partner.get(list(['lamp', 'shade', 'nothing']));
    const second = await partner.get(list(['lamp', 'shade', 'nothing']), { 'if-none-match': headers['etag'] ?? '' });
    expect([second.status, second.headers['etag']]).toEqual([304, headers['etag']]);
  });
});
