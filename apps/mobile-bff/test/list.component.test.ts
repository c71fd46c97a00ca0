import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, type ServiceName } from '@product-bffs/downstreams';
import { bodyOf, unhurried, useMobile } from './mobile.ts';

const hundred = Array.from({ length: 100 }, (_, n) => `lamp-${n}`);
const called: ServiceName[] = ['catalog', 'pricing', 'inventory', 'reviews'];

const mobile = useMobile(
  [
    sampleEntry('lamp'),
    sampleEntry('shade', { reviews: [], images: [] }),
    sampleEntry('sale', { price: { listMinor: 900, currentMinor: 500, taxIncluded: true, saleEndsInDays: 3 } }),
    sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
    sampleEntry('old', { status: 'discontinued' }),
    ...hundred.map((id) => sampleEntry(id)),
  ],
  unhurried,
);

beforeAll(async () => {
  await mobile.write('catalog', '/products/stranger', { name: 'A stranger' });
  // What the catalog takes and no reader of it can use: an image on another host.
  await mobile.write('catalog', '/products/broken', {
    name: 'Broken',
    images: [{ alt: '', template: 'https://elsewhere.example/x.png' }],
  });
});

const text = async (path: string) => (await mobile.get(path)).bytes.toString('utf8');

it.each(['', '&locale=de-DE&currency=EUR', '&locale=ar-EG&currency=JPY&width=412&dpr=2.625'])(
  'gives each product the bytes of its own answer: %p',
  async (query) => {
    const ids = ['shade', 'lamp', 'old', 'stranger', 'soon', 'sale'];
    const alone = await Promise.all(ids.map((id) => text(`/products/${id}${query.replace('&', '?')}`)));
    expect(await text(`/products?ids=${ids.join(',')}${query}`)).toBe(
      `{"items":[${alone.join(',')}],"missing":[],"degraded":[]}`,
    );
  },
);

it('answers in the order asked, found and not found side by side', async () => {
  const { items, missing, degraded } = await mobile.list('/products?ids=soon,nothing,lamp,none,old');
  expect(items.map(({ id }) => id)).toEqual(['soon', 'lamp', 'old']);
  expect({ missing, degraded }).toEqual({ missing: ['nothing', 'none'], degraded: [] });
});

it('folds duplicates into the first of them', async () => {
  const { items, missing } = await mobile.list('/products?ids=lamp,nothing,shade,lamp,nothing,lamp');
  expect(items.map(({ id }) => id)).toEqual(['lamp', 'shade']);
  expect(missing).toEqual(['nothing']);
});

it('is an empty list of items, and no error, when nothing is found', async () => {
  const answer = await mobile.get('/products?ids=nothing');
  expect([answer.status, bodyOf(answer)]).toEqual([200, { items: [], missing: ['nothing'], degraded: [] }]);
  expect(answer.headers['cache-control']).toMatch(
    /^public, max-age=(29|30), stale-while-revalidate=0, stale-if-error=(29|30)$/,
  );
});

describe('of 100 ids', () => {
  it('costs one batch a service: four calls', async () => {
    for (const name of [...called, 'recommendations'] as const) mobile.services.service(name).clearStats();
    const { items } = await mobile.list(`/products?ids=${hundred.join(',')}`);
    expect(items.map(({ id }) => id)).toEqual(hundred);
    const counted = (name: ServiceName) => {
      const { calls, ids } = mobile.services.service(name).stats();
      return Object.entries(calls).flatMap(([operation, count]) =>
        count > 0 ? [[operation, count, ids[operation]]] : [],
      );
    };
    expect(called.map(counted)).toEqual([
      [['getProducts', 1, 100]],
      [['getPrices', 1, 100]],
      [['getStocks', 1, 100]],
      [['getSummaries', 1, 100]],
    ]);
    expect(counted('recommendations')).toEqual([]);
  });

  it('is taken with duplicates that make it more', async () => {
    const { items } = await mobile.list(`/products?ids=${[...hundred, ...hundred].join(',')}`);
    expect(items).toHaveLength(100);
  });
});

describe('an item that makes no sense', () => {
  it('is left out, the rest is served, and the list says so and is not kept', async () => {
    const answer = await mobile.get('/products?ids=lamp,broken,nothing,shade');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const [lamp, shade] = await Promise.all([mobile.product('/products/lamp'), mobile.product('/products/shade')]);
    expect(bodyOf(answer)).toEqual({
      items: [lamp, shade],
      missing: ['nothing'],
      degraded: [{ section: 'product', state: 'missing', reason: 'invalid' }],
    });
  });

  it('answers 502 when it is all there was to answer, as its own request does', async () => {
    const [alone, list] = await Promise.all([mobile.get('/products/broken'), mobile.get('/products?ids=broken')]);
    expect([alone.status, list.status]).toEqual([502, 502]);
  });

  it.each([
    ['pricing', 'validUntil', 'sale', { price: null, purchasable: false }, 'price'],
    ['inventory', 'restockAt', 'soon', { availability: { status: 'unknown' }, purchasable: false }, 'availability'],
  ] as const)('of %s costs its section of its product alone (%s of %s)', async (service, field, id, cost, section) => {
    const [lamp, whole] = await Promise.all([mobile.product('/products/lamp'), mobile.product(`/products/${id}`)]);
    await mobile.services.service(service).setFaults({ kind: 'drift', field, change: 'retyped' });
    const answer = await mobile.get(`/products?ids=lamp,${id}`);
    const degraded = [{ section, state: 'missing', reason: 'invalid' }];
    expect(bodyOf(answer)).toEqual({ items: [lamp, { ...whole, ...cost, degraded }], missing: [], degraded });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('conditional requests and caching', () => {
  it('may be kept for as long as the shortest-lived of it', async () => {
    expect((await mobile.get('/products?ids=lamp,shade')).headers['cache-control']).toMatch(
      /^public, max-age=[45], stale-while-revalidate=0, stale-if-error=(59|60)$/,
    );
    expect((await mobile.get('/products?ids=lamp,nothing')).headers['cache-control']).toMatch(
      /^public, max-age=[45], stale-while-revalidate=0, stale-if-error=(29|30)$/,
    );
  });

  it('answers 304 to whoever has the bytes', async () => {
    const { headers } = await mobile.get('/products?ids=lamp,shade,nothing');
    const second = await mobile.get('/products?ids=lamp,shade,nothing', { 'if-none-match': headers['etag'] ?? '' });
    expect([second.status, second.headers['etag']]).toEqual([304, headers['etag']]);
  });

  it('negotiates the locale as one product does', async () => {
    const { headers, bytes } = await mobile.get('/products?ids=lamp', { 'accept-language': 'de-AT' });
    expect([headers['content-language'], headers['vary']]).toEqual([
      'de-DE',
      'Authorization, App-Platform, App-Version, Accept-Language',
    ]);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ items: [{ name: 'Die lamp' }] });
  });
});
