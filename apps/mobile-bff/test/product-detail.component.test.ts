import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, newestApp, unhurried, useMobile } from './mobile.ts';

const stock = (status: 'in_stock' | 'low_stock' | 'out_of_stock' | 'preorder', quantity: number) => ({
  stock: { status, quantity },
});

const mobile = useMobile(
  [
    sampleEntry('lamp'),
    sampleEntry('shade'),
    sampleEntry('low', stock('low_stock', 2)),
    sampleEntry('out', stock('out_of_stock', 0)),
    sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
    sampleEntry('old', { status: 'discontinued' }),
    sampleEntry('album', { images: ['1', '2', '3', '4', '5', '6'] }),
    sampleEntry('plain', {
      images: [],
      reviews: [],
      price: { listMinor: 7450, currentMinor: 7450, taxIncluded: true },
    }),
    sampleEntry('wordy', {
      texts: { name: 'Wordy', summary: 'All of it is told at length. '.repeat(30), description: [] },
      translations: { 'ja-JP': { summary: '机の上だけを静かに照らす、木のランプです。'.repeat(30) } },
    }),
  ],
  unhurried,
);

/** A product that the catalog alone has heard of. */
beforeAll(() => mobile.write('catalog', '/products/stranger', { name: 'A stranger' }));

it('answers with what an app shows, and nothing else: no description, no search engine texts', async () => {
  expect(await mobile.product('/products/lamp', newestApp)).toStrictEqual({
    id: 'lamp',
    name: 'The lamp',
    status: 'active',
    brand: { id: 'linnet', name: 'Linnet & Daughters' },
    summary: 'A lamp that lights a page and leaves the room alone.',
    images: ['https://media.example/media/lamp-1?w=640', 'https://media.example/media/lamp-2?w=640'],
    price: { currency: 'GBP', currentMinor: 7450, display: '£74.50', listDisplay: '£89.99' },
    rating: { average: 4, count: 3 },
    availability: { status: 'in_stock' },
    purchasable: true,
    degraded: [],
  });
});

it('shows a list price only where the current one is below it', async () => {
  expect((await mobile.product('/products/plain', newestApp)).price).toStrictEqual({
    currency: 'GBP',
    currentMinor: 7450,
    display: '£74.50',
  });
});

it.each([
  ['lamp', 'in_stock', true],
  ['low', 'low_stock', true],
  ['soon', 'preorder', true],
  ['out', 'out_of_stock', false],
])('says of %s that it is %s, and that it can be bought: %p', async (id, status, purchasable) => {
  expect(await mobile.product(`/products/${id}`, newestApp)).toMatchObject({ availability: { status }, purchasable });
});

it('says when a pre-order is expected', async () => {
  const { availability } = await mobile.product('/products/soon');
  expect(Date.parse(availability.restockAt ?? '')).toBeGreaterThan(Date.now());
});

it('makes one call a service', async () => {
  const names = ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const;
  for (const name of names) mobile.services.service(name).clearStats();
  await mobile.get('/products/lamp');
  const calls = names.map((name) => Object.values(mobile.services.service(name).stats().calls));
  expect(calls.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual([1, 1, 1, 1, 0]);
});

describe('images', () => {
  it.each([
    ['', 640],
    ['?width=1&dpr=1', 160],
    ['?width=160&dpr=1', 160],
    ['?width=161&dpr=1', 320],
    ['?width=160.5&dpr=1', 320],
    ['?width=320&dpr=2', 640],
    ['?width=320&dpr=1.5', 480],
    ['?width=412&dpr=2.625', 1280],
    ['?width=412&dpr=1.3312500715255737', 640],
    ['?dpr=1', 320],
    ['?width=2000&dpr=4', 1920],
  ])('for %p are the smallest that cover the pixels: %p', async (query, width) => {
    expect((await mobile.product(`/products/shade${query}`)).images).toEqual([
      `https://media.example/media/shade-1?w=${width}`,
      `https://media.example/media/shade-2?w=${width}`,
    ]);
  });

  it('are the first four where there are more', async () => {
    const { images } = await mobile.product('/products/album?dpr=1');
    expect(images).toEqual([1, 2, 3, 4].map((n) => `https://media.example/media/album-${n}?w=320`));
  });

  it('are an empty list where there is none', async () => {
    expect((await mobile.product('/products/plain')).images).toEqual([]);
  });
});

it.each(['en-GB', 'ja-JP'])('cuts a summary in %s to 200 characters and 300 bytes', async (locale) => {
  const { summary } = await mobile.product(`/products/wordy?locale=${locale}`);
  expect(summary.endsWith('…')).toBe(true);
  expect(summary.length).toBeGreaterThan(80);
  expect(summary.length).toBeLessThanOrEqual(200);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(300);
});

describe('none is not unknown', () => {
  it('gives a product that only the catalog knows no price, an unknown stock and no rating, all of it fresh', async () => {
    expect(await mobile.product('/products/stranger')).toMatchObject({
      brand: null,
      summary: '',
      images: [],
      price: null,
      rating: { average: null, count: 0 },
      availability: { status: 'unknown' },
      purchasable: false,
      degraded: [],
    });
  });

  it('keeps the answer without a price for as long as "not found" is remembered', async () => {
    const { headers } = await mobile.get('/products/stranger');
    expect(headers['cache-control']).toMatch(
      /^public, max-age=(29|30), stale-while-revalidate=0, stale-if-error=(29|30)$/,
    );
  });

  it('rates a product without reviews null, of 0', async () => {
    expect((await mobile.product('/products/plain')).rating).toEqual({ average: null, count: 0 });
  });

  it('answers 404 for a product that the catalog does not have, to be kept for 30 seconds', async () => {
    const answer = await mobile.get('/products/nothing');
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'public, max-age=30']);
    expect(bodyOf(answer)).toMatchObject({ type: 'https://problems.example/not-found', code: 'not-found' });
  });
});

it('answers for a discontinued product, which cannot be bought', async () => {
  expect(await mobile.product('/products/old')).toMatchObject({
    status: 'discontinued',
    availability: { status: 'in_stock' },
    price: { currentMinor: 7450 },
    purchasable: false,
    degraded: [],
  });
});

it('answers 404 for a product once it has been deleted', async () => {
  await mobile.write('catalog', '/products/brief', { name: 'Here today' });
  expect((await mobile.get('/products/brief')).status).toBe(200);
  await fetch(`${mobile.services.urls.catalog}/products/brief`, { method: 'DELETE' });
  const answer = await mobile.get('/products/brief');
  expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'public, max-age=30']);
});

describe('locale and currency', () => {
  it.each([
    ['?locale=de-DE', undefined, 'de-DE', 'Authorization, App-Platform, App-Version'],
    ['', 'de', 'de-DE', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['', 'de-AT, en;q=0.5', 'de-DE', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['', 'pt, fr;q=0.2', 'fr-FR', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['', 'xx', 'en-GB', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['', ';;q=,,', 'en-GB', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['', undefined, 'en-GB', 'Authorization, App-Platform, App-Version, Accept-Language'],
    ['?locale=ja-JP', 'de', 'ja-JP', 'Authorization, App-Platform, App-Version'],
  ])('answers %p with Accept-Language %p in %s', async (query, accepted, locale, vary) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    const answer = await mobile.get(`/products/lamp${query}`, headers);
    expect(answer.headers['content-language']).toBe(locale);
    expect(answer.headers['vary']).toBe(vary);
    expect(bodyOf(answer)).toMatchObject({
      name: locale === 'de-DE' ? 'Die lamp' : 'The lamp',
      price: { currency: 'GBP' },
    });
  });

  it.each([
    ['en-GB', 'GBP', '£74.50'],
    ['de-DE', 'GBP', '74,50\u00a0£'],
    ['fr-FR', 'GBP', '74,50\u00a0£GB'],
    ['ja-JP', 'GBP', '£74.50'],
  ])('writes a price for a reader of %s in %s as %s', async (locale, currency, display) => {
    expect((await mobile.product(`/products/lamp?locale=${locale}&currency=${currency}`)).price).toMatchObject({
      currency,
      display,
    });
  });

  it('prices in yen without decimals', async () => {
    const { price } = await mobile.product('/products/lamp?currency=JPY&locale=ja-JP');
    expect(price?.currency).toBe('JPY');
    expect(price?.display).toBe(`￥${price?.currentMinor.toLocaleString('en')}`);
  });
});

describe('conditional requests and caching', () => {
  const lifetimes = /^public, max-age=[45], stale-while-revalidate=0, stale-if-error=(59|60)$/;

  it('may be kept for as long as its stock, the shortest-lived of it', async () => {
    expect((await mobile.get('/products/lamp')).headers['cache-control']).toMatch(lifetimes);
  });

  it('may not be kept beyond the end of a price', async () => {
    const validUntil = Date.now() + 3000;
    await mobile.write('pricing', '/prices/plain', {
      currentMinor: 5000,
      validUntil: new Date(validUntil).toISOString(),
    });
    const secondsLeft = () => Math.max(0, Math.floor((validUntil - Date.now()) / 1000));
    const most = secondsLeft();
    const { headers } = await mobile.get('/products/plain');
    const least = secondsLeft();
    const [maxAge = NaN, whileRevalidate, ifError] = (headers['cache-control']?.match(/\d+/g) ?? []).map(Number);
    expect([whileRevalidate, ifError]).toEqual([0, maxAge]);
    expect(maxAge).toBeGreaterThanOrEqual(least);
    expect(maxAge).toBeLessThanOrEqual(most);
    expect(most).toBeLessThan(4);
  });

  it('answers 304 with the same validators and lifetimes to whoever has the bytes', async () => {
    const first = await mobile.get('/products/lamp');
    const second = await mobile.get('/products/lamp', { 'if-none-match': `"other", ${first.headers['etag']}` });
    expect(second.status).toBe(304);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['vary']).toBe('Authorization, App-Platform, App-Version, Accept-Language');
    expect(second.headers['cache-control']).toMatch(lifetimes);
  });

  it('answers 200 with another ETag once the price has changed', async () => {
    const before = await mobile.get('/products/shade');
    await mobile.write('pricing', '/prices/shade', { currentMinor: 1 });
    const after = await mobile.get('/products/shade', { 'if-none-match': before.headers['etag'] ?? '' });
    expect(after.status).toBe(200);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(bodyOf(after)['price']).toMatchObject({ currentMinor: 1, display: '£0.01' });
  });

  it('gives equal bytes for equal knowledge', async () => {
    const [first, second] = [await mobile.get('/products/lamp'), await mobile.get('/products/lamp')];
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.headers['etag']).toBe(first.headers['etag']);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await mobile.get('/products/lamp');
    const head = await mobile.request('HEAD', '/products/lamp');
    expect(head.bytes).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
    expect(head.headers['etag']).toBe(get.headers['etag']);
  });
});

it('counts each section that it sends by its state, and each request by its route', async () => {
  await mobile.get('/products/lamp');
  const metrics = await mobile.metrics();
  expect(metrics).toMatch(/sections_total\{section="rating",state="fresh"\} [1-9]/);
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{route="[^"]*:productId",method="GET",status="200"\} [1-9]/,
  );
});
