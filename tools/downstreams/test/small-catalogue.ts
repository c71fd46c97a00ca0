import type { CatalogueEntry } from '../src/index.ts';

/** A product with everything a test may leave to chance; `changes` says what matters to it. */
export function entry(id: string, changes: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    sku: id.toUpperCase(),
    slug: id,
    categories: [
      { id: 'home', name: 'Home', slug: 'home' },
      { id: 'lamps', name: 'Lamps', slug: 'lamps' },
    ],
    texts: { name: `The ${id}`, summary: 'Gives light.', description: ['One paragraph.', 'Another.'] },
    attributes: [{ name: 'Height', value: '45', unit: 'cm' }],
    images: ['From the front', 'From the side'],
    variants: [{ id: `${id}-black`, sku: `${id}-B`, options: { colour: 'black' } }],
    status: 'active',
    createdAt: '2026-01-05T09:00:00.000Z',
    price: { listMinor: 8999, currentMinor: 7450, taxIncluded: true, tiers: [{ minQuantity: 10, amountMinor: 6999 }] },
    stock: { status: 'in_stock', quantity: 12 },
    reviews: [],
    ...changes,
  };
}

/** `count` reviews, one a day, ratings 1 to 5 in turn. */
export function reviews(count: number): CatalogueEntry['reviews'] {
  return Array.from({ length: count }, (_, index) => ({
    rating: (index % 5) + 1,
    title: `Title ${index}`,
    body: `Body ${index}`,
    author: 'Ana P.',
    verified: index % 2 === 0,
    createdAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
  }));
}
