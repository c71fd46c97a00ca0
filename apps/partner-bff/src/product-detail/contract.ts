import { idSchema, idsParam, MAX_IDS } from '@product-bffs/downstream';
import { currencyParam, localeParam } from '@product-bffs/http-service';
import * as z from 'zod';

/** What every version has in common: what may be asked of products, and how lists are answered. Records are each version's own. */

export const productParams = z.strictObject({
  productId: idSchema.meta({ description: 'Id of the product', examples: ['oak-desk-lamp'] }),
});

export const productQuery = z.strictObject({ locale: localeParam, currency: currencyParam });

export const productListQuery = productQuery.extend({ ids: idsParam });

/** A whole number from 1 to as many as a list takes. */
export const countParam = (absent: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, `must be a whole number from 1 to ${MAX_IDS}`)
    .transform(Number)
    .pipe(z.int().min(1, 'must be at least 1').max(MAX_IDS, `must be at most ${MAX_IDS}`))
    .prefault(String(absent));

const listProblemSchema = z.strictObject({ id: idSchema, status: z.int(), type: z.url() });

/** A list of records of one version. */
export const productListOf = (productSchema: z.ZodType) =>
  z
    .strictObject({
      items: z.array(productSchema).meta({ description: 'What was found, in the order asked' }),
      problems: z
        .array(listProblemSchema)
        .meta({ description: 'What could not be answered, each with the status that its own request would get' }),
    })
    .meta({ id: 'ProductList' });

export type ListProblem = z.infer<typeof listProblemSchema>;
