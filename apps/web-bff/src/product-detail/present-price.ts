import type { Price, Stock } from '@product-bffs/downstream';
import type { Currency, Locale } from '@product-bffs/http-service';
import { formatMoney } from '@product-bffs/presentation';
import type { Card, ProductDetail } from './contract.ts';

/** @param currency what was asked for; the pricing client vouches that the price is in it */
export function presentPrice(price: Price | null, currency: Currency, locale: Locale): ProductDetail['price'] {
  if (price === null) return null;
  const { formatted, ...amounts } = presentCardPrice(price, currency, locale);
  return {
    ...amounts,
    taxIncluded: price.taxIncluded,
    ...(price.validUntil && { validUntil: price.validUntil }),
    formatted,
  };
}

export function presentCardPrice(
  { currentMinor, listMinor }: Price,
  currency: Currency,
  locale: Locale,
): NonNullable<Card['price']> {
  return {
    currency,
    currentMinor,
    listMinor,
    formatted: {
      current: formatMoney(currentMinor, currency, locale),
      list: formatMoney(listMinor, currency, locale),
    },
  };
}

/** What inventory does not know, or could not tell, is unknown; never out of stock. */
export function presentAvailability(stock: Stock | null): ProductDetail['availability'] {
  if (stock === null) return { status: 'unknown' };
  return { status: stock.status, ...(stock.restockAt && { restockAt: stock.restockAt }) };
}
