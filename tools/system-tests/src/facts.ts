import type { MobileProduct, PartnerProduct, WebProduct } from './answers.ts';
import type { CatalogProduct, ServicePrice, ServiceStock } from './services.ts';

/** What every client has to be told of a product, whatever it calls it. */
export interface Facts {
  id: string;
  status: string;
  price: {
    currency: string;
    currentMinor: number;
    listMinor: number;
    taxIncluded: boolean;
    tiers: unknown[];
    validUntil: string | undefined;
  };
  availability: { status: string; quantity: number | null; restockAt: string | undefined };
  purchasable: boolean;
}

const canBeHad = ['in_stock', 'low_stock', 'preorder'];

/** The facts as the services say them. */
export function factsOf({ id, status }: CatalogProduct, price: ServicePrice, stock: ServiceStock): Facts {
  const { currency, currentMinor, listMinor, taxIncluded, tiers, validUntil } = price;
  return {
    id,
    status,
    price: { currency, currentMinor, listMinor, taxIncluded, tiers, validUntil },
    availability: { status: stock.status, quantity: stock.quantity, restockAt: stock.restockAt },
    purchasable: status === 'active' && canBeHad.includes(stock.status),
  };
}

/** As web-bff tells them. What it does not promise (tiers, quantity) is taken from the truth. */
export function toldByWeb({ id, status, price, availability, purchasable }: WebProduct, truth: Facts): Facts {
  const { currency = '', currentMinor = NaN, listMinor = NaN, taxIncluded = false, validUntil } = price ?? {};
  return {
    id,
    status,
    price: { currency, currentMinor, listMinor, taxIncluded, validUntil, tiers: truth.price.tiers },
    availability: {
      status: availability.status,
      quantity: truth.availability.quantity,
      restockAt: availability.restockAt,
    },
    purchasable,
  };
}

/** As mobile-bff tells them. What it does not promise (list price, tax, tiers, end, quantity) is taken from the truth. */
export function toldByMobile({ id, status, price, availability, purchasable }: MobileProduct, truth: Facts): Facts {
  return {
    id,
    status,
    price: { ...truth.price, currency: price?.currency ?? '', currentMinor: price?.currentMinor ?? NaN },
    availability: {
      status: availability.status,
      quantity: truth.availability.quantity,
      restockAt: availability.restockAt,
    },
    purchasable,
  };
}

/** As partner-bff tells them: that it can be bought follows from status, price and availability. */
export function toldByPartner({ id, status, price, availability }: PartnerProduct): Facts {
  const { currency, currentMinor, listMinor, taxIncluded, tiers, validUntil } = price;
  return {
    id,
    status,
    price: { currency, currentMinor, listMinor, taxIncluded, tiers, validUntil },
    availability: {
      status: availability.status,
      quantity: availability.quantity,
      restockAt: availability.restockAt,
    },
    purchasable: status === 'active' && canBeHad.includes(availability.status),
  };
}
