import { createDigest, type AskDigest } from '../digest.ts';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { createFeed } from '../feed.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { stockSchema, type Stock } from './wire.ts';

export type InventoryClient = ReturnType<typeof createInventoryClient>;

export function createInventoryClient(options: DownstreamOptions) {
  const resource = createDownstream('inventory', options, { hedge: true });
  const stocks = resource<Stock, Query>('stock', {
    one: { operation: 'getStock', path: (id) => `/stock/${id}` },
    many: { operation: 'getStocks', path: '/stock' },
    schema: stockSchema,
    lifetime: lifetimes.stock,
    answers: (stock, id) => stock.id === id,
  });
  return {
    getStock: (id: string, context: CallContext) => stocks.one(id, {}, context),
    getStocks: (ids: readonly string[], context: CallContext) => stocks.many(ids, {}, context),
    ...createFeed('inventory', resource),
    /** @see createDigest; of all but these */
    getDigest: createDigest('inventory', resource) as AskDigest<{ without?: string }>,
  };
}
