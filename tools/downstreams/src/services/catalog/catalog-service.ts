import { batchAnswer, itemAnswer } from '../../http/batch.ts';
import { jsonAnswer } from '../../http/answer.ts';
import { checkedId, cursorAfter, cursorId, distinctIds, requestedIds, wholeNumber } from '../../http/parameters.ts';
import type { Operation, Service, ServiceOptions } from '../../service.ts';
import { changesOperation } from '../../store/changes-operation.ts';
import { digestOperation } from '../../store/digest-operation.ts';
import { RecordStore } from '../../store/record-store.ts';
import { mediaOperation } from './media-operation.ts';
import { writeOperations } from './product-write.ts';
import type { ProductDoc } from './product.ts';
import { productDoc, productFields, wireProduct } from './product.ts';

export function createCatalog({ database, catalogue, now, keptChanges }: ServiceOptions): Service {
  const store = new RecordStore<ProductDoc>(database, 'catalog', { now, keptChanges, facet: '$.brand.id' });
  store.seed(function* () {
    for (const entry of catalogue()) yield { id: entry.id, doc: productDoc(entry), updatedAt: entry.createdAt };
  });
  return {
    name: 'catalog',
    itemFields: productFields,
    nestedItemFields: [],
    operations: [
      ...readOperations(store),
      ...writeOperations(store, now),
      changesOperation(store.changes),
      digestOperation(store, (range, query) => store.versions(range, partOf(query))),
      mediaOperation(),
    ],
  };
}

function readOperations(store: RecordStore<ProductDoc>): Operation[] {
  const find = (id: string, query: URLSearchParams) => {
    const record = store.get(id);
    return record && wireProduct(record, query.get('locale'));
  };
  return [
    {
      name: 'getProduct',
      method: 'get',
      path: '/products/:id',
      holds: 'item',
      answer: ({ id, query }) => itemAnswer(find(checkedId(id), query), `product ${id}`),
    },
    {
      name: 'getProducts',
      method: 'get',
      path: '/products',
      onlyWithQuery: 'ids',
      holds: 'items',
      answer: ({ query }) => batchAnswer(requestedIds(query), (id) => find(id, query)),
    },
    {
      name: 'listProducts',
      method: 'get',
      path: '/products',
      holds: 'items',
      answer({ query }) {
        const limit = wholeNumber(query, 'limit', { min: 1, max: 100, fallback: 100 });
        const records = store.page(cursorId(query) ?? '', limit + 1);
        const items = records.slice(0, limit).map((record) => wireProduct(record, query.get('locale')));
        const last = items.at(-1);
        return jsonAnswer({ items, nextCursor: last && records.length > limit ? cursorAfter(last.id) : null });
      },
    },
  ];
}

/** The products of these `brands`, and these `products`; without either, all. */
function partOf(query: URLSearchParams) {
  if (!query.has('brands') && !query.has('products')) return undefined;
  const brands = new Set(distinctIds(query, 'brands'));
  const products = new Set(distinctIds(query, 'products'));
  return (id: string, brand: unknown) => products.has(id) || (typeof brand === 'string' && brands.has(brand));
}
