import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { stockSchema, type Stock } from './wire.ts';

export interface InventoryClient {
  getStock(id: string, context: CallContext): Promise<KnownSection<Stock | null>>;
  getStocks(ids: readonly string[], context: CallContext): Promise<Batch<Stock | null>>;
}

export function createInventoryClient(options: DownstreamOptions): InventoryClient {
  const stocks = createDownstream('inventory', options, { hedge: true })<Stock, Query>('stock', {
    one: { operation: 'getStock', path: (id) => `/stock/${id}` },
    many: { operation: 'getStocks', path: '/stock' },
    schema: stockSchema,
    lifetime: lifetimes.stock,
    answers: (stock, id) => stock.id === id,
  });
  return {
    getStock: (id, context) => stocks.one(id, {}, context),
    getStocks: (ids, context) => stocks.many(ids, {}, context),
  };
}
