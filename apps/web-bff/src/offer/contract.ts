import { idSchema } from '@product-bffs/downstream';
import * as z from 'zod';
import { metaSchema, priceSchema } from '../product-detail/contract.ts';

export const offerSchema = z
  .strictObject({
    id: idSchema,
    price: priceSchema.nullable().meta({ description: "null: there is none in this user's price list and currency" }),
    meta: metaSchema(['product', 'price']),
  })
  .meta({ id: 'Offer', description: 'What a product costs for who signed in' });

export type Offer = z.infer<typeof offerSchema>;
