import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
import { stockSchema, type Stock } from './wire.ts';

export interface InventoryClient {
  getStock(id: string, context: CallContext): Promise<KnownSection<Stock | null>>;
  getStocks(ids: readonly string[], context: CallContext): Promise<Batch<Stock | null>>;
}

export function createInventoryClient(options: DownstreamOptions): InventoryClient {
  const inventory = createDownstream('inventory', options);
  const policy = { schema: stockSchema, lifetime: lifetimes.stock, query: {} };
  return {
    getStock: (id, context) =>
      inventory.one(
        { ...policy, operation: 'getStock', path: `/stock/${id}`, answers: (stock) => stock.id === id },
        context,
      ),
    getStocks: (ids, context) => inventory.many({ ...policy, operation: 'getStocks', path: '/stock' }, ids, context),
  };
}
