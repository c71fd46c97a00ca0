import * as z from 'zod';
import { itemAnswer } from '../../http/batch.ts';
import { amountMinorSchema, bookkeeping, momentSchema, parseBody } from '../../http/body.ts';
import { checkedId } from '../../http/parameters.ts';
import { Problem } from '../../http/problem.ts';
import type { Operation } from '../../service.ts';
import { mergeFields } from '../../store/merge-fields.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { GivenPrice, PriceDoc } from './price.ts';
import { defaultQuote, priceAt, priceKey, wirePrice } from './price.ts';

const priceWrite = z.strictObject({
  ...bookkeeping,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'has to be an ISO 4217 code')
    .default(defaultQuote.currency),
  priceList: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'has to be an id')
    .default(defaultQuote.priceList),
  listMinor: amountMinorSchema.exactOptional(),
  currentMinor: amountMinorSchema.exactOptional(),
  taxIncluded: z.boolean().exactOptional(),
  tiers: z.array(z.strictObject({ minQuantity: z.int().min(1), amountMinor: amountMinorSchema })).exactOptional(),
  validUntil: momentSchema.nullable().exactOptional(),
});

/** Writes one price of a product, that of a list and currency; those that follow from it follow at once. */
export function writeOperation(store: RecordStore<PriceDoc>, now: () => Date): Operation {
  return {
    name: 'putPrice',
    method: 'put',
    path: '/prices/:id',
    holds: 'item',
    answer({ id, body }) {
      const { currency, priceList, ...write } = parseBody(priceWrite, { id: checkedId(id), body });
      const quote = { currency, priceList };
      const doc = store.get(id)?.doc ?? {};
      const price = mergeFields(priceAt(doc, quote, now()) ?? newPrice(write), write);
      const record = store.put(id, { ...doc, [priceKey(quote)]: price });
      return itemAnswer(wirePrice(record, quote, now()), 'price');
    },
  };
}

function newPrice({ listMinor, currentMinor }: { listMinor?: number; currentMinor?: number }): GivenPrice {
  const amountMinor = currentMinor ?? listMinor;
  if (amountMinor === undefined) throw new Problem(400, 'A new price needs listMinor or currentMinor.');
  return { listMinor: amountMinor, currentMinor: amountMinor, taxIncluded: true, tiers: [] };
}
