import type { Product } from '@product-bffs/downstream';
import { decimalAmount } from '@product-bffs/presentation';
import type { ProductDetail } from './contract.ts';

/** Reviews that are told to search engines; the page shows more. */
const REVIEWS = 5;

type Facts = Pick<ProductDetail, 'images' | 'price' | 'availability' | 'status' | 'reviews'>;

/**
 * The product for search engines (schema.org Product; Google's product snippet and merchant listing), made of what the
 * page shows: the offer is the visible price, and what is unknown is left out.
 * @returns a string ready for a script element
 */
export function presentJsonLd(product: Product, facts: Facts, canonicalUrl: string): string {
  const { images, reviews } = facts;
  return scriptSafeJson({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description.join('\n\n') || product.summary,
    url: canonicalUrl,
    sku: product.sku,
    ...(product.gtin && { gtin: product.gtin }),
    ...(product.brand && { brand: { '@type': 'Brand', name: product.brand.name } }),
    ...(images.length > 0 && { image: images.map(({ src }) => src) }),
    ...offer(facts, canonicalUrl),
    ...(reviews !== null && rating(reviews)),
  });
}

const schemaAvailability = {
  in_stock: 'InStock',
  low_stock: 'LimitedAvailability',
  out_of_stock: 'OutOfStock',
  preorder: 'PreOrder',
  unknown: undefined,
} as const;

function offer({ price, availability, status }: Facts, url: string): object {
  if (price === null) return {};
  const told = status === 'discontinued' ? 'Discontinued' : schemaAvailability[availability.status];
  return {
    offers: {
      '@type': 'Offer',
      url,
      price: decimalAmount(price.currentMinor, price.currency),
      priceCurrency: price.currency,
      ...(told && status !== 'unknown' && { availability: `https://schema.org/${told}` }),
      ...(price.validUntil && { priceValidUntil: price.validUntil }),
    },
  };
}

function rating({ summary, items }: NonNullable<Facts['reviews']>): object {
  if (summary.average === null || summary.count === 0) return {};
  return {
    aggregateRating: { '@type': 'AggregateRating', ratingValue: summary.average, reviewCount: summary.count },
    ...(items.length > 0 && {
      review: items.slice(0, REVIEWS).map(({ rating, title, body, author, createdAt }) => ({
        '@type': 'Review',
        author: { '@type': 'Person', name: author.displayName },
        datePublished: createdAt,
        ...(title !== null && { name: title }),
        reviewBody: body,
        reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
      })),
    }),
  };
}

const unsafeInScript = /[<>&\u2028\u2029]/g;

/** JSON that cannot end a script element, begin a comment or break a line of script. */
function scriptSafeJson(value: object): string {
  return JSON.stringify(value).replace(
    unsafeInScript,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
