import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createRecommendationsClient,
  createReviewsClient,
} from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';

let services: Downstreams;
beforeAll(async () => {
  services = await startDownstreams({
    catalogue: [
      sampleEntry('lamp', { related: ['shade', 'bulb'], stock: { status: 'preorder', quantity: 0, restockInDays: 9 } }),
      sampleEntry('shade', { status: 'discontinued' }),
      sampleEntry('bulb', { reviews: [] }),
    ],
  });
});
afterAll(() => services.stop());

const at = (name: keyof Downstreams['urls']) => ({ url: services.urls[name], timeoutMs: 5000, ...caller });
const clients = () => ({
  catalog: createCatalogClient(at('catalog')),
  pricing: createPricingClient(at('pricing')),
  inventory: createInventoryClient(at('inventory')),
  reviews: createReviewsClient(at('reviews')),
  recommendations: createRecommendationsClient(at('recommendations')),
});

const english = { locale: 'en-GB' };
const pounds = { currency: 'GBP' };

describe('the catalog', () => {
  it('has the product that it was asked for, in the language asked for', async () => {
    const { value } = await clients().catalog.getProduct('lamp', { locale: 'de-DE' }, callContext());
    expect(value).toMatchObject({
      id: 'lamp',
      sku: 'LAMP',
      gtin: '4006381333931',
      slug: 'the-lamp',
      name: 'Die lamp',
      brand: { id: 'linnet', name: 'Linnet & Daughters' },
      categories: [{ slug: 'home' }, { slug: 'lamps' }],
      attributes: [
        { name: 'Height', value: '45', unit: 'cm' },
        { name: 'Material', value: 'Ash' },
      ],
      images: [{ alt: 'From the front', width: 1920, height: 1440 }, { alt: 'From the side' }],
      variants: [{ id: 'lamp-black', options: { colour: 'black' } }],
      status: 'active',
    });
  });

  it('has a list of products', async () => {
    const batch = await clients().catalog.getOverviews(['shade', 'ghost', 'lamp'], english, callContext());
    expect([...batch.keys()]).toEqual(['shade', 'ghost', 'lamp']);
    expect(batch.get('shade')).toMatchObject({ state: 'fresh', value: { id: 'shade', status: 'discontinued' } });
    expect(batch.get('ghost')).toMatchObject({ state: 'fresh', value: null });
  });
});

describe('pricing', () => {
  it('has the price in the currency asked for', async () => {
    const { value } = await clients().pricing.getPrice('lamp', { currency: 'JPY' }, callContext());
    expect(value).toMatchObject({ id: 'lamp', currency: 'JPY', currentMinor: 14_155, tiers: [{ minQuantity: 10 }] });
  });

  it('has none in a currency without a price', async () => {
    expect((await clients().pricing.getPrice('lamp', { currency: 'CHF' }, callContext())).value).toBeNull();
  });

  it('has a list of prices', async () => {
    const batch = await clients().pricing.getPrices(['lamp', 'ghost'], pounds, callContext());
    expect(batch.get('lamp')).toMatchObject({ value: { currentMinor: 7450, listMinor: 8999, taxIncluded: true } });
    expect(batch.get('ghost')).toMatchObject({ state: 'fresh', value: null });
  });
});

describe('inventory', () => {
  it('has the stock', async () => {
    const { value } = await clients().inventory.getStock('lamp', callContext());
    expect(value).toMatchObject({ id: 'lamp', status: 'preorder', quantity: 0, restockAt: expect.any(String) });
  });

  it('has a list of stocks', async () => {
    const batch = await clients().inventory.getStocks(['lamp', 'shade'], callContext());
    expect([...batch.values()]).toMatchObject([{ value: { status: 'preorder' } }, { value: { status: 'in_stock' } }]);
  });
});

describe('reviews', () => {
  it('has page after page', async () => {
    const { reviews } = clients();
    const first = await reviews.getReviews('lamp', { limit: 2 }, callContext());
    const cursor = first.value?.nextCursor ?? undefined;
    const second = await reviews.getReviews('lamp', { limit: 2, cursor }, callContext());
    expect(first.value).toMatchObject({
      summary: { average: 4, count: 3, histogram: { 1: 0, 2: 0, 3: 1, 4: 1, 5: 1 } },
      items: [{ rating: 3, author: { displayName: 'Ana 2' } }, { rating: 5 }],
    });
    expect(second.value).toMatchObject({ items: [{ rating: 4 }], nextCursor: null });
  });

  it('has summaries, one or many; no review is an answer, an unheard-of product is not', async () => {
    const { reviews } = clients();
    const batch = await reviews.getSummaries(['lamp', 'bulb', 'ghost'], callContext());
    expect([...batch.values()]).toMatchObject([
      { value: { summary: { average: 4, count: 3 } } },
      { value: { summary: { average: null, count: 0 } } },
      { state: 'fresh', value: null },
    ]);
    expect((await reviews.getSummary('lamp', callContext())).value).toMatchObject({
      id: 'lamp',
      summary: { count: 3 },
    });
    expect((await reviews.getSummary('ghost', callContext())).value).toBeNull();
  });
});

describe('recommendations', () => {
  it('has what is related, best first, and no more than asked for', async () => {
    const { recommendations } = clients();
    const related = (limit: number) => recommendations.getRelated('lamp', { limit }, callContext());
    expect((await related(8)).value).toEqual({ id: 'lamp', items: [{ id: 'shade' }, { id: 'bulb' }] });
    expect((await related(1)).value).toEqual({ id: 'lamp', items: [{ id: 'shade' }] });
  });
});

type Clients = ReturnType<typeof clients>;

describe('what a service does not have', () => {
  it.each<[string, (all: Clients, id: string) => Promise<object>]>([
    ['catalog', ({ catalog }, id) => catalog.getProduct(id, english, callContext())],
    ['pricing', ({ pricing }, id) => pricing.getPrice(id, pounds, callContext())],
    ['inventory', ({ inventory }, id) => inventory.getStock(id, callContext())],
    ['reviews', ({ reviews }, id) => reviews.getReviews(id, { limit: 3 }, callContext())],
    ['reviews, a summary', ({ reviews }, id) => reviews.getSummary(id, callContext())],
    ['recommendations', ({ recommendations }, id) => recommendations.getRelated(id, { limit: 3 }, callContext())],
  ])('(%s) is null, which is known for 30 s and no longer', async (_name, call) => {
    const section = await call(clients(), 'ghost');
    expect(section).toMatchObject({ state: 'fresh', value: null, staleWhileRevalidate: false });
    const { asOf, softUntil, hardUntil } = section as { asOf: number; softUntil: number; hardUntil: number };
    expect([softUntil - asOf, hardUntil - asOf]).toEqual([30_000, 30_000]);
  });
});

describe('what a service has', () => {
  const minutes = 60_000;

  it.each<[string, (all: Clients) => Promise<object>, number, number, boolean]>([
    ['a product', ({ catalog }) => catalog.getProduct('lamp', english, callContext()), 5, 1440, true],
    ['a price', ({ pricing }) => pricing.getPrice('lamp', pounds, callContext()), 0.5, 5, false],
    ['stock', ({ inventory }) => inventory.getStock('lamp', callContext()), 5 / 60, 1, false],
    ['reviews', ({ reviews }) => reviews.getReviews('lamp', { limit: 3 }, callContext()), 15, 1440, true],
    ['a summary', ({ reviews }) => reviews.getSummary('lamp', callContext()), 15, 1440, true],
    ['what is related', ({ recommendations: r }) => r.getRelated('lamp', { limit: 3 }, callContext()), 10, 360, true],
  ])('(%s) lives %d and %d minutes', async (_what, call, soft, hard, staleWhileRevalidate) => {
    const section = await call(clients());
    const { asOf, softUntil, hardUntil } = section as { asOf: number; softUntil: number; hardUntil: number };
    expect([softUntil - asOf, hardUntil - asOf]).toEqual([soft * minutes, hard * minutes]);
    expect(section).toMatchObject({ state: 'fresh', staleWhileRevalidate });
  });

  it.each<[string, string, string[], (all: Clients) => Promise<unknown>]>([
    [
      'catalog',
      '/products/lamp',
      ['costPrice', 'supplierCode', 'createdAt'],
      ({ catalog }) => catalog.getProduct('lamp', english, callContext()),
    ],
    [
      'catalog',
      '/products?ids=lamp',
      ['costPrice', 'supplierCode'],
      async ({ catalog }) => [...(await catalog.getOverviews(['lamp'], english, callContext())).values()],
    ],
    ['inventory', '/stock/lamp', ['warehouses'], ({ inventory }) => inventory.getStock('lamp', callContext())],
    [
      'inventory',
      '/stock?ids=lamp',
      ['warehouses'],
      async ({ inventory }) => [...(await inventory.getStocks(['lamp'], callContext())).values()],
    ],
    [
      'reviews',
      '/products/lamp/reviews',
      ['email'],
      ({ reviews }) => reviews.getReviews('lamp', { limit: 3 }, callContext()),
    ],
  ])('(%s %s) loses its internal fields where it is read', async (name, path, fields, call) => {
    const sent = await (await fetch(services.urls[name as 'catalog'] + path)).text();
    const read = JSON.stringify(await call(clients()));
    for (const field of fields) {
      expect(sent).toContain(`"${field}":`);
      expect(read).not.toContain(`"${field}":`);
    }
    expect(read).not.toMatch(/SUP-|WH-[NS]-|@mail\.example/);
  });
});
