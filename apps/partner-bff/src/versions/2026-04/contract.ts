import { idSchema } from '@product-bffs/downstream';
import { currencies } from '@product-bffs/http-service';
import * as z from 'zod';

/** What partner-bff promises of a product in version 2026-04: one price, one answer to "is it there", one count. */

const minorUnits = z.int().nonnegative();

export const productSchema = z
  .strictObject({
    id: idSchema,
    sku: z.string(),
    gtin: z.string().nullable(),
    status: z.enum(['active', 'discontinued', 'unknown']),
    price: z.strictObject({
      currency: z.enum(currencies),
      amount: minorUnits.meta({ description: 'What one costs now, in minor units of the currency' }),
      listAmount: minorUnits.meta({ description: 'The list price, in minor units' }),
      taxIncluded: z.boolean(),
      bulk: z.strictObject({ from: z.int().positive(), amount: minorUnits }).nullable().meta({
        description: 'What one costs from the least quantity with a price of its own on; null: there is none',
      }),
      validUntil: z.iso.datetime().optional().meta({ description: 'When the price ends; absent where no end is set' }),
    }),
    available: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether it can be sent now; a pre-order cannot. null: not known' }),
    stock: z.int().nonnegative().nullable().meta({ description: 'null where inventory does not know the product' }),
    restockAt: z.iso.datetime().optional().meta({ description: 'When it is expected; absent where nobody said' }),
    sync: z.strictObject({
      version: z.string().meta({
        description: 'Versions of catalog, price and stock, joined by dots: a write to any of them changes it',
        examples: ['3.12.40'],
      }),
      updatedAt: z.iso.datetime().meta({ description: 'When the latest of the three changed' }),
      staleSince: z.iso
        .datetime()
        .optional()
        .meta({ description: 'Since when the oldest part is known, where one is older than it should be' }),
    }),
  })
  .meta({ id: 'Product' });

export type Product2026_04 = z.infer<typeof productSchema>;
