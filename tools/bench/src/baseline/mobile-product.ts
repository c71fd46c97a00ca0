import {
  imageUrls,
  imageWidthFor,
  isPurchasable,
  type Price,
  type Product,
  type Rating,
  type Stock,
} from '@product-bffs/downstream';
import { formatMoney, shorten } from '@product-bffs/presentation';
import type { ServiceCalls } from './service-calls.ts';

export interface MobileSettings {
  locale: string;
  currency: string;
  mediaBaseUrl: string;
}

/** What a client that asks for no size is sent: 320 logical pixels at two device pixels each. */
const imageWidth = imageWidthFor(320 * 2);
const MAX_BYTES = 1000;

/** The body that mobile-bff sends: one GET a section. Null: no such product. */
export async function mobileProduct(calls: ServiceCalls, id: string, settings: MobileSettings): Promise<object | null> {
  const { locale, currency, mediaBaseUrl } = settings;
  const [product, price, stock, ratings] = await Promise.all([
    calls.get<Product>('catalog', `/products/${id}`, { locale }),
    calls.get<Price>('pricing', `/prices/${id}`, { currency }),
    calls.get<Stock>('inventory', `/stock/${id}`),
    calls.getItems<Rating>('reviews', '/summaries', [id]),
  ]);
  if (product === null) return null;
  const { average, count } = ratings.get(id)?.summary ?? { average: null, count: 0 };
  const compact = {
    id: product.id,
    name: product.name,
    status: product.status,
    brand: product.brand ?? null,
    summary: shorten(product.summary, { characters: 200, bytes: 300 }),
    images: [] as string[],
    price: price && {
      currency,
      currentMinor: price.currentMinor,
      display: formatMoney(price.currentMinor, currency, locale),
      ...(price.listMinor > price.currentMinor && { listDisplay: formatMoney(price.listMinor, currency, locale) }),
    },
    rating: { average, count },
    availability: stock
      ? { status: stock.status, ...(stock.restockAt && { restockAt: stock.restockAt }) }
      : { status: 'unknown' },
    purchasable: isPurchasable(product.status, price, stock?.status ?? 'unknown'),
    degraded: [],
  };
  let room = MAX_BYTES - Buffer.byteLength(JSON.stringify(compact));
  const images = product.images
    .slice(0, 4)
    .map((image) => imageUrls(image, mediaBaseUrl)(imageWidth))
    .filter((url, n) => {
      room -= url.length + '"",'.length;
      return n === 0 || room >= 0;
    });
  return { ...compact, images };
}
