import { idSchema } from '@product-bffs/downstream';
import { currencies } from '@product-bffs/http-service';
import * as z from 'zod';

/** What partner-bff promises of a product in version 2027-01: every field is always there. */

const minorUnits = z.int().nonnegative();

export const productSchema = z
  .strictObject({
    id: idSchema,
    identifiers: z.strictObject({ sku: z.string(), gtin: z.string().nullable() }),
    brandId: z.string().nullable().meta({ description: 'null where the product has no brand' }),
    status: z.enum(['active', 'discontinued', 'unknown']),
    price: z.strictObject({
      currency: z.enum(currencies),
      currentMinor: minorUnits.meta({ description: 'What one costs now, in minor units of the currency' }),
      listMinor: minorUnits.meta({ description: 'The list price, in minor units' }),
      taxIncluded: z.boolean(),
      quantityPrices: z
        .array(z.strictObject({ fromQuantity: z.int().positive(), amountMinor: minorUnits }))
        .meta({ description: 'What one costs from a quantity on' }),
      validUntil: z.iso.datetime().nullable().meta({ description: 'When the price ends; null where no end is set' }),
    }),
    availability: z.strictObject({
      status: z.enum(['in_stock', 'low_stock', 'out_of_stock', 'preorder', 'unknown']),
      quantity: z
        .int()
        .nonnegative()
        .nullable()
        .meta({ description: 'null where inventory does not know the product' }),
      restockAt: z.iso.datetime().nullable().meta({ description: 'When it is expected; null where nobody said' }),
    }),
    sync: z.strictObject({
      version: z.string().meta({
        description:
          'Versions of catalog, price and stock, joined by dots: a write to any of them changes it. A price that ends is no write; validUntil announces it',
        examples: ['3.12.40'],
      }),
      updatedAt: z.iso.datetime().meta({ description: 'When the latest of the three changed' }),
      stale: z
        .array(z.strictObject({ section: z.enum(['product', 'price', 'availability']), asOf: z.iso.datetime() }))
        .meta({ description: 'Sections older than they should be' }),
    }),
  })
  .meta({ id: 'Product' });

export type Product2027_01 = z.infer<typeof productSchema>;
