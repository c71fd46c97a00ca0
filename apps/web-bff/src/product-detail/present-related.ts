import { valueOf } from '@product-bffs/composition';
import type { Currency, Locale } from '@product-bffs/http-service';
import type { RelatedProduct } from './compose.ts';
import type { Card } from './contract.ts';
import { presentImage } from './present-image.ts';
import { presentCardPrice } from './present-price.ts';

export interface CardSettings {
  locale: Locale;
  currency: Currency;
  mediaBaseUrl: string;
}

/** A card without its price or rating keeps null. */
export function presentCard(related: RelatedProduct, { locale, currency, mediaBaseUrl }: CardSettings): Card {
  const { id, slug, name, brand, images } = related.product;
  const price = valueOf(related.price);
  const [image] = images;
  return {
    id,
    slug,
    name,
    brand: brand ?? null,
    image: image === undefined ? null : presentImage(image, mediaBaseUrl),
    price: price === null ? null : presentCardPrice(price, currency, locale),
    rating: presentRating(related.rating),
  };
}

/** No reviews is known (a count of 0); a rating that could not be had is null. */
function presentRating(rating: RelatedProduct['rating']): Card['rating'] {
  if (rating.state === 'missing') return null;
  const { average, count } = rating.value?.summary ?? { average: null, count: 0 };
  return { average, count };
}
