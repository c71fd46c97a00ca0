import type { CatalogueEntry, ProductTexts, TranslatedLocale } from '../../catalogue/entry.ts';
import { costPrice, supplierCode } from '../../catalogue/internals.ts';
import type { CostPrice } from '../../catalogue/internals.ts';
import type { StoredRecord } from '../../store/record-store.ts';

/** As stored: the wire's product in en-GB, its translations beside it, and without what follows from the id. */
export interface ProductDoc extends ProductTexts {
  sku: string;
  gtin?: string;
  slug: string;
  brand?: { id: string; name: string };
  categories: { id: string; name: string; slug: string }[];
  attributes: { name: string; value: string; unit?: string }[];
  images: StoredImage[];
  variants: { id: string; sku: string; options: Record<string, string> }[];
  status: 'active' | 'discontinued';
  createdAt: string;
  translations?: Partial<Record<TranslatedLocale, Partial<ProductTexts>>>;
  costPrice?: CostPrice;
  supplierCode?: string;
}

/** Size and template only where they were written otherwise than every image has them. */
export interface StoredImage {
  id: string;
  alt: string;
  width?: number;
  height?: number;
  template?: string;
}

export const productFields = [
  'id',
  'sku',
  'gtin',
  'slug',
  'name',
  'brand',
  'categories',
  'summary',
  'description',
  'attributes',
  'images',
  'variants',
  'status',
  'version',
  'createdAt',
  'updatedAt',
  'costPrice',
  'supplierCode',
];

export function productDoc(entry: CatalogueEntry): ProductDoc {
  return {
    sku: entry.sku,
    ...(entry.gtin !== undefined && { gtin: entry.gtin }),
    slug: entry.slug,
    ...entry.texts,
    ...(entry.brand && { brand: entry.brand }),
    categories: entry.categories,
    attributes: entry.attributes,
    images: entry.images.map((alt, index) => ({ id: imageId(entry.id, index), alt })),
    variants: entry.variants,
    status: entry.status,
    createdAt: entry.createdAt,
    ...(entry.translations && { translations: entry.translations }),
  };
}

export function imageId(productId: string, index: number): string {
  return `${productId}-${index + 1}`;
}

/** The product as the wire has it, internal fields included. A text without translation is answered in en-GB. */
export function wireProduct({ id, doc, version, updatedAt }: StoredRecord<ProductDoc>, locale: string | null) {
  const { translations, ...product } = doc;
  return {
    id,
    ...product,
    ...(locale !== null && translations?.[locale as TranslatedLocale]),
    images: doc.images.map(wireImage),
    version,
    updatedAt,
    costPrice: doc.costPrice ?? costPrice(id),
    supplierCode: doc.supplierCode ?? supplierCode(id),
  };
}

function wireImage({ id, alt, width = 1920, height = 1440, template = `/media/${id}{?w}` }: StoredImage) {
  return { id, alt, width, height, template };
}
