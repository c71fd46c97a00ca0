import { combineSections, sectionState, valueOf, type Section } from '@product-bffs/composition';
import {
  imageUrls,
  imageWidthFor,
  isPurchasable,
  type Price,
  type ProductOverview,
  type Stock,
} from '@product-bffs/downstream';
import type { Currency, Locale } from '@product-bffs/http-service';
import { formatMoney, shorten } from '@product-bffs/presentation';
import { presentFor } from '../app-versions/contract-levels.ts';
import type { ProductSections } from './compose.ts';
import {
  MAX_IMAGES,
  sectionNames,
  SUMMARY_CHARACTERS,
  type Degraded,
  type ImageSize,
  type MobileProduct,
  type MobileProductList,
} from './contract.ts';

export interface PresentSettings {
  locale: Locale;
  currency: Currency;
  imageSize: ImageSize;
  mediaBaseUrl: string;
  /** The contract that the app knows which asks. */
  level: number;
}

/** What one product may take, so that it fits a packet of a bad network. */
const MAX_BYTES = 1000;
/** A text of Chinese characters has three bytes each. */
const SUMMARY_BYTES = 300;

export function presentProduct(
  product: ProductOverview,
  sections: ProductSections,
  settings: PresentSettings,
): MobileProduct {
  const { locale, currency, imageSize, mediaBaseUrl, level } = settings;
  const price = presentPrice(valueOf(sections.price), currency, locale);
  const availability = presentAvailability(valueOf(sections.availability));
  const width = imageWidthFor(imageSize.width * imageSize.dpr);
  const compact = presentFor(level, {
    id: product.id,
    name: product.name,
    status: product.status,
    brand: product.brand ?? null,
    summary: shorten(product.summary, { characters: SUMMARY_CHARACTERS, bytes: SUMMARY_BYTES }),
    images: [],
    price,
    rating: presentRating(sections.rating),
    availability,
    purchasable: isPurchasable(product.status, price, availability.status),
    degraded: presentDegraded(sections),
  });
  const urls = product.images.slice(0, MAX_IMAGES).map((image) => imageUrls(image, mediaBaseUrl)(width));
  return { ...compact, images: fittingUrls(urls, MAX_BYTES - Buffer.byteLength(JSON.stringify(compact))) };
}

/** As many images as there is room for, the first in any case. */
function fittingUrls(urls: string[], roomBytes: number): string[] {
  let room = roomBytes;
  return urls.filter((url, n) => {
    room -= Buffer.byteLength(url) + '"",'.length;
    return n === 0 || room >= 0;
  });
}

/** Found and not found side by side; an id whose product makes no sense is in neither, and degraded says so. */
export function presentProductList(
  list: ReadonlyMap<string, ProductSections>,
  settings: PresentSettings,
): MobileProductList {
  const entries = [...list];
  const whole = sectionNames.map((name) => [name, combineSections(entries.map(([, of]) => of[name]))] as const);
  return {
    items: entries.flatMap(([, sections]) => {
      const product = valueOf(sections.product);
      return product === null ? [] : [presentProduct(product, sections, settings)];
    }),
    missing: entries.flatMap(([id, { product }]) =>
      product.state !== 'missing' && product.value === null ? [id] : [],
    ),
    degraded: presentDegraded(Object.fromEntries(whole)),
  };
}

function presentPrice(price: Price | null, currency: Currency, locale: Locale): MobileProduct['price'] {
  if (price === null) return null;
  const { currentMinor, listMinor } = price;
  return {
    currency,
    currentMinor,
    display: formatMoney(currentMinor, currency, locale),
    ...(listMinor > currentMinor && { listDisplay: formatMoney(listMinor, currency, locale) }),
  };
}

/** What inventory does not know, or could not tell, is unknown; never out of stock. */
function presentAvailability(stock: Stock | null): MobileProduct['availability'] {
  if (stock === null) return { status: 'unknown' };
  return { status: stock.status, ...(stock.restockAt && { restockAt: stock.restockAt }) };
}

/** No reviews is known (a count of 0); a rating that could not be had is null. */
function presentRating(rating: ProductSections['rating']): MobileProduct['rating'] {
  if (rating.state === 'missing') return null;
  const { average, count } = rating.value?.summary ?? { average: null, count: 0 };
  return { average, count };
}

function presentDegraded(sections: Partial<Record<(typeof sectionNames)[number], Section<unknown>>>): Degraded {
  return sectionNames.flatMap((name) => {
    const section = sections[name];
    const state = section === undefined ? undefined : sectionState(section);
    return state === undefined || state.state === 'fresh' ? [] : [{ section: name, ...state }];
  });
}
