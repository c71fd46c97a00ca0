import {
  imageUrls,
  imageWidths,
  isPurchasable,
  type Price,
  type Product,
  type ProductImage,
  type Rating,
  type Related,
  type ReviewPage,
  type Stock,
} from '@product-bffs/downstream';
import { formatMoney, shorten } from '@product-bffs/presentation';
import type { ServiceCalls } from './service-calls.ts';
import { jsonLdOf } from './web-json-ld.ts';

export interface WebSettings {
  locale: string;
  currency: string;
  publicUrl: string;
  mediaBaseUrl: string;
}

/** The body that web-bff sends, without `meta`: one GET a section, what is related joined by batches. Null: no such product. */
export async function webProduct(calls: ServiceCalls, id: string, settings: WebSettings): Promise<object | null> {
  const { locale, currency, publicUrl, mediaBaseUrl } = settings;
  const [product, price, stock, reviews, related] = await Promise.all([
    calls.get<Product>('catalog', `/products/${id}`, { locale }),
    calls.get<Price>('pricing', `/prices/${id}`, { currency }),
    calls.get<Stock>('inventory', `/stock/${id}`),
    calls.get<ReviewPage>('reviews', `/products/${id}/reviews`, { limit: 10 }),
    relatedCards(calls, id, settings),
  ]);
  if (product === null) return null;
  const { name, slug, brand, summary, description, status } = product;
  const images = product.images.map((image) => imageOf(image, mediaBaseUrl));
  const availability = stock
    ? { status: stock.status, ...(stock.restockAt && { restockAt: stock.restockAt }) }
    : { status: 'unknown' as const };
  const reviewPage = reviewsOf(reviews);
  const page = `${publicUrl}/products/${encodeURIComponent(slug)}`;
  const url = locale === 'en-GB' ? page : `${page}?locale=${locale}`;
  const withBrand = shorten(brand ? `${name} | ${brand.name}` : name, { characters: Infinity });
  const title = withBrand.length <= 60 ? withBrand : shorten(name, { characters: 60 });
  const told = shorten(summary.trim() || description[0]?.trim() || name, { characters: 160 });
  return {
    id: product.id,
    sku: product.sku,
    slug,
    name,
    status,
    brand: brand ?? null,
    summary,
    description,
    breadcrumbs: product.categories,
    attributes: product.attributes.map(({ name, value, unit }) => ({ name, value, unit: unit ?? null })),
    variants: product.variants,
    images,
    price: price && {
      ...cardPrice(price, settings),
      taxIncluded: price.taxIncluded,
      ...(price.validUntil && { validUntil: price.validUntil }),
    },
    availability,
    purchasable: isPurchasable(status, price, availability.status),
    reviews: reviewPage,
    related,
    seo: {
      title,
      description: told,
      canonicalUrl: url,
      openGraph: {
        type: 'product',
        title,
        description: told,
        url,
        image: images[0]?.src ?? null,
        locale: locale.replace('-', '_'),
      },
      jsonLd: jsonLdOf({ product, price, availability: availability.status, images, reviews: reviewPage, url }),
    },
  };
}

async function relatedCards(calls: ServiceCalls, id: string, settings: WebSettings): Promise<object[]> {
  const { locale, currency, mediaBaseUrl } = settings;
  const related = await calls.get<Related>('recommendations', `/products/${id}/related`, { limit: 12 });
  const ids = (related?.items ?? []).map((item) => item.id).filter((other) => other !== id);
  if (ids.length === 0) return [];
  const [products, prices, ratings] = await Promise.all([
    calls.getItems<Product>('catalog', '/products', ids, { locale }),
    calls.getItems<Price>('pricing', '/prices', ids, { currency }),
    calls.getItems<Rating>('reviews', '/summaries', ids),
  ]);
  return ids.flatMap((cardId) => {
    const product = products.get(cardId);
    if (product?.status !== 'active') return [];
    const price = prices.get(cardId);
    const { average, count } = ratings.get(cardId)?.summary ?? { average: null, count: 0 };
    const [image] = product.images;
    return [
      {
        id: cardId,
        slug: product.slug,
        name: product.name,
        brand: product.brand ?? null,
        image: image === undefined ? null : imageOf(image, mediaBaseUrl),
        price: price === undefined ? null : cardPrice(price, settings),
        rating: { average, count },
      },
    ];
  });
}

function cardPrice({ currentMinor, listMinor }: Price, { currency, locale }: WebSettings) {
  const formatted = {
    current: formatMoney(currentMinor, currency, locale),
    list: formatMoney(listMinor, currency, locale),
  };
  return { currency, currentMinor, listMinor, formatted };
}

function imageOf(image: ProductImage, mediaBaseUrl: string) {
  const urlIn = imageUrls(image, mediaBaseUrl);
  return {
    src: urlIn(1280),
    srcset: imageWidths.map((width) => `${urlIn(width)} ${width}w`).join(', '),
    alt: image.alt,
    width: image.width,
    height: image.height,
  };
}

const noReviews = { summary: { average: null, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } }, items: [] };

/** Without what nobody outside may see: an author's address. */
function reviewsOf(page: ReviewPage | null) {
  const { summary, items } = page ?? noReviews;
  return {
    summary,
    items: items.map(({ id, rating, title, body, author, verified, createdAt }) => ({
      id,
      rating,
      title: title ?? null,
      body,
      author: { displayName: author.displayName },
      verified,
      createdAt,
    })),
    nextCursor: page?.nextCursor ?? null,
  };
}

export type WebReviews = ReturnType<typeof reviewsOf>;
