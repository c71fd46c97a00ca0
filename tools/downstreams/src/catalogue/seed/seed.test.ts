import { describe, expect, it } from '@jest/globals';
import type { CatalogueEntry, TranslatedLocale } from '../entry.ts';
import { seedCatalogue } from './index.ts';

const entries = seedCatalogue();
const ids = new Set(entries.map(({ id }) => id));

function textOf(entry: CatalogueEntry): string {
  const { name, summary, description } = entry.texts;
  return [name, summary, ...description].join('\n');
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function matching(predicate: (entry: CatalogueEntry) => boolean): string[] {
  return entries.filter(predicate).map(({ id }) => id);
}

describe('the seed as a whole', () => {
  it('has at least 64 products in at least 8 top-level categories, two or three levels deep', () => {
    expect(entries.length).toBeGreaterThanOrEqual(64);
    expect(new Set(entries.map(({ categories }) => categories[0]?.id)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(entries.map(({ categories }) => categories.length))).toEqual(new Set([2, 3]));
  });

  it('is the same every time and sorted by id', () => {
    expect(seedCatalogue()).toEqual(entries);
    expect([...ids]).toEqual([...ids].sort());
  });

  it('uses no id, slug or sku twice, variants included', () => {
    const variants = entries.flatMap((entry) => entry.variants);
    expect(repeated([...entries, ...variants].map(({ id }) => id))).toEqual([]);
    expect(repeated([...entries, ...variants].map(({ sku }) => sku))).toEqual([]);
    expect(repeated(entries.map(({ slug }) => slug))).toEqual([]);
    expect(repeated(entries.flatMap(({ gtin }) => gtin ?? []))).toEqual([]);
  });

  it('gives every id and slug the shape that the contracts allow', () => {
    const named = entries.flatMap(({ id, brand, categories, variants }) => [
      id,
      ...(brand ? [brand.id] : []),
      ...[...categories, ...variants].map((one) => one.id),
    ]);
    expect(named.filter((id) => !/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))).toEqual([]);
    const slugs = entries.flatMap(({ slug, categories }) => [slug, ...categories.map((one) => one.slug)]);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it('calls one brand or category by one name only', () => {
    const named = entries.flatMap(({ brand, categories }) => [...categories, ...(brand ? [brand] : [])]);
    const pairs = new Set(named.map(({ id, name }) => `${id} ${name}`));
    expect(pairs.size).toBe(new Set(named.map(({ id }) => id)).size);
  });

  it('gives about three quarters of the products a GTIN-13, each with a true check digit', () => {
    const gtins = entries.flatMap(({ gtin }) => gtin ?? []);
    expect(gtins.filter((gtin) => !hasTrueCheckDigit(gtin))).toEqual([]);
    expect(gtins.length / entries.length).toBeGreaterThan(0.65);
    expect(gtins.length).toBeLessThan(entries.length);
  });

  it('writes real paragraphs for nearly every product, and none of them twice outside a brand', () => {
    const thin = entries.filter(({ texts }) => texts.description.join('').length < 900);
    expect(thin.map(({ id }) => id)).toEqual(['glass-marbles']);
    const seen = new Map<string, string | undefined>();
    const copied: string[] = [];
    for (const { brand, texts } of entries) {
      for (const paragraph of texts.description) {
        if (seen.has(paragraph) && seen.get(paragraph) !== brand?.id) copied.push(paragraph);
        seen.set(paragraph, brand?.id);
      }
    }
    expect(copied).toEqual([]);
  });

  it('has summaries both below and above 200 characters', () => {
    const lengths = entries.map(({ texts }) => texts.summary.length);
    expect(lengths.filter((length) => length > 200).length).toBeGreaterThanOrEqual(5);
    expect(lengths.filter((length) => length >= 90 && length <= 260).length / entries.length).toBeGreaterThan(0.6);
  });

  it('keeps attributes, images and variants within a page', () => {
    expect(matching(({ attributes }) => attributes.length < 4 || attributes.length > 9)).toEqual([]);
    expect(matching(({ images }) => images.length > 6)).toEqual([]);
    expect(matching(({ variants }) => variants.length > 6)).toEqual([]);
    expect(new Set(entries.map(({ variants }) => variants.length)).size).toBeGreaterThanOrEqual(6);
  });

  it('prices in whole pence from 50 to 349,900, a third on sale, none above its list price', () => {
    const prices = entries.map(({ price }) => price);
    expect(Math.min(...prices.map(({ currentMinor }) => currentMinor))).toBe(50);
    expect(Math.max(...prices.map(({ listMinor }) => listMinor))).toBe(349_900);
    expect(matching(({ price }) => price.currentMinor > price.listMinor)).toEqual([]);
    expect(matching(({ price }) => !Number.isSafeInteger(price.currentMinor + price.listMinor))).toEqual([]);
    const onSale = prices.filter(({ currentMinor, listMinor }) => currentMinor < listMinor).length;
    expect(onSale / entries.length).toBeGreaterThan(0.28);
    expect(onSale / entries.length).toBeLessThan(0.45);
  });

  it('was created between 2023 and September 2026, and no review is older than its product', () => {
    const isMoment = (at: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) && !Number.isNaN(Date.parse(at));
    const inRange = (at: string) => isMoment(at) && at >= '2023-01-01' && at < '2026-10-01';
    expect(matching(({ createdAt }) => !inRange(createdAt))).toEqual([]);
    const wrong = ({ createdAt, reviews }: CatalogueEntry) =>
      reviews.some((review) => !inRange(review.createdAt) || review.createdAt < createdAt);
    expect(matching(wrong)).toEqual([]);
  });

  it('rates from 1 to 5, with and without title, in six languages', () => {
    const reviews = entries.flatMap((entry) => entry.reviews);
    expect(new Set(reviews.map(({ rating }) => rating))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(reviews.map(({ title }) => title !== undefined))).toEqual(new Set([true, false]));
    expect(new Set(reviews.map(({ verified }) => verified))).toEqual(new Set([true, false]));
    const bodies = reviews.map(({ body }) => body);
    const signs = [
      /\bthe\b/,
      /\b(und|nicht)\b/,
      /\b(très|une)\b/,
      /\p{Script=Hiragana}/u,
      /\p{Script=Arabic}/u,
      /\b(muy|pero)\b/,
    ];
    for (const sign of signs) expect(bodies.some((body) => sign.test(body))).toBe(true);
    for (const awkward of ['<3', '<b>', '"', '\n', '&lt;', '😀'])
      expect(bodies.filter((body) => body.includes(awkward))).not.toEqual([]);
  });

  it.each<[TranslatedLocale, number]>([
    ['de-DE', 8],
    ['fr-FR', 4],
    ['ja-JP', 4],
    ['ar-EG', 4],
  ])('is translated into %s for at least %i products', (locale, least) => {
    const whole = entries.filter(({ translations }) => {
      const texts = translations?.[locale];
      return texts?.name !== undefined && texts.summary !== undefined && (texts.description?.length ?? 0) > 1;
    });
    expect(whole.length).toBeGreaterThanOrEqual(least);
  });

  it('relates products to existing others only, and never to themselves', () => {
    const astray = entries.flatMap(({ id, related }) =>
      (related ?? []).filter((other) => other === id || !ids.has(other)),
    );
    expect(astray).toEqual([]);
    expect(entries.flatMap(({ related }) => repeated(related ?? []))).toEqual([]);
  });
});

/** Every kind of product that something once forgot; the seed has each of them at least once. */
const awkwardKinds: Record<string, (entry: CatalogueEntry) => boolean> = {
  'without a brand': ({ brand }) => brand === undefined,
  'without a GTIN': ({ gtin }) => gtin === undefined,
  'without an image': ({ images }) => images.length === 0,
  'without a review': ({ reviews }) => reviews.length === 0,
  'with exactly 300 reviews': ({ reviews }) => reviews.length === 300,
  'discontinued and in stock': ({ status, stock }) => status === 'discontinued' && stock.status === 'in_stock',
  'discontinued and nearly gone': ({ status, stock }) => status === 'discontinued' && stock.status === 'low_stock',
  'discontinued and out of stock': ({ status, stock }) => status === 'discontinued' && stock.status === 'out_of_stock',
  'out of stock with a date': ({ stock }) => stock.status === 'out_of_stock' && stock.restockInDays !== undefined,
  'out of stock without a date': ({ stock }) => stock.status === 'out_of_stock' && stock.restockInDays === undefined,
  'to be pre-ordered': ({ stock }) =>
    stock.status === 'preorder' && stock.quantity > 0 && stock.restockInDays !== undefined,
  'to be pre-ordered with nothing left': ({ stock }) => stock.status === 'preorder' && stock.quantity === 0,
  'without tax in its price': ({ price }) => !price.taxIncluded,
  'named in Japanese': ({ texts }) => /\p{Script=Han}/u.test(texts.name),
  'named in Arabic': ({ texts }) => /^\p{Script=Arabic}/u.test(texts.name),
  'named like markup': ({ texts: { name } }) =>
    ['"', "'", '</script>', '<!--', '&amp;', '\\', '🚀'].every((part) => name.includes(part)),
  'with control characters': (entry) =>
    ['\u202E', '\u200F', '\u0000', '\u2028', '\u2029'].every((part) => textOf(entry).includes(part)),
  'described in 20,000 characters': ({ texts }) =>
    texts.description.length >= 36 && texts.description.join('').length >= 20_000,
  'described in one paragraph': ({ texts }) => texts.description.length === 1,
  'named at great length': ({ texts }) => texts.name.length >= 130 && texts.name.length <= 150,
  'named in one word': ({ texts }) => /^\w+$/.test(texts.name),
  'with an id of one character': ({ id }) => id.length === 1,
  'with an id of 64 characters': ({ id }) => id.length === 64,
  'with an id that every object has': ({ id }) => id in {},
  'related to nothing': ({ related }) => related?.length === 0,
  'related to something discontinued': ({ related }) =>
    entries.some(({ id, status }) => status === 'discontinued' && (related ?? []).includes(id)),
  'at 50 pence': ({ price }) => price.currentMinor === 50,
  'translated in part': ({ translations }) =>
    Object.values(translations ?? {}).some(({ name, description }) => name !== undefined && description === undefined),
};

describe('the awkward ones', () => {
  it.each(Object.entries(awkwardKinds))('include a product %s', (_, isOfKind) => {
    expect(matching(isOfKind)).not.toEqual([]);
  });

  it('include exactly 3 discontinued products, 3 sales that end and 4 with tiers', () => {
    expect(matching(({ status }) => status === 'discontinued')).toHaveLength(3);
    const ending = entries.filter(({ price }) => price.saleEndsInDays !== undefined);
    expect(ending).toHaveLength(3);
    expect(ending.filter(({ price }) => price.currentMinor >= price.listMinor)).toEqual([]);
    expect(matching(({ price }) => price.tiers !== undefined)).toHaveLength(4);
  });

  it('have tiers that ask for more and cost less from step to step', () => {
    for (const { price } of entries) {
      let before = { minQuantity: 1, amountMinor: price.currentMinor };
      for (const tier of price.tiers ?? []) {
        expect(tier.minQuantity).toBeGreaterThan(before.minQuantity);
        expect(tier.amountMinor).toBeLessThan(before.amountMinor);
        before = tier;
      }
    }
  });

  it('have stock quantities that fit their status', () => {
    expect(matching(({ stock }) => stock.status === 'out_of_stock' && stock.quantity !== 0)).toEqual([]);
    const available = ['in_stock', 'low_stock'];
    expect(matching(({ stock }) => available.includes(stock.status) && stock.quantity < 1)).toEqual([]);
    expect(matching(({ stock }) => stock.status === 'preorder' && stock.restockInDays === undefined)).toEqual([]);
    expect(matching(({ stock }) => stock.status === 'low_stock').length).toBeGreaterThanOrEqual(4);
    expect(matching(({ stock }) => stock.status === 'out_of_stock').length).toBeGreaterThanOrEqual(4);
  });
});

/** GS1 General Specifications, 7.9.1: weights 1 and 3 in turn, the sum a multiple of ten. */
function hasTrueCheckDigit(gtin: string): boolean {
  const sum = Array.from(gtin, Number).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return /^\d{13}$/.test(gtin) && sum % 10 === 0;
}
