import * as z from 'zod';
import { idSchema } from '../ids.ts';
import { currencyCode, minorUnits, timestamp, version } from '../wire/primitives.ts';

export const priceSchema = z.object({
  id: idSchema,
  priceList: z.string(),
  currency: currencyCode,
  listMinor: minorUnits,
  currentMinor: minorUnits,
  taxIncluded: z.boolean(),
  tiers: z.array(z.object({ minQuantity: z.int().positive(), amountMinor: minorUnits })),
  validUntil: timestamp.nullish(),
  version,
  updatedAt: timestamp,
});

export type Price = z.infer<typeof priceSchema>;
