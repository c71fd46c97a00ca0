import type { CatalogueEntry, CatalogueReview, ProductTexts } from '../entry.ts';

type Category = CatalogueEntry['categories'][number];
type Price = CatalogueEntry['price'];
type Stock = CatalogueEntry['stock'];

/** A seed product as its category's file writes it: what is usual may be left out. */
export interface ProductDraft
  extends ProductTexts, Omit<CatalogueEntry, 'slug' | 'texts' | 'attributes' | 'variants' | 'status' | 'reviews'> {
  /** Default: made of the name. */
  slug?: string;
  /** Default: active. */
  status?: CatalogueEntry['status'];
  attributes: [name: string, value: string, unit?: string][];
  /** Default: none. */
  variants?: CatalogueEntry['variants'];
  /** Default: none. */
  reviews?: CatalogueReview[];
}

export function product(draft: ProductDraft): CatalogueEntry {
  const { name, summary, description, slug, status, attributes, variants, reviews, ...rest } = draft;
  return {
    ...rest,
    slug: slug ?? slugOf(name),
    texts: { name, summary, description },
    attributes: attributes.map(([name, value, unit]) => (unit === undefined ? { name, value } : { name, value, unit })),
    variants: variants ?? [],
    status: status ?? 'active',
    reviews: reviews ?? [],
  };
}

export function category(id: string, name: string): Category {
  return { id, name, slug: slugOf(name) };
}

/** Pence; a sale when the current price is below the list price. Tax is included unless `more` says otherwise. */
export function gbp(listMinor: number, currentMinor = listMinor, more: Partial<Price> = {}): Price {
  return { listMinor, currentMinor, taxIncluded: true, ...more };
}

export function inStock(quantity: number): Stock {
  return { status: 'in_stock', quantity };
}

export function lowStock(quantity: number, restockInDays?: number): Stock {
  return { status: 'low_stock', quantity, ...(restockInDays === undefined ? {} : { restockInDays }) };
}

export function outOfStock(restockInDays?: number): Stock {
  return { status: 'out_of_stock', quantity: 0, ...(restockInDays === undefined ? {} : { restockInDays }) };
}

/** `quantity` is what may be ordered of the delivery that arrives in `restockInDays`. */
export function preorder(quantity: number, restockInDays: number): Stock {
  return { status: 'preorder', quantity, restockInDays };
}

/** A review by someone who bought the product here; `day` is a date such as 2025-03-14. */
export function bought(
  rating: number,
  title: string | null,
  body: string,
  author: string,
  day: string,
): CatalogueReview {
  const createdAt = `${day}T${timeOfDay(author + body)}Z`;
  return { rating, ...(title === null ? {} : { title }), body, author, verified: true, createdAt };
}

/** As `bought`, by someone of whom no purchase is known. */
export function unverified(
  rating: number,
  title: string | null,
  body: string,
  author: string,
  day: string,
): CatalogueReview {
  return { ...bought(rating, title, body, author, day), verified: false };
}

/** A time between 06:00 and 22:59 that depends on the text alone, so that the seed is the same in every process. */
function timeOfDay(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(6 + (sum % 17))}:${two(Math.floor(sum / 17) % 60)}:${two(Math.floor(sum / 1020) % 60)}`;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
