import type { Price, Product, Stock } from '@product-bffs/downstream';
import type { ServiceCalls } from './service-calls.ts';

export interface PartnerSettings {
  locale: string;
  currency: string;
  problemBaseUrl: string;
}

interface Facts {
  product: Product | null;
  price: Price | null;
  stock: Stock | null;
}

/** The list that partner-bff sends, with three calls for each product. */
export async function partnerList(calls: ServiceCalls, ids: string[], settings: PartnerSettings): Promise<object> {
  const facts = await Promise.all(ids.map((id) => factsOf(calls, id, settings)));
  return listOf(ids, facts, settings);
}

/** The same with one batch a service. */
export async function partnerListBatched(
  calls: ServiceCalls,
  ids: string[],
  settings: PartnerSettings,
): Promise<object> {
  const { locale, currency } = settings;
  const [products, prices, stocks] = await Promise.all([
    calls.getItems<Product>('catalog', '/products', ids, { locale }),
    calls.getItems<Price>('pricing', '/prices', ids, { currency }),
    calls.getItems<Stock>('inventory', '/stock', ids),
  ]);
  const facts = ids.map((id) => ({
    product: products.get(id) ?? null,
    price: prices.get(id) ?? null,
    stock: stocks.get(id) ?? null,
  }));
  return listOf(ids, facts, settings);
}

/** The record that partner-bff sends of one product. Null: no such product. */
export async function partnerProduct(
  calls: ServiceCalls,
  id: string,
  settings: PartnerSettings,
): Promise<object | null> {
  return recordOf(await factsOf(calls, id, settings), settings);
}

async function factsOf(calls: ServiceCalls, id: string, { locale, currency }: PartnerSettings): Promise<Facts> {
  const [product, price, stock] = await Promise.all([
    calls.get<Product>('catalog', `/products/${id}`, { locale }),
    calls.get<Price>('pricing', `/prices/${id}`, { currency }),
    calls.get<Stock>('inventory', `/stock/${id}`),
  ]);
  return { product, price, stock };
}

function listOf(ids: string[], facts: Facts[], settings: PartnerSettings) {
  const records = facts.map((some) => recordOf(some, settings));
  const type = `${settings.problemBaseUrl}/not-found`;
  return {
    items: records.filter((record) => record !== null),
    problems: ids.filter((_, n) => records[n] === null).map((id) => ({ id, status: 404, type })),
  };
}

function recordOf({ product, price, stock }: Facts, { currency }: PartnerSettings) {
  if (product === null || price === null) return null;
  const { currentMinor, listMinor, taxIncluded, tiers, validUntil } = price;
  const updates = [product, price, ...(stock ? [stock] : [])].map(({ updatedAt }) => Date.parse(updatedAt));
  return {
    id: product.id,
    sku: product.sku,
    gtin: product.gtin ?? null,
    status: product.status,
    price: { currency, currentMinor, listMinor, taxIncluded, tiers, ...(validUntil && { validUntil }) },
    availability: stock
      ? { status: stock.status, quantity: stock.quantity, ...(stock.restockAt && { restockAt: stock.restockAt }) }
      : { status: 'unknown', quantity: null },
    sync: {
      version: [product.version, price.version, stock?.version ?? 0].join('.'),
      updatedAt: new Date(Math.max(...updates)).toISOString(),
    },
  };
}
