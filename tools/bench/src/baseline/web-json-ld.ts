import type { Price, Product, StockStatus } from '@product-bffs/downstream';
import { decimalAmount } from '@product-bffs/presentation';
import type { WebReviews } from './web-product.ts';

interface Facts {
  product: Product;
  price: Price | null;
  availability: StockStatus;
  images: { src: string }[];
  reviews: WebReviews;
  url: string;
}

const schemaAvailability: Partial<Record<StockStatus, string>> = {
  in_stock: 'InStock',
  low_stock: 'LimitedAvailability',
  out_of_stock: 'OutOfStock',
  preorder: 'PreOrder',
};

/** The same schema.org Product that web-bff's page carries. */
export function jsonLdOf({ product, price, availability, images, reviews, url }: Facts): string {
  const { name, sku, gtin, brand, description, summary, status } = product;
  const told = status === 'discontinued' ? 'Discontinued' : schemaAvailability[availability];
  const { average, count } = reviews.summary;
  const json = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    description: description.join('\n\n') || summary,
    url,
    sku,
    ...(gtin && { gtin }),
    ...(brand && { brand: { '@type': 'Brand', name: brand.name } }),
    ...(images.length > 0 && { image: images.map(({ src }) => src) }),
    ...(price && {
      offers: {
        '@type': 'Offer',
        url,
        price: decimalAmount(price.currentMinor, price.currency),
        priceCurrency: price.currency,
        ...(told && { availability: `https://schema.org/${told}` }),
        ...(price.validUntil && { priceValidUntil: price.validUntil }),
      },
    }),
    ...(average !== null && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: average, reviewCount: count },
      ...(reviews.items.length > 0 && {
        review: reviews.items.slice(0, 5).map(({ rating, title, body, author, createdAt }) => ({
          '@type': 'Review',
          author: { '@type': 'Person', name: author.displayName },
          datePublished: createdAt,
          ...(title !== null && { name: title }),
          reviewBody: body,
          reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
        })),
      }),
    }),
  });
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
