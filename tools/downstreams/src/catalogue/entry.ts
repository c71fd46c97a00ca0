/** One product as every source of a catalogue yields it (seed, scaled seed, imported file), before the five services share it out. */
export interface CatalogueEntry {
  /** `^[a-z0-9][a-z0-9-]{0,63}$` */
  id: string;
  sku: string;
  gtin?: string;
  slug: string;
  brand?: { id: string; name: string };
  /** Root first. */
  categories: { id: string; name: string; slug: string }[];
  /** en-GB, the locale every product has. */
  texts: ProductTexts;
  /** What is translated; what is not is answered in en-GB. */
  translations?: Partial<Record<TranslatedLocale, Partial<ProductTexts>>>;
  attributes: { name: string; value: string; unit?: string }[];
  /** One alternative text an image; the images themselves are drawn. */
  images: string[];
  variants: { id: string; sku: string; options: Record<string, string> }[];
  status: 'active' | 'discontinued';
  /** RFC 3339 UTC */
  createdAt: string;
  /** GBP minor units; other currencies follow from the fixed rates. */
  price: {
    listMinor: number;
    currentMinor: number;
    taxIncluded: boolean;
    tiers?: { minQuantity: number; amountMinor: number }[];
    /** Whole days after the start of the service, at midnight UTC, when the sale price ends and the list price holds again. */
    saleEndsInDays?: number;
  };
  stock: {
    status: 'in_stock' | 'low_stock' | 'out_of_stock' | 'preorder';
    quantity: number;
    /** Whole days after the start of the service, at midnight UTC. */
    restockInDays?: number;
  };
  reviews: CatalogueReview[];
  /** Ids of related products, best first; absent = others of the same leaf category, by id. */
  related?: string[];
}

export interface ProductTexts {
  name: string;
  summary: string;
  /** One string a paragraph. */
  description: string[];
}

export type TranslatedLocale = 'de-DE' | 'fr-FR' | 'ja-JP' | 'ar-EG';

export interface CatalogueReview {
  /** 1-5 */
  rating: number;
  title?: string;
  body: string;
  /** Display name. */
  author: string;
  /** Where the source knows none, one is made from the author and the product. Internal: no BFF may pass it on. */
  authorEmail?: string;
  verified: boolean;
  /** RFC 3339 UTC */
  createdAt: string;
}
