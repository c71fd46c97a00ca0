import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, publicUrl, unhurried, useWeb } from './web.ts';

const web = useWeb(
  [
    sampleEntry('lamp', { related: ['shade', 'old', 'bulb', 'lamp'] }),
    sampleEntry('shade'),
    sampleEntry('bulb', { reviews: [], images: [] }),
    sampleEntry('old', { status: 'discontinued', related: [] }),
    sampleEntry('sale', { price: { listMinor: 500, currentMinor: 400, taxIncluded: true, saleEndsInDays: 1 } }),
    sampleEntry('later', { stock: { status: 'preorder', quantity: 0, restockInDays: 9 } }),
    sampleEntry('plain', { reviews: [], images: [], variants: [], attributes: [], related: [] }),
  ],
  unhurried,
);

/** A product that the catalog alone has heard of. */
beforeAll(async () => {
  await fetch(`${web.services.urls.catalog}/products/stranger`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A stranger' }),
  });
});

it('answers with every section of the product', async () => {
  const detail = await web.detail('/products/lamp');
  expect(detail).toMatchObject({
    id: 'lamp',
    sku: 'LAMP',
    slug: 'the-lamp',
    name: 'The lamp',
    status: 'active',
    brand: { id: 'linnet', name: 'Linnet & Daughters' },
    description: ['Turned from one piece of ash.', 'The shade is spun aluminium, painted on the inside.'],
    breadcrumbs: [{ slug: 'home' }, { slug: 'lamps' }],
    attributes: [
      { name: 'Height', value: '45', unit: 'cm' },
      { name: 'Material', value: 'Ash', unit: null },
    ],
    price: {
      currency: 'GBP',
      currentMinor: 7450,
      listMinor: 8999,
      taxIncluded: true,
      formatted: { current: '£74.50', list: '£89.99' },
    },
    availability: { status: 'in_stock' },
    purchasable: true,
    reviews: { summary: { average: 4, count: 3 }, nextCursor: null },
    meta: { locale: 'en-GB', currency: 'GBP' },
  });
  expect(new Set(Object.values(detail.meta.sections).map(({ state }) => state))).toEqual(new Set(['fresh']));
});

it('gives an image in every width there is', async () => {
  const [image] = (await web.detail('/products/lamp')).images;
  expect(image?.srcset.match(/ \d+w/g)).toEqual([' 160w', ' 320w', ' 480w', ' 640w', ' 960w', ' 1280w', ' 1920w']);
  expect(image?.src).toMatch(/^https:\/\/media\.example\/media\/[a-z0-9-]+\?w=1280$/);
});

it('joins related products, without itself and without what is discontinued', async () => {
  const { related } = await web.detail('/products/lamp?currency=EUR&locale=de-DE');
  expect(related?.map(({ id }) => id)).toEqual(['shade', 'bulb']);
  expect(related?.[0]).toMatchObject({
    name: 'Die shade',
    price: { currency: 'EUR' },
    rating: { average: 4, count: 3 },
  });
  expect(related?.[1]).toMatchObject({ image: null, rating: { average: null, count: 0 } });
});

it('makes one call a service for the product and one batch a service for all that is related', async () => {
  for (const name of ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const) {
    web.services.service(name).clearStats();
  }
  await web.get('/products/lamp');
  const calls = (name: 'catalog' | 'pricing' | 'inventory' | 'reviews' | 'recommendations') =>
    Object.values(web.services.service(name).stats().calls).reduce((sum, n) => sum + n, 0);
  expect(
    ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'].map((name) => calls(name as 'catalog')),
  ).toEqual([2, 2, 1, 2, 1]);
});

describe('none is not unknown', () => {
  it('gives a product that only the catalog knows no price, an unknown stock and no reviews, all of it fresh', async () => {
    const detail = await web.detail('/products/stranger');
    expect(detail).toMatchObject({
      price: null,
      availability: { status: 'unknown' },
      purchasable: false,
      reviews: { summary: { average: null, count: 0 }, items: [] },
      related: [],
    });
    expect(new Set(Object.values(detail.meta.sections).map(({ state }) => state))).toEqual(new Set(['fresh']));
  });

  it('keeps the answer without a price for as long as "not found" is remembered', async () => {
    const { headers } = await web.get('/products/stranger');
    expect(headers['cache-control']).toMatch(
      /^public, max-age=(29|30), stale-while-revalidate=0, stale-if-error=(29|30)$/,
    );
  });

  it('answers 404 for a product that the catalog does not have, to be kept for 30 seconds', async () => {
    const answer = await web.get('/products/nothing');
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'public, max-age=30']);
  });

  it('sends a product without reviews, images or variants with empty lists', async () => {
    expect(await web.detail('/products/plain')).toMatchObject({
      images: [],
      variants: [],
      attributes: [],
      related: [],
    });
  });
});

it('answers for a discontinued product, which cannot be bought', async () => {
  const detail = await web.detail('/products/old');
  expect(detail).toMatchObject({ status: 'discontinued', purchasable: false });
  expect(JSON.parse(detail.seo.jsonLd)).toMatchObject({ offers: { availability: 'https://schema.org/Discontinued' } });
});

describe('locale and currency', () => {
  const both = 'Accept-Language, Accept-Encoding';

  it.each([
    ['?locale=de-DE', undefined, 'de-DE', 'Accept-Encoding'],
    ['', 'de', 'de-DE', both],
    ['', 'de-AT, en;q=0.5', 'de-DE', both],
    ['', 'pt, fr;q=0.2', 'fr-FR', both],
    ['', 'xx', 'en-GB', both],
    ['', ';;q=,,', 'en-GB', both],
    ['', undefined, 'en-GB', both],
    ['?locale=ja-JP', 'de', 'ja-JP', 'Accept-Encoding'],
  ])('answers %p with Accept-Language %p in %s', async (query, accepted, locale, vary) => {
    const answer = await web.get(
      `/products/lamp${query}`,
      accepted === undefined ? {} : { 'accept-language': accepted },
    );
    expect(answer.headers['content-language']).toBe(locale);
    expect(answer.headers['vary']).toBe(vary);
    expect(bodyOf(answer)['meta']).toMatchObject({ locale, currency: 'GBP' });
  });

  it('prices in yen without decimals', async () => {
    const { price } = await web.detail('/products/lamp?currency=JPY&locale=ja-JP');
    expect(price?.formatted.current).toBe(`￥${price?.currentMinor.toLocaleString('en')}`);
  });
});

describe('conditional requests', () => {
  it('answers 304 with the same validators and lifetimes to whoever has the bytes', async () => {
    const first = await web.get('/products/lamp');
    const second = await web.get('/products/lamp', { 'if-none-match': `"other", ${first.headers['etag']}` });
    expect(second.status).toBe(304);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['vary']).toBe(first.headers['vary']);
    expect(second.headers['cache-control']).toMatch(
      /^public, max-age=[45], stale-while-revalidate=0, stale-if-error=\d\d$/,
    );
  });

  it('answers 200 with another ETag once the price has changed', async () => {
    const before = await web.get('/products/shade');
    await fetch(`${web.services.urls.pricing}/prices/shade`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currency: 'GBP', currentMinor: 1 }),
    });
    const after = await web.get('/products/shade', { 'if-none-match': before.headers['etag'] ?? '' });
    expect(after.status).toBe(200);
    expect(bodyOf(after)['price']).toMatchObject({ currentMinor: 1 });
  });

  it('gives equal bytes for equal knowledge', async () => {
    const [first, second] = [await web.get('/products/lamp'), await web.get('/products/lamp')];
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await web.get('/products/lamp');
    const head = await web.request('HEAD', '/products/lamp');
    expect(head.bytes).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
    expect(head.headers['etag']).toBe(get.headers['etag']);
  });
});

describe('pages of reviews', () => {
  it('leads from page to page until there is no cursor', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/products/lamp/reviews?limit=2${cursor && `&cursor=${cursor}`}`;
      const page = bodyOf(await web.get(path)) as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('lives as long as reviews do', async () => {
    const { headers } = await web.get('/products/lamp/reviews');
    expect(headers['cache-control']).toMatch(
      /^public, max-age=(899|900), stale-while-revalidate=(86399|86400), stale-if-error=(86399|86400)$/,
    );
  });

  it('answers 400 that names a cursor which the service never gave', async () => {
    const answer = await web.get('/products/lamp/reviews?cursor=bm9uc2Vuc2U');
    expect(answer.status).toBe(400);
    expect(bodyOf(answer)['errors']).toMatchObject([{ in: 'query', name: 'cursor' }]);
  });

  it('answers with none for a product that the reviews service has never heard of, as the product itself says', async () => {
    const answer = await web.get('/products/stranger/reviews');
    expect(bodyOf(answer)).toEqual((await web.detail('/products/stranger')).reviews);
    expect(answer.headers['cache-control']).toMatch(/^public, max-age=(29|30), /);
  });

  it('answers 404 where there is no such product', async () => {
    const answer = await web.get('/products/nothing/reviews');
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'public, max-age=30']);
  });
});

it('has its canonical page under the public URL, one for each language', async () => {
  const { seo } = await web.detail('/products/lamp');
  expect(seo.canonicalUrl).toBe(`${publicUrl}/products/the-lamp`);
  expect((await web.detail('/products/lamp?locale=fr-FR')).seo.canonicalUrl).toBe(
    `${publicUrl}/products/the-lamp?locale=fr-FR`,
  );
});

it('says when a price ends and when stock is expected, on the page and to search engines', async () => {
  const sale = await web.detail('/products/sale');
  const validUntil = sale.price?.validUntil ?? '';
  expect(Date.parse(validUntil)).toBeGreaterThan(Date.now());
  expect(JSON.parse(sale.seo.jsonLd)).toMatchObject({ offers: { price: '4.00', priceValidUntil: validUntil } });
  const later = await web.detail('/products/later');
  expect(Date.parse(later.availability.restockAt ?? '')).toBeGreaterThan(Date.now());
  expect(later).toMatchObject({ availability: { status: 'preorder' }, purchasable: true });
  expect(JSON.parse(later.seo.jsonLd)).toMatchObject({ offers: { availability: 'https://schema.org/PreOrder' } });
});

it('shows its first image where it is shared', async () => {
  const { seo, images } = await web.detail('/products/lamp');
  expect(seo.openGraph).toMatchObject({ type: 'product', image: images[0]?.src, locale: 'en_GB' });
  expect((await web.detail('/products/plain')).seo.openGraph.image).toBeNull();
});

it('counts each section that it sends by its state, and each request by its route', async () => {
  await web.get('/products/lamp');
  const metrics = await web.metrics();
  expect(metrics).toMatch(/sections_total\{section="related.price",state="fresh"\} [1-9]/);
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{route="[^"]*:productId",method="GET",status="200"\} [1-9]/,
  );
});
