import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { overviewSchema, pageSchema, productSchema } from '../src/catalog/wire.ts';
import { createDigest } from '../src/digest.ts';
import type { ResourceOf } from '../src/downstream.ts';
import { createFeed } from '../src/feed.ts';
import { stockSchema } from '../src/inventory/wire.ts';
import { priceSchema } from '../src/pricing/wire.ts';
import { relatedSchema } from '../src/recommendations/wire.ts';
import { ratingSchema, reviewPageSchema } from '../src/reviews/wire.ts';
import { faultsOf } from '../src/wire/faults.ts';
import { wirePrice, wireProduct, wireStock } from './wire-samples.ts';

/** The schema that a client is made with. */
function schemaOf(make: (resource: ResourceOf) => unknown): z.ZodType {
  let schema: z.ZodType = z.never();
  make(((_name: string, described: { schema: z.ZodType }) => {
    schema = described.schema;
    return {};
  }) as unknown as ResourceOf);
  return schema;
}

const at = '2026-03-01T12:00:00Z';
const product = wireProduct('lamp', {
  gtin: null,
  brand: { id: 'lumen', name: 'Lumen' },
  categories: [{ id: 'light', name: 'Light', slug: 'light' }],
  description: ['It gives light.'],
  attributes: [{ name: 'Power', value: '7', unit: 'W' }],
  images: [{ id: 'lamp-1', alt: 'From the front', width: 1920, height: 1440, template: '/media/lamp-1{?w}' }],
  variants: [{ id: 'red', sku: 'LAMP-R', options: { colour: 'red' } }],
  costPrice: 3,
});
const summary = { average: 4.5, count: 2, histogram: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 } };
const author = { displayName: 'Ada', email: 'ada@example.com' };
const review = { id: 'r1', rating: 5, title: 'Good', body: 'It is.', author, verified: true, createdAt: at };
const part = { from: null, to: 'lamp', count: 3, digest: 'a'.repeat(64) };

const all: [string, z.ZodType, object][] = [
  ['a product', productSchema, product],
  ['an overview', overviewSchema, product],
  ['a page of products', pageSchema, { items: [product], nextCursor: null }],
  ['a price', priceSchema, wirePrice('lamp', { tiers: [{ minQuantity: 10, amountMinor: 650 }], validUntil: at })],
  ['stock', stockSchema, wireStock('lamp', { restockAt: at })],
  ['a rating', ratingSchema, { id: 'lamp', summary }],
  ['a page of reviews', reviewPageSchema, { id: 'lamp', summary, items: [review], nextCursor: null }],
  ['recommendations', relatedSchema, { id: 'lamp', items: [{ id: 'bulb' }] }],
  [
    'a feed',
    schemaOf((resource) => createFeed('catalog', resource)),
    { changes: [{ id: 'lamp', sequence: 7, at }], nextSequence: 7, hasMore: false },
  ],
  [
    'a digest',
    schemaOf((resource) => createDigest('catalog', resource)),
    { parts: [part], records: [{ id: 'lamp', version: 3 }], gone: ['bulb'] },
  ],
];

/** Every place of a value: the names and numbers that lead to it. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, part]) => pathsOf(part).map((path) => [name, ...path]))];
}

/** A copy with something else in one place; undefined takes it away. */
function changed(value: unknown, [name, ...rest]: string[], other: unknown): unknown {
  if (name === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  const part = changed(copy[name], rest, other);
  if (part === undefined && !Array.isArray(copy)) Reflect.deleteProperty(copy, name);
  else copy[name] = part;
  return copy;
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, null, -0, 0, 2 ** 53, 1.5, true, '', 'lamp', at, '\u200e\0text\ud800', [], {}),
  fc
    .constantFrom('{"__proto__":"x"}', '{"constructor":"x","__pro\u200eto__":"y"}')
    .map((text) => JSON.parse(text) as object),
  fc.jsonValue(),
);

describe.each(all)('the schema of %s', (_what, schema, sample) => {
  it('can be compiled, and takes the sample', () => {
    expect(z.compile(schema, { strict: true }).safeParse(sample).success).toBe(true);
  });

  it('says the same compiled, of what is sound and of what is not', () => {
    const compiled = z.compile(schema);
    const paths = pathsOf(sample);
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, other) => {
        const value = changed(sample, path, other);
        const [plain, fast] = [schema.safeParse(value), compiled.safeParse(value)];
        expect(fast.success).toBe(plain.success);
        expect(JSON.stringify(fast.data)).toBe(JSON.stringify(plain.data));
        expect(fast.data).toStrictEqual(plain.data);
        expect(fast.error && faultsOf(fast.error)).toBe(plain.error && faultsOf(plain.error));
      }),
      { numRuns: 300 },
    );
  });
});
