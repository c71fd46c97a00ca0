import * as z from 'zod';
import { idSchema } from '../ids.ts';
import { knownOr, timestamp, version } from '../wire/primitives.ts';

/** Stock as inventory tells it; a status that this reader does not know is 'unknown'. The rest (warehouses) is dropped. */
export const stockSchema = z.object({
  id: idSchema,
  status: knownOr(['in_stock', 'low_stock', 'out_of_stock', 'preorder']),
  quantity: z.int().nonnegative(),
  restockAt: timestamp.nullish(),
  version,
  updatedAt: timestamp,
});

export type Stock = z.infer<typeof stockSchema>;
export type StockStatus = Stock['status'];
