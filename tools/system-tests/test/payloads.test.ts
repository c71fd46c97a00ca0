import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ask, jsonOf, type Answer } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { eachAtMost } from '../src/each-at-most.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import { allProducts } from '../src/services.ts';

/** Every product's answer to the request that asks for nothing special (en-GB, GBP). */
const answers = new Map<string, { web: Answer; mobile: Answer; partner: Answer }>();
let system: RunningSystem;

beforeAll(async () => {
  system = await runSystem({ logLevel: 'warn', environment: patient });
  const { urls } = system;
  await eachAtMost(8, await allProducts(system), async ({ id }) => {
    answers.set(id, {
      web: await ask(`${urls['web-bff']}${webProduct(id)}`),
      mobile: await ask(`${urls['mobile-bff']}${mobileProduct(id)}`),
      partner: await ask(`${urls['partner-bff']}${partnerProduct(id)}`),
    });
  });
});

afterAll(() => system.stop());

const fieldsOf = (client: 'web' | 'mobile' | 'partner') =>
  new Set([...answers.values()].map((answer) => Object.keys(jsonOf(answer[client]) as object).join(' ')));

it('web gets every field that a page shows, whatever the product lacks, and all sections fresh', () => {
  expect([...fieldsOf('web')]).toEqual([
    'id sku slug name status brand summary description breadcrumbs attributes variants images price availability ' +
      'purchasable reviews related seo meta',
  ]);
  const parts = new Set<string>();
  for (const { web } of answers.values()) {
    const { price, reviews, seo, meta } = jsonOf(web) as Record<string, Record<string, object>>;
    parts.add(
      JSON.stringify({
        price: Object.keys(price!).filter((field) => field !== 'validUntil'),
        reviews: Object.keys(reviews!),
        seo: Object.keys(seo!),
        sections: meta!['sections'],
      }),
    );
  }
  const fresh = { state: 'fresh' };
  expect([...parts].map((part) => JSON.parse(part) as unknown)).toEqual([
    {
      price: ['currency', 'currentMinor', 'listMinor', 'taxIncluded', 'formatted'],
      reviews: ['summary', 'items', 'nextCursor'],
      seo: ['title', 'description', 'canonicalUrl', 'openGraph', 'jsonLd'],
      sections: {
        product: fresh,
        price: fresh,
        availability: fresh,
        reviews: fresh,
        related: fresh,
        'related.price': fresh,
        'related.rating': fresh,
      },
    },
  ]);
});

it('mobile gets its compact fields and nothing else', () => {
  expect([...fieldsOf('mobile')]).toEqual([
    'id name status brand summary images price rating availability purchasable degraded',
  ]);
});

it('a partner gets codes and minor units, and no text for display anywhere', () => {
  expect([...fieldsOf('partner')]).toEqual(['id sku gtin status price availability sync']);
  const known =
    /^(?:id|sku|gtin|status|price|currency|currentMinor|listMinor|taxIncluded|tiers|minQuantity|amountMinor|validUntil|availability|quantity|restockAt|sync|version|updatedAt)$/;
  const fields = new Set<string>();
  for (const { partner } of answers.values()) {
    JSON.parse(partner.body, (field, value: unknown) => {
      if (!/^\d*$/.test(field)) fields.add(field);
      return value;
    });
  }
  expect([...fields].filter((field) => !known.test(field))).toEqual([]);
});

it('a mobile answer is below 1,000 bytes, below a third of the web’s, and a tenth of it at the median', () => {
  const sizes = [...answers].map(([id, { web, mobile }]) => ({
    id,
    bytes: mobile.bytes,
    ratio: mobile.bytes / web.bytes,
  }));
  expect(sizes.filter(({ bytes }) => bytes >= 1000)).toEqual([]);
  expect(sizes.filter(({ ratio }) => ratio > 1 / 3)).toEqual([]);
  const median = sizes.map(({ ratio }) => ratio).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
  expect(median).toBeLessThanOrEqual(1 / 10);
});
