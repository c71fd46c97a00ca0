import type { Product2026_04 } from '../2026-04/contract.ts';
import type { Change } from '../registry.ts';
import type { Product2026_10 } from './contract.ts';

/** What 2026-10 changed. */
export const changes: readonly Change[] = [
  { was: 'price.amount', is: 'price.currentMinor', text: 'Amounts say their unit: minor units of the currency.' },
  { was: 'price.listAmount', is: 'price.listMinor', text: 'Amounts say their unit: minor units of the currency.' },
  {
    was: 'price.bulk',
    is: 'price.tiers',
    text: 'All quantities with a price of their own, where there was the least.',
  },
  { was: 'available', is: 'availability.status', text: 'Says low stock and pre-orders, where there was yes or no.' },
  { was: 'stock', is: 'availability.quantity', text: 'Moved beside the status.' },
  { was: 'restockAt', is: 'availability.restockAt', text: 'Moved beside the status.' },
  { was: 'sync.staleSince', is: 'sync.stale', text: 'Says of each section how old it is, where there was the oldest.' },
];

const availableIn: Record<Product2026_10['availability']['status'], boolean | null> = {
  in_stock: true,
  low_stock: true,
  out_of_stock: false,
  preorder: false,
  unknown: null,
};

/** A record of 2026-10 as readers of 2026-04 know it. */
export function down(record: Product2026_10): Product2026_04 {
  const { id, sku, gtin, status, price, availability, sync } = record;
  const { currency, currentMinor, listMinor, taxIncluded, tiers, validUntil } = price;
  const [least] = tiers.toSorted((a, b) => a.minQuantity - b.minQuantity);
  const [staleSince] = (sync.stale ?? []).map(({ asOf }) => asOf).sort();
  return {
    id,
    sku,
    gtin,
    status,
    price: {
      currency,
      amount: currentMinor,
      listAmount: listMinor,
      taxIncluded,
      bulk: least ? { from: least.minQuantity, amount: least.amountMinor } : null,
      ...(validUntil && { validUntil }),
    },
    available: availableIn[availability.status],
    stock: availability.quantity,
    ...(availability.restockAt && { restockAt: availability.restockAt }),
    sync: { version: sync.version, updatedAt: sync.updatedAt, ...(staleSince && { staleSince }) },
  };
}
