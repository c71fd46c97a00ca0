import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, type ServiceName } from '@product-bffs/downstreams';
import { locales } from '@product-bffs/http-service';
import { bodyOf, unhurried, usePartner } from './partner.ts';

const partner = usePartner(
  [
    sampleEntry('lamp'),
    sampleEntry('shade'),
    sampleEntry('bulb'),
    sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
    sampleEntry('out', { stock: { status: 'out_of_stock', quantity: 0 } }),
    sampleEntry('old', { status: 'discontinued' }),
    sampleEntry('sale', { price: { listMinor: 900, currentMinor: 500, taxIncluded: false, saleEndsInDays: 3 } }),
  ],
  unhurried,
);

const path = (id: string) => `/2026-10/products/${id}`;

beforeAll(async () => {
  // The catalog alone knows the one; pricing knows the other, too, and inventory does not.
  await partner.write('catalog', '/products/stranger', { name: 'A stranger' });
  await partner.write('catalog', '/products/unstocked', { name: 'Never counted' });
  await partner.write('pricing', '/prices/unstocked', { currentMinor: 1250 });
});

it('answers with a record of codes and minor units, and nothing else: no text for display', async () => {
  expect(await partner.record(path('lamp'))).toStrictEqual({
    id: 'lamp',
    sku: 'LAMP',
    gtin: '4006381333931',
    status: 'active',
    price: {
      currency: 'GBP',
      currentMinor: 7450,
      listMinor: 8999,
      taxIncluded: true,
      tiers: [{ minQuantity: 10, amountMinor: 6999 }],
    },
    availability: { status: 'in_stock', quantity: 12 },
    sync: { version: '1.1.1', updatedAt: '2026-01-05T09:00:00.000Z' },
  });
});

it.each(locales)('gives the same bytes to a reader of %s', async (locale) => {
  const [asked, byDefault] = await Promise.all([
    partner.get(`${path('lamp')}?locale=${locale}`),
    partner.get(path('lamp')),
  ]);
  expect(asked.headers['content-language']).toBe(locale);
  expect(asked.bytes.equals(byDefault.bytes)).toBe(true);
});

it('says when a price ends, and whether it includes tax', async () => {
  const { price } = await partner.record(path('sale'));
  expect(price).toMatchObject({ currentMinor: 500, listMinor: 900, taxIncluded: false, tiers: [] });
  expect(Date.parse(price.validUntil ?? '')).toBeGreaterThan(Date.now());
});

it.each([
  ['in stock', 'lamp', { status: 'in_stock', quantity: 12 }],
  ['out of stock', 'out', { status: 'out_of_stock', quantity: 0 }],
])('counts what is %s', async (_claim, id, availability) => {
  expect((await partner.record(path(id))).availability).toStrictEqual(availability);
});

it('says when a pre-order is expected', async () => {
  const { availability } = await partner.record(path('soon'));
  expect(availability).toMatchObject({ status: 'preorder', quantity: 0 });
  expect(Date.parse(availability.restockAt ?? '')).toBeGreaterThan(Date.now());
});

it('prices in yen without a smaller unit, tiers included', async () => {
  const [inPounds, inYen] = await Promise.all([
    partner.record(path('lamp')),
    partner.record(`${path('lamp')}?currency=JPY`),
  ]);
  expect(inYen.price.currency).toBe('JPY');
  // A pound is some 190 yen, and a penny some 1.9: an amount in hundredths of a yen would be a hundred times that.
  const [pence, yen] = [inPounds.price, inYen.price];
  for (const [inMinor, from] of [
    [yen.currentMinor, pence.currentMinor],
    [yen.listMinor, pence.listMinor],
    [yen.tiers[0]?.amountMinor ?? NaN, pence.tiers[0]?.amountMinor ?? NaN],
  ] as const) {
    expect(inMinor / from).toBeGreaterThan(1);
    expect(inMinor / from).toBeLessThan(4);
  }
});

it('makes one call to each of three services, and none to the others', async () => {
  const names = ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const;
  for (const name of names) partner.services.service(name).clearStats();
  await partner.get(path('lamp'));
  const calls = names.map((name) => Object.values(partner.services.service(name).stats().calls));
  expect(calls.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual([1, 1, 1, 0, 0]);
});

describe('none is not unknown', () => {
  it('has no record of a product without a price: 404, to be kept for 30 seconds', async () => {
    const answer = await partner.get(path('stranger'));
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'private, max-age=30']);
    expect(bodyOf(answer)).toMatchObject({ type: 'https://problems.example/not-found', code: 'not-found' });
  });

  it('answers 404 for a product that the catalog does not have, to be kept for 30 seconds', async () => {
    const answer = await partner.get(path('nothing'));
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'private, max-age=30']);
  });

  it('gives a product that inventory does not know an unknown availability, gtin and quantity null', async () => {
    const answer = await partner.get(path('unstocked'));
    expect(bodyOf(answer)).toMatchObject({
      gtin: null,
      price: { currentMinor: 1250, listMinor: 1250, tiers: [] },
      availability: { status: 'unknown', quantity: null },
      sync: { version: '1.1.0' },
    });
    expect(answer.headers['cache-control']).toMatch(
      /^private, max-age=(29|30), stale-while-revalidate=0, stale-if-error=(29|30)$/,
    );
  });
});

it('answers for a discontinued product with its status', async () => {
  expect(await partner.record(path('old'))).toMatchObject({
    status: 'discontinued',
    price: { currentMinor: 7450 },
    availability: { status: 'in_stock' },
  });
});

it('answers 404 for a product once it has been deleted', async () => {
  await partner.write('catalog', '/products/brief', { name: 'Here today' });
  await partner.write('pricing', '/prices/brief', { currentMinor: 1 });
  expect((await partner.get(path('brief'))).status).toBe(200);
  await fetch(`${partner.services.urls.catalog}/products/brief`, { method: 'DELETE' });
  const answer = await partner.get(path('brief'));
  expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'private, max-age=30']);
});

describe('sync', () => {
  const writes: [ServiceName, string, object, string][] = [
    ['catalog', '/products/bulb', { name: 'The bulb, renamed' }, '2.1.1'],
    ['pricing', '/prices/bulb', { currentMinor: 1999 }, '2.2.1'],
    ['inventory', '/stock/bulb', { quantity: 3 }, '2.2.2'],
    ['pricing', '/prices/bulb', { currentMinor: 1999 }, '2.3.2'],
  ];

  it('has a version that a write to each of the three services changes, and is as new as the latest of them', async () => {
    expect((await partner.record(path('bulb'))).sync.version).toBe('1.1.1');
    for (const [service, at, body, version] of writes) {
      const { updatedAt } = await partner.write(service, at, body);
      expect((await partner.record(path('bulb'))).sync).toStrictEqual({ version, updatedAt });
    }
  });

  it('has a version that nothing else changes: not asking, not another language or currency, not another product', async () => {
    const version = async (query = '') => (await partner.record(path('lamp') + query)).sync.version;
    const before = await version();
    await partner.write('catalog', '/products/shade', { name: 'Another shade' });
    await partner.write('inventory', '/stock/shade', { quantity: 1 });
    expect([await version(), await version('?locale=de-DE'), await version('?currency=JPY')]).toEqual([
      before,
      before,
      before,
    ]);
  });

  it('keeps its version when a price ends, which validUntil has announced', async () => {
    const soon = { currentMinor: 5000, validUntil: new Date(Date.now() + 300).toISOString() };
    await partner.write('pricing', '/prices/shade', soon);
    const before = await partner.record(path('shade'));
    expect(before.price).toMatchObject(soon);
    let after = before;
    while (after.price.validUntil !== undefined) after = await partner.record(path('shade'));
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon.validUntil));
    expect(after.price.currentMinor).toBe(after.price.listMinor);
    expect(after.sync).toStrictEqual(before.sync);
  });

  it('has another version once a product that was deleted comes again', async () => {
    await partner.write('catalog', '/products/unstocked', { name: 'Once' });
    const before = await partner.record(path('unstocked'));
    await fetch(`${partner.services.urls.catalog}/products/unstocked`, { method: 'DELETE' });
    await partner.write('catalog', '/products/unstocked', { name: 'Twice' });
    expect((await partner.record(path('unstocked'))).sync.version).not.toBe(before.sync.version);
  });
});

describe('locale and currency', () => {
  it.each([
    ['?locale=de-DE', undefined, 'de-DE', undefined],
    ['', 'de', 'de-DE', 'Accept-Language'],
    ['', 'de-AT, en;q=0.5', 'de-DE', 'Accept-Language'],
    ['', 'pt, fr;q=0.2', 'fr-FR', 'Accept-Language'],
    ['', 'xx', 'en-GB', 'Accept-Language'],
    ['', ';;q=,,', 'en-GB', 'Accept-Language'],
    ['', undefined, 'en-GB', 'Accept-Language'],
    ['?locale=ja-JP', 'de', 'ja-JP', undefined],
  ])('answers %p with Accept-Language %p in %s, and in pounds', async (query, accepted, locale, vary) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    const answer = await partner.get(path('lamp') + query, headers);
    expect(answer.headers['content-language']).toBe(locale);
    expect(answer.headers['vary']).toBe(['Authorization, X-API-Key', vary].filter(Boolean).join(', '));
    expect(bodyOf(answer)).toMatchObject({ price: { currency: 'GBP' } });
  });

  it.each(['GBP', 'EUR', 'USD', 'JPY'])('prices in %s', async (currency) => {
    expect((await partner.record(`${path('lamp')}?currency=${currency}`)).price.currency).toBe(currency);
  });
});

describe('conditional requests and caching', () => {
  const lifetimes = /^private, max-age=[45], stale-while-revalidate=0, stale-if-error=(59|60)$/;

  it('may be kept for as long as its stock, the shortest-lived of it', async () => {
    expect((await partner.get(path('lamp'))).headers['cache-control']).toMatch(lifetimes);
  });

  it('may not be kept beyond the end of a price', async () => {
    const validUntil = new Date(Date.now() + 3000).toISOString();
    await partner.write('pricing', '/prices/out', { currentMinor: 5000, validUntil });
    const secondsLeft = () => Math.max(0, Math.floor((Date.parse(validUntil) - Date.now()) / 1000));
    const most = secondsLeft();
    const answer = await partner.get(path('out'));
    const least = secondsLeft();
    expect(bodyOf(answer)).toMatchObject({ price: { validUntil } });
    const [maxAge = NaN, whileRevalidate, ifError] = (answer.headers['cache-control']?.match(/\d+/g) ?? []).map(Number);
    expect([whileRevalidate, ifError]).toEqual([0, maxAge]);
    expect(maxAge).toBeGreaterThanOrEqual(least);
    expect(maxAge).toBeLessThanOrEqual(most);
    expect(most).toBeLessThan(4);
  });

  it('answers 304 with the same validators and lifetimes to whoever has the bytes', async () => {
    const first = await partner.get(path('lamp'));
    const second = await partner.get(path('lamp'), { 'if-none-match': `"other", ${first.headers['etag']}` });
    expect(second.status).toBe(304);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['vary']).toBe('Authorization, X-API-Key, Accept-Language');
    expect(second.headers['cache-control']).toMatch(lifetimes);
  });

  it('answers 200 with another ETag once the stock has changed', async () => {
    const before = await partner.get(path('shade'));
    await partner.write('inventory', '/stock/shade', { status: 'low_stock', quantity: 2 });
    const after = await partner.get(path('shade'), { 'if-none-match': before.headers['etag'] ?? '' });
    expect(after.status).toBe(200);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(bodyOf(after)['availability']).toEqual({ status: 'low_stock', quantity: 2 });
  });

  it('gives equal bytes for equal knowledge', async () => {
    const [first, second] = [await partner.get(path('lamp')), await partner.get(path('lamp'))];
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.headers['etag']).toBe(first.headers['etag']);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await partner.get(path('lamp'));
    const head = await partner.request('HEAD', path('lamp'));
    expect(head.bytes).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
    expect(head.headers['etag']).toBe(get.headers['etag']);
  });
});

it('counts each section that it sends by its state, and each request by its route', async () => {
  await partner.get('/2026-10/products/lamp');
  const metrics = await partner.metrics();
  expect(metrics).toMatch(/sections_total\{section="availability",state="fresh"\} [1-9]/);
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{route="[^"]*:productId",method="GET",status="200"\} [1-9]/,
  );
});
