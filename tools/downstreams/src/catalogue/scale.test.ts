import { expect, it } from '@jest/globals';
import type { CatalogueEntry } from './entry.ts';
import { scaleCatalogue } from './scale.ts';

const longId = `a${'-long'.repeat(12)}-id`;

function entry(id: string, changes: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    sku: `SKU-${id}`,
    gtin: '4006381333931',
    slug: `slug-of-${id}`,
    categories: [{ id: 'lamps', name: 'Lamps', slug: 'lamps' }],
    texts: { name: `Lamp ${id}`, summary: 'A lamp.', description: ['One.', 'Two.', 'Three.', 'Four.'] },
    attributes: [],
    images: ['A lamp'],
    variants: [{ id: `${id}-red`, sku: `SKU-${id}-R`, options: { Colour: 'Red' } }],
    status: 'active',
    createdAt: '2025-01-02T03:04:05.000Z',
    price: { listMinor: 4995, currentMinor: 3995, taxIncluded: true, tiers: [{ minQuantity: 10, amountMinor: 3500 }] },
    stock: { status: 'in_stock', quantity: 7 },
    reviews: Array.from({ length: 300 }, (_, i) => ({
      rating: 1 + (i % 5),
      body: `Review ${i}`,
      author: 'Ada Penn',
      verified: true,
      createdAt: '2025-03-01T00:00:00.000Z',
    })),
    related: ['b'],
    ...changes,
  };
}

const entries = [
  entry('c'),
  entry('a', { translations: { 'de-DE': { name: 'Lampe', description: ['Eins.', 'Zwei.', 'Drei.', 'Vier.'] } } }),
  entry(longId),
  entry(`${longId.slice(0, 63)}x`, { stock: { status: 'preorder', quantity: 3, restockInDays: 9 } }),
];

it('yields the first by id, untouched, when no more are asked for than there are', () => {
  expect([...scaleCatalogue(entries, 2)]).toEqual([entries[1], entries[2]]);
});

it('yields the same products each time, and with a larger count the same to begin with', () => {
  const thousand = [...scaleCatalogue(entries, 1000)];

  expect([...scaleCatalogue(entries, 1000)]).toEqual(thousand);
  expect([...scaleCatalogue(entries.toReversed(), 400)]).toEqual(thousand.slice(0, 400));
});

it('makes 100,000 well-formed products of four, no two with the same id, SKU, slug or name', () => {
  const products = [...scaleCatalogue(entries, 100_000)];
  const malformed = products
    .slice(entries.length)
    .filter(
      ({ id, gtin, related, texts, price, stock, reviews, createdAt, variants }) =>
        !/^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ||
        gtin !== undefined ||
        related !== undefined ||
        texts.description.length !== 3 ||
        !Number.isSafeInteger(price.listMinor) ||
        !Number.isSafeInteger(price.currentMinor) ||
        price.currentMinor <= price.tiers![0]!.amountMinor ||
        price.listMinor <= price.currentMinor ||
        (stock.status === 'out_of_stock') !== (stock.quantity === 0) ||
        reviews.length > 5 ||
        createdAt >= '2025-01-02T03:04:05.000Z' ||
        Number.isNaN(Date.parse(createdAt)) ||
        variants[0]!.id.length > 64,
    );

  expect(products).toHaveLength(100_000);
  expect(malformed).toEqual([]);
  for (const field of ['id', 'sku', 'slug'] as const) {
    expect(new Set(products.map((product) => product[field])).size).toBe(100_000);
  }
  expect(new Set(products.map(({ texts }) => texts.name)).size).toBe(100_000);
});

it('names and shortens the translations of a made product as it does the original', () => {
  const made = [...scaleCatalogue(entries, 5)].at(-1)!;

  expect(made.texts).toEqual({ name: 'Lamp a A100', summary: 'A lamp.', description: ['One.', 'Two.', 'Three.'] });
  expect(made.translations).toEqual({ 'de-DE': { name: 'Lampe A100', description: ['Eins.', 'Zwei.', 'Drei.'] } });
});

it('passes over a designation that would repeat the id of an entry', () => {
  const ids = [...scaleCatalogue([entry('a'), entry('a-a100')], 4)].map(({ id }) => id);

  expect(ids).toEqual(['a', 'a-a100', 'a-a100-b100', 'a-c100']);
});

it('varies prices and stock among products made after the same entry', () => {
  const made = [...scaleCatalogue([entry('a')], 200)].slice(1);

  expect(new Set(made.map(({ price }) => price.listMinor)).size).toBeGreaterThan(10);
  expect(new Set(made.map(({ stock }) => stock.status))).toEqual(new Set(['in_stock', 'low_stock', 'out_of_stock']));
  expect(new Set(made.map(({ reviews }) => reviews.length))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

it('keeps a pre-order a pre-order', () => {
  const [model] = entries.slice(-1);
  const made = [...scaleCatalogue([model!], 50)];

  expect(made.every(({ stock }) => stock.status === 'preorder' && stock.restockInDays === 9)).toBe(true);
});

it.each([-1, 1.5, Number.NaN])('refuses to count to %d', (count) => {
  expect(() => [...scaleCatalogue(entries, count)]).toThrow(RangeError);
});

it('refuses to make products of nothing', () => {
  expect(() => [...scaleCatalogue([], 1)]).toThrow(RangeError);
});
