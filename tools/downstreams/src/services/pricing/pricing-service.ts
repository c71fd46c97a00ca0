import { batchAnswer, itemAnswer } from '../../http/batch.ts';
import { checkedId, requestedIds } from '../../http/parameters.ts';
import { Problem } from '../../http/problem.ts';
import type { Operation, Service, ServiceOptions } from '../../service.ts';
import { changesOperation } from '../../store/changes-operation.ts';
import { digestOperation } from '../../store/digest-operation.ts';
import { RecordStore } from '../../store/record-store.ts';
import type { PriceDoc, Quote } from './price.ts';
import { writeOperation } from './price-write.ts';
import { defaultQuote, priceAt, priceDoc, priceFields, priceKey, wirePrice } from './price.ts';

export function createPricing({ database, catalogue, now, keptChanges }: ServiceOptions): Service {
  const store = new RecordStore<PriceDoc>(database, 'pricing', {
    ...{ now, keptChanges },
    facet: `$."${priceKey(defaultQuote)}".currentMinor`,
  });
  store.seed(function* () {
    const startedAt = now();
    for (const entry of catalogue()) {
      yield { id: entry.id, doc: priceDoc(entry, startedAt), updatedAt: entry.createdAt };
    }
  });
  return {
    name: 'pricing',
    itemFields: priceFields,
    nestedItemFields: [],
    isPersonal: (query) => ![null, defaultQuote.priceList].includes(query.get('priceList')),
    operations: [
      ...readOperations(store, now),
      writeOperation(store, now),
      changesOperation(store.changes),
      digestOperation(store, (range, query) => {
        const quote = requestedQuote(query);
        const isPriced = (doc?: PriceDoc) => doc !== undefined && priceAt(doc, quote, now()) !== undefined;
        // What follows from a default price follows from all of them.
        const follows = isPriced({
          [priceKey(defaultQuote)]: { listMinor: 1, currentMinor: 1, taxIncluded: true, tiers: [] },
        });
        return store.versions(range, (id, minor) => (follows && minor !== null) || isPriced(store.get(id)?.doc));
      }),
    ],
  };
}

function readOperations(store: RecordStore<PriceDoc>, now: () => Date): Operation[] {
  const find = (id: string, quote: Quote) => {
    const record = store.get(id);
    return record && wirePrice(record, quote, now());
  };
  return [
    {
      name: 'getPrice',
      method: 'get',
      path: '/prices/:id',
      holds: 'item',
      answer({ id, query }) {
        const quote = requestedQuote(query);
        return itemAnswer(
          find(checkedId(id), quote),
          `price of ${id} in ${quote.currency} in price list ${quote.priceList}`,
        );
      },
    },
    {
      name: 'getPrices',
      method: 'get',
      path: '/prices',
      holds: 'items',
      answer({ query }) {
        const quote = requestedQuote(query);
        return batchAnswer(requestedIds(query), (id) => find(id, quote));
      },
    },
  ];
}

/** @throws Problem 400 for what cannot be a currency (ISO 4217) or a price list; whether there is a price in it is another question */
function requestedQuote(query: URLSearchParams): Quote {
  const currency = query.get('currency') ?? defaultQuote.currency;
  const priceList = query.get('priceList') ?? defaultQuote.priceList;
  if (!/^[A-Z]{3}$/.test(currency)) throw new Problem(400, `currency has to be an ISO 4217 code, got "${currency}".`);
  return { currency, priceList: checkedId(priceList) };
}
