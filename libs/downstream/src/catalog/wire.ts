import * as z from 'zod';
import { idSchema, MAX_IDS } from '../ids.ts';
import { knownOr, plainText, timestamp, version } from '../wire/primitives.ts';

/** The catalog's product: the fields that someone uses; the rest (costPrice, supplierCode) is dropped. */
export const productSchema = z.object({
  id: idSchema,
  sku: plainText,
  gtin: plainText.nullish(),
  slug: plainText,
  name: plainText,
  brand: z.object({ id: plainText, name: plainText }).nullish(),
  categories: z.array(z.object({ id: plainText, name: plainText, slug: plainText })),
  summary: plainText,
  description: z.array(plainText),
  attributes: z.array(z.object({ name: plainText, value: plainText, unit: plainText.nullish() })),
  images: z.array(
    z.object({
      id: plainText,
      alt: plainText,
      width: z.int().positive(),
      height: z.int().positive(),
      /** A path (RFC 6570) with the variable w; never another host. */
      template: z.string().regex(/^\/(?![/\\])/),
    }),
  ),
  variants: z.array(z.object({ id: plainText, sku: plainText, options: z.record(plainText, plainText) })),
  status: knownOr(['active', 'discontinued']),
  version,
  updatedAt: timestamp,
});

export type Product = z.infer<typeof productSchema>;

/** A product as lists show it: the same, without what only its own page needs. */
export const overviewSchema = productSchema.omit({
  categories: true,
  description: true,
  attributes: true,
  variants: true,
});

export type ProductOverview = z.infer<typeof overviewSchema>;

/** Products by id; each is read by itself. */
export const pageSchema = z.object({
  items: z.array(z.looseObject({ id: idSchema })).max(MAX_IDS),
  nextCursor: z.string().max(200).nullable(),
});

export type Page = z.infer<typeof pageSchema>;
