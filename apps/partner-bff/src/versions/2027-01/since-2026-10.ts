import type { Product2026_10 } from '../2026-10/contract.ts';
import type { Change } from '../registry.ts';
import type { Product2027_01 } from './contract.ts';

/** What 2027-01 changes. */
export const changes: readonly Change[] = [
  { was: 'sku', is: 'identifiers.sku', text: 'Identifiers stand together.' },
  { was: 'gtin', is: 'identifiers.gtin', text: 'Identifiers stand together.' },
  { was: null, is: 'brandId', text: 'Says which brand a product is of.' },
  { was: 'price.tiers', is: 'price.quantityPrices', text: 'Named after what they are; minQuantity is fromQuantity.' },
  { was: 'price.validUntil', is: 'price.validUntil', text: 'null where no end is set, where it was absent.' },
  { was: 'availability.restockAt', is: 'availability.restockAt', text: 'null where nobody said, where it was absent.' },
  { was: 'sync.stale', is: 'sync.stale', text: 'Empty where no section is stale, where it was absent.' },
  { was: null, is: 'GET /2027-01/digest', text: 'Proves that a copy is equal, or finds where it is not.' },
];

/** A record of 2027-01 as readers of 2026-10 know it. */
export function down(record: Product2027_01): Product2026_10 {
  const { id, identifiers, status, price, availability, sync } = record;
  const { quantityPrices, validUntil, ...priced } = price;
  const { currency, currentMinor, listMinor, taxIncluded } = priced;
  return {
    id,
    sku: identifiers.sku,
    gtin: identifiers.gtin,
    status,
    price: {
      currency,
      currentMinor,
      listMinor,
      taxIncluded,
      tiers: quantityPrices.map(({ fromQuantity, amountMinor }) => ({ minQuantity: fromQuantity, amountMinor })),
      ...(validUntil && { validUntil }),
    },
    availability: {
      status: availability.status,
      quantity: availability.quantity,
      ...(availability.restockAt && { restockAt: availability.restockAt }),
    },
    sync: {
      version: sync.version,
      updatedAt: sync.updatedAt,
      ...(sync.stale.length > 0 && { stale: sync.stale.map(({ section, asOf }) => ({ section, asOf })) }),
    },
  };
}
