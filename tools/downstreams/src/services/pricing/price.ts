import { discountFromPublic, rateFromGbp } from '../../catalogue/rates.ts';
import type { CatalogueEntry } from '../../catalogue/entry.ts';
import { midnightAfter } from '../../catalogue/days.ts';
import type { StoredRecord } from '../../store/record-store.ts';

/** As stored: the prices that were given, by price list and currency (`public GBP`); all others follow from them. */
export type PriceDoc = Record<string, GivenPrice>;

export interface GivenPrice {
  listMinor: number;
  currentMinor: number;
  taxIncluded: boolean;
  tiers: { minQuantity: number; amountMinor: number }[];
  /** RFC 3339 UTC; from then on the list price holds. */
  validUntil?: string;
}

export interface Quote {
  priceList: string;
  currency: string;
}

export const priceFields = [
  'id',
  'priceList',
  'currency',
  'listMinor',
  'currentMinor',
  'taxIncluded',
  'tiers',
  'validUntil',
  'version',
  'updatedAt',
];

export function priceDoc({ price }: CatalogueEntry, startedAt: Date): PriceDoc {
  const { listMinor, currentMinor, taxIncluded, tiers = [], saleEndsInDays } = price;
  const validUntil = saleEndsInDays === undefined ? {} : { validUntil: midnightAfter(startedAt, saleEndsInDays) };
  return { [priceKey(defaultQuote)]: { listMinor, currentMinor, taxIncluded, tiers, ...validUntil } };
}

export const defaultQuote: Quote = { priceList: 'public', currency: 'GBP' };

export function priceKey({ priceList, currency }: Quote): string {
  return `${priceList} ${currency}`;
}

/** The price that holds at `now`; undefined where the list or the currency has none. */
export function priceAt(doc: PriceDoc, quote: Quote, now: Date): GivenPrice | undefined {
  const price = resolve(doc, quote);
  if (price?.validUntil === undefined || Date.parse(price.validUntil) > now.getTime()) return price;
  const { listMinor, taxIncluded, tiers } = price;
  return { listMinor, currentMinor: listMinor, taxIncluded, tiers };
}

export function wirePrice({ id, doc, version, updatedAt }: StoredRecord<PriceDoc>, quote: Quote, now: Date) {
  const price = priceAt(doc, quote, now);
  return price && { id, ...quote, ...price, version, updatedAt };
}

/** As given; else the same list's GBP price at the fixed rate; else the public list's price less the list's discount. */
function resolve(doc: PriceDoc, quote: Quote): GivenPrice | undefined {
  const given = doc[priceKey(quote)];
  if (given) return given;
  const { priceList, currency } = quote;
  if (currency !== 'GBP') {
    const inPounds = resolve(doc, { priceList, currency: 'GBP' });
    const convert = rateFromGbp(currency);
    return inPounds && convert && withAmounts(inPounds, convert);
  }
  if (priceList === 'public') return undefined;
  const publicPrice = resolve(doc, { priceList: 'public', currency });
  const discount = discountFromPublic(priceList);
  return publicPrice && discount && withAmounts(publicPrice, discount);
}

function withAmounts(price: GivenPrice, change: (amountMinor: number) => number): GivenPrice {
  return {
    ...price,
    listMinor: change(price.listMinor),
    currentMinor: change(price.currentMinor),
    tiers: price.tiers.map((tier) => ({ ...tier, amountMinor: change(tier.amountMinor) })),
  };
}
