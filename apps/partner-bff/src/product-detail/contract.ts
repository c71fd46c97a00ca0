import { idSchema, idsParam } from '@product-bffs/downstream';
import { currencyParam, localeParam } from '@product-bffs/http-service';
import { z } from 'zod';

/** What every version has of products: what may be asked, and how lists are answered. Records are each version's own. */

export const productParams = z.strictObject({
  productId: idSchema.meta({ description: 'Id of the product', examples: ['oak-desk-lamp'] }),
});

export const productQuery = z.strictObject({ locale: localeParam, currency: currencyParam });

export const productListQuery = productQuery.extend({ ids: idsParam });

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
