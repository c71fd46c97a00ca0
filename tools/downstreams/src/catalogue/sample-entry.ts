import type { CatalogueEntry } from './entry.ts';

/** A product for a test: everything that it may leave to chance; `changes` says what matters to it. */
export function sampleEntry(id: string, changes: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    sku: id.toUpperCase(),
    gtin: '4006381333931',
    slug: `the-${id}`,
    brand: { id: 'linnet', name: 'Linnet & Daughters' },
    categories: [
      { id: 'home', name: 'Home', slug: 'home' },
      { id: 'lamps', name: 'Lamps', slug: 'lamps' },
    ],
    texts: {
      name: `The ${id}`,
      summary: 'A lamp that lights a page and leaves the room alone.',
      description: ['Turned from one piece of ash.', 'The shade is spun aluminium, painted on the inside.'],
    },
    translations: { 'de-DE': { name: `Die ${id}`, summary: 'Eine Lampe, die nur die Seite beleuchtet.' } },
    attributes: [
      { name: 'Height', value: '45', unit: 'cm' },
      { name: 'Material', value: 'Ash' },
    ],
    images: ['From the front', 'From the side'],
    variants: [{ id: `${id}-black`, sku: `${id.toUpperCase()}-B`, options: { colour: 'black' } }],
    status: 'active',
    createdAt: '2026-01-05T09:00:00.000Z',
    price: { listMinor: 8999, currentMinor: 7450, taxIncluded: true, tiers: [{ minQuantity: 10, amountMinor: 6999 }] },
    stock: { status: 'in_stock', quantity: 12 },
    reviews: [4, 5, 3].map((rating, n) => ({
      rating,
      ...(n > 0 && { title: `Title ${n}` }),
      body: `Body ${n} of ${id}`,
      author: `Ana ${n}`,
      verified: n === 0,
      createdAt: new Date(Date.UTC(2026, 0, 10 + n)).toISOString(),
    })),
    ...changes,
  };
}
