import type { CatalogueEntry, CatalogueReview, ProductTexts } from '../entry.ts';
import { discountedPence } from './discounted-pence.ts';
import type { ForeignProduct } from './foreign-product.ts';
import { isGtin } from './gtin.ts';
import { slugOf } from './slug.ts';

/** A summary ends with the first sentence that brings it to so many characters. */
const enoughOfASummary = 60;
/** Where the file does not say: so many pieces or fewer are low stock. */
const lowStock = 5;

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** What becomes of each field is in IMPORT-FORMAT.md. Related products stay those of the same category. */
export function toCatalogueEntry(product: ForeignProduct): CatalogueEntry {
  const { id, sku, title, brand, price, discountPercentage, meta } = product;
  return {
    id,
    sku,
    ...(meta.barcode !== undefined && isGtin(meta.barcode) ? { gtin: meta.barcode } : {}),
    slug: `${slugOf(title)}-${id}`,
    ...(brand === undefined ? {} : { brand: { id: slugOf(brand), name: brand } }),
    categories: [categoryOf(product.category)],
    texts: textsOf(title, product.description),
    attributes: attributesOf(product),
    images: (product.images ?? []).map((_, index) => `${title}, picture ${index + 1}`),
    variants: [],
    status: 'active',
    createdAt: utc(meta.createdAt),
    price: {
      listMinor: discountedPence(price),
      currentMinor: discountedPence(price, discountPercentage),
      taxIncluded: true,
    },
    stock: stockOf(product),
    reviews: (product.reviews ?? []).map(reviewOf),
  };
}

function categoryOf(category: string): CatalogueEntry['categories'][number] {
  const words = category.replaceAll(/[-_\s]+/g, ' ').trim();
  const slug = slugOf(category);
  return { id: slug, name: words.charAt(0).toUpperCase() + words.slice(1) || category, slug };
}

function textsOf(name: string, text: string): ProductTexts {
  const description = text
    .split(/[\r\n]+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  let summary = '';
  for (const { segment } of sentences.segment(description[0] ?? '')) {
    summary += segment;
    if (summary.trim().length >= enoughOfASummary) break;
  }
  return { name, summary: summary.trim(), description };
}

function attributesOf(product: ForeignProduct): CatalogueEntry['attributes'] {
  const { weight, dimensions, tags } = product;
  const all: [name: string, value: string | number | undefined, unit?: string][] = [
    ['Weight', weight, 'g'],
    ['Width', dimensions?.width, 'cm'],
    ['Height', dimensions?.height, 'cm'],
    ['Depth', dimensions?.depth, 'cm'],
    ['Warranty', product.warrantyInformation],
    ['Shipping', product.shippingInformation],
    ['Return policy', product.returnPolicy],
    ['Minimum order quantity', product.minimumOrderQuantity],
    ['Tags', tags?.length ? tags.join(', ') : undefined],
  ];
  return all.flatMap(([name, value, unit]) =>
    value === undefined ? [] : [{ name, value: String(value), ...(unit === undefined ? {} : { unit }) }],
  );
}

function stockOf({ stock: quantity, availabilityStatus }: ForeignProduct): CatalogueEntry['stock'] {
  switch (availabilityStatus) {
    case 'In Stock':
      return { status: 'in_stock', quantity };
    case 'Low Stock':
      return { status: 'low_stock', quantity };
    case 'Out of Stock':
      return { status: 'out_of_stock', quantity };
    default:
      if (quantity === 0) return { status: 'out_of_stock', quantity };
      return { status: quantity <= lowStock ? 'low_stock' : 'in_stock', quantity };
  }
}

type ForeignReview = NonNullable<ForeignProduct['reviews']>[number];

/** Not verified: the file does not say who bought what. */
function reviewOf({ rating, comment, date, reviewerName, reviewerEmail }: ForeignReview): CatalogueReview {
  return {
    rating,
    body: comment,
    author: reviewerName,
    ...(reviewerEmail === undefined ? {} : { authorEmail: reviewerEmail }),
    verified: false,
    createdAt: utc(date),
  };
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
