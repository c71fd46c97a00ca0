import { batchAnswer, itemAnswer } from '../../http/batch.ts';
import { checkedId, requestedIds } from '../../http/parameters.ts';
import type { Operation, Service, ServiceOptions } from '../../service.ts';
import { changesOperation } from '../../store/changes-operation.ts';
import { digestOperation } from '../../store/digest-operation.ts';
import { RecordStore } from '../../store/record-store.ts';
import { writeOperation } from './stock-write.ts';
import type { StockDoc } from './stock.ts';
import { stockDoc, stockFields, wireStock } from './stock.ts';

export function createInventory({ database, catalogue, now, keptChanges }: ServiceOptions): Service {
  const store = new RecordStore<StockDoc>(database, 'inventory', { now, keptChanges });
  store.seed(function* () {
    const startedAt = now();
    for (const entry of catalogue()) {
      yield { id: entry.id, doc: stockDoc(entry, startedAt), updatedAt: entry.createdAt };
    }
  });
  return {
    name: 'inventory',
    itemFields: stockFields,
    nestedItemFields: [],
    operations: [
      ...readOperations(store),
      writeOperation(store),
      changesOperation(store.changes),
      digestOperation(store, (range) => store.versions(range)),
    ],
  };
}

function readOperations(store: RecordStore<StockDoc>): Operation[] {
  const find = (id: string) => {
    const record = store.get(id);
    return record && wireStock(record);
  };
  return [
    {
      name: 'getStock',
      method: 'get',
      path: '/stock/:id',
      holds: 'item',
      answer: ({ id }) => itemAnswer(find(checkedId(id)), `stock of ${id}`),
    },
    {
      name: 'getStocks',
      method: 'get',
      path: '/stock',
      holds: 'items',
      answer: ({ query }) => batchAnswer(requestedIds(query), find),
    },
  ];
}
