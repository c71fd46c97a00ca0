import { sectionStateSchema } from '@product-bffs/composition';
import { idSchema } from '@product-bffs/downstream';
import { currencies, currencyParam, localeParam, locales } from '@product-bffs/http-service';
import * as z from 'zod';
import { ratingSummarySchema, reviewPageSchema } from '../reviews/contract.ts';

export const productParams = z.strictObject({
  productId: idSchema.meta({ description: 'Id of the product', examples: ['oak-desk-lamp'] }),
});

export const productQuery = z.strictObject({ locale: localeParam, currency: currencyParam });

const minorUnits = z.int().nonnegative();

const cardPriceSchema = z.strictObject({
  currency: z.enum(currencies),
  currentMinor: minorUnits.meta({ description: 'What it costs now, in minor units of the currency' }),
  listMinor: minorUnits.meta({ description: 'The list price, in minor units; above currentMinor in a sale' }),
  formatted: z
    .strictObject({ current: z.string(), list: z.string() })
    .meta({ description: 'The same two amounts as a reader of the locale writes them' }),
});

export const priceSchema = cardPriceSchema
  .extend({
    taxIncluded: z.boolean(),
    validUntil: z.iso.datetime().optional().meta({ description: 'When the price ends; absent where no end is set' }),
  })
  .meta({ id: 'Price' });

export const imageSchema = z
  .strictObject({
    src: z.url(),
    srcset: z.string().meta({ description: 'Every width there is, for an img element' }),
    alt: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
  })
  .meta({ id: 'Image' });

const brandSchema = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Brand' });

export const cardSchema = z
  .strictObject({
    id: idSchema,
    slug: z.string(),
    name: z.string(),
    brand: brandSchema.nullable(),
    image: imageSchema.nullable(),
    price: cardPriceSchema.nullable(),
    rating: ratingSummarySchema.omit({ histogram: true }).nullable(),
  })
  .meta({ id: 'Card', description: 'A related product' });

export const availabilitySchema = z
  .strictObject({
    status: z.enum(['in_stock', 'low_stock', 'out_of_stock', 'preorder', 'unknown']),
    restockAt: z.iso.datetime().optional().meta({ description: 'When it is expected; absent where nobody said' }),
  })
  .meta({ id: 'Availability' });

export const seoSchema = z
  .strictObject({
    title: z.string().max(60),
    description: z.string().max(160),
    canonicalUrl: z.url(),
    openGraph: z.strictObject({
      type: z.literal('product'),
      title: z.string(),
      description: z.string(),
      url: z.url(),
      image: z.url().nullable(),
      locale: z.string().meta({ description: 'language_TERRITORY', examples: ['en_GB'] }),
    }),
    jsonLd: z.string().meta({ description: 'A schema.org Product, ready to stand in a script element as it is' }),
  })
  .meta({ id: 'Seo' });

/** Every section of the answer, named in `meta.sections`. */
export const sectionNames = [
  'product',
  'price',
  'availability',
  'reviews',
  'related',
  'related.price',
  'related.rating',
] as const;

/** What an answer says of itself, with a state for each of its sections. */
export function metaSchema<N extends string>(names: readonly N[]) {
  const states = Object.fromEntries(names.map((name) => [name, sectionStateSchema]));
  return z.strictObject({
    locale: z.enum(locales),
    currency: z.enum(currencies),
    sections: z.strictObject(states as Record<N, typeof sectionStateSchema>),
  });
}

export const productDetailSchema = z
  .strictObject({
    id: idSchema,
    sku: z.string(),
    slug: z.string(),
    name: z.string(),
    status: z.enum(['active', 'discontinued', 'unknown']),
    brand: brandSchema.nullable(),
    summary: z.string(),
    description: z.array(z.string()).meta({ description: 'One string a paragraph' }),
    breadcrumbs: z
      .array(z.strictObject({ id: z.string(), name: z.string(), slug: z.string() }))
      .meta({ description: 'The categories, root first' }),
    attributes: z.array(z.strictObject({ name: z.string(), value: z.string(), unit: z.string().nullable() })),
    variants: z.array(z.strictObject({ id: z.string(), sku: z.string(), options: z.record(z.string(), z.string()) })),
    images: z.array(imageSchema),
    price: priceSchema.nullable().meta({ description: 'null: none, or unknown; meta.sections.price tells which' }),
    availability: availabilitySchema,
    purchasable: z.boolean().meta({ description: 'Active, price known, and in stock, low on stock or pre-order' }),
    reviews: reviewPageSchema.nullable().meta({ description: 'null: unknown' }),
    related: z.array(cardSchema).nullable().meta({ description: 'null: unknown' }),
    seo: seoSchema,
    meta: metaSchema(sectionNames),
  })
  .meta({ id: 'ProductDetail', description: 'meta.sections says which sections are fresh, stale or missing' });

export type ProductDetail = z.infer<typeof productDetailSchema>;
export type Card = z.infer<typeof cardSchema>;
export type Image = z.infer<typeof imageSchema>;
export type Seo = z.infer<typeof seoSchema>;
