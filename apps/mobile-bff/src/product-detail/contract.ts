import { idSchema, idsParam } from '@product-bffs/downstream';
import { currencies, currencyParam, localeParam } from '@product-bffs/http-service';
import * as z from 'zod';

/** What mobile-bff promises of a product. Apps live for years: fields are only ever added. */

/** A decimal number such as 2 or 2.625, within the range; devices report up to 16 decimals (1.3312500715255737). */
function decimal(min: number, max: number) {
  const error = `must be a decimal number from ${min} to ${max}`;
  const inRange = z.number().min(min, error).max(max, error);
  return z
    .string()
    .regex(/^\d{1,4}(\.\d{1,20})?$/, error)
    .transform(Number)
    .pipe(inRange);
}

export const productParams = z.strictObject({
  productId: idSchema.meta({ description: 'Id of the product', examples: ['oak-desk-lamp'] }),
});

export const productQuery = z.strictObject({
  locale: localeParam,
  currency: currencyParam,
  width: decimal(1, 2000)
    .prefault('320')
    .meta({ description: 'How wide an image is shown, in the logical pixels of the screen, 1 to 2000' }),
  dpr: decimal(1, 4).prefault('2').meta({ description: 'Device pixels a logical pixel, 1 to 4' }),
});

export const productListQuery = productQuery.extend({ ids: idsParam });

export type ImageSize = Pick<z.output<typeof productQuery>, 'width' | 'dpr'>;

export const SUMMARY_CHARACTERS = 200;
export const MAX_IMAGES = 4;

export const sectionNames = ['product', 'price', 'availability', 'rating'] as const;

const degradedSchema = z
  .array(
    z.discriminatedUnion('state', [
      z.strictObject({ section: z.enum(sectionNames), state: z.literal('stale'), asOf: z.iso.datetime() }),
      z.strictObject({
        section: z.enum(sectionNames),
        state: z.literal('missing'),
        reason: z.enum(['unavailable', 'timeout', 'invalid']),
      }),
    ]),
  )
  .meta({ id: 'Degraded', description: 'The sections that are not fresh; empty when all is well' });

export const productSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    status: z.enum(['active', 'discontinued', 'unknown']),
    brand: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    summary: z.string().max(SUMMARY_CHARACTERS),
    images: z
      .array(z.url())
      .max(MAX_IMAGES)
      .meta({ description: 'In the width that was asked for; as many as fit into a compact answer' }),
    price: z
      .strictObject({
        currency: z.enum(currencies),
        currentMinor: z.int().nonnegative().meta({ description: 'Minor units of the currency' }),
        display: z.string().meta({ description: 'currentMinor as a reader of the locale writes it' }),
        formatted: z.string().optional().meta({
          deprecated: true,
          description: 'The same as display, which replaces it; only for apps that were built before that',
        }),
        listDisplay: z.string().optional().meta({ description: 'The list price, where it is above the current one' }),
      })
      .nullable()
      .meta({ description: 'null: none, or unknown when degraded lists price' }),
    rating: z
      .strictObject({
        average: z.number().min(1).max(5).nullable().meta({ description: 'null where there is no review' }),
        count: z.int().nonnegative(),
      })
      .nullable()
      .meta({ description: 'null: unknown' }),
    availability: z.strictObject({
      status: z.enum(['in_stock', 'low_stock', 'out_of_stock', 'preorder', 'unknown']).meta({
        description:
          'Only what the app that asks knows (App-Version); what came after it is unknown, and not purchasable',
      }),
      restockAt: z.iso.datetime().optional().meta({ description: 'When it is expected; absent where nobody said' }),
    }),
    purchasable: z.boolean().meta({ description: 'Active, price known, and in stock, low on stock or pre-order' }),
    degraded: degradedSchema,
  })
  .meta({ id: 'Product' });

export const productListSchema = z
  .strictObject({
    items: z.array(productSchema).meta({ description: 'In the order asked' }),
    missing: z.array(idSchema).meta({ description: 'Ids that there is no product for' }),
    degraded: degradedSchema.meta({ description: 'The sections that are not fresh in any of the items' }),
  })
  .meta({ id: 'ProductList' });

export type MobileProduct = z.infer<typeof productSchema>;
export type MobileProductList = z.infer<typeof productListSchema>;
export type Degraded = z.infer<typeof degradedSchema>;
