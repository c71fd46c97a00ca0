import * as z from 'zod';
import { jsonAnswer } from '../../http/answer.ts';
import { bookkeeping, momentSchema, parseBody, requireFields } from '../../http/body.ts';
import { checkedId } from '../../http/parameters.ts';
import type { Operation } from '../../service.ts';
import { mergeFields } from '../../store/merge-fields.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { StockDoc } from './stock.ts';
import { wireStock } from './stock.ts';

const quantity = z.int().min(0);

const stockWrite = z.strictObject({
  ...bookkeeping,
  status: z.enum(['in_stock', 'low_stock', 'out_of_stock', 'preorder']).exactOptional(),
  quantity: quantity.exactOptional(),
  restockAt: momentSchema.nullable().exactOptional(),
  warehouses: z.array(z.strictObject({ code: z.string().min(1), quantity })).exactOptional(),
});

export function writeOperation(store: RecordStore<StockDoc>): Operation {
  return {
    name: 'putStock',
    method: 'put',
    path: '/stock/:id',
    holds: 'item',
    answer({ id, body }) {
      const write = parseBody(stockWrite, { id: checkedId(id), body });
      const doc = store.get(id)?.doc ?? requireFields('stock', { status: write.status, quantity: write.quantity });
      return jsonAnswer(wireStock(store.put(id, mergeFields(doc, write))));
    },
  };
}
