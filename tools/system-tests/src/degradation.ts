import type { BffName, ServiceName } from '@product-bffs/start';
import type { MobileProduct, WebProduct } from './answers.ts';

/** What becomes of an answer while one of the services does not answer, as the contracts promise it. */

export interface Trouble {
  service: ServiceName;
  /** As section states have it. */
  reason: 'unavailable' | 'timeout';
}

/** The services without which a BFF cannot answer at all. */
export const requiredBy: Record<BffName, readonly ServiceName[]> = {
  'web-bff': ['catalog'],
  'mobile-bff': ['catalog'],
  'partner-bff': ['catalog', 'pricing', 'inventory'],
};

/** The services that a BFF calls. */
export const usedBy: Record<BffName, readonly ServiceName[]> = {
  'web-bff': ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'],
  'mobile-bff': ['catalog', 'pricing', 'inventory', 'reviews'],
  'partner-bff': ['catalog', 'pricing', 'inventory'],
};

const webSections = ['product', 'price', 'availability', 'reviews', 'related', 'related.price', 'related.rating'];
const webSectionsOf: Partial<Record<ServiceName, string[]>> = {
  pricing: ['price', 'related.price'],
  inventory: ['availability'],
  reviews: ['reviews', 'related.rating'],
  recommendations: ['related', 'related.price', 'related.rating'],
};
const mobileSectionOf: Partial<Record<ServiceName, string>> = {
  pricing: 'price',
  inventory: 'availability',
  reviews: 'rating',
};

/** Everything about a page that depends on which services have answered. */
export interface WebKnowledge {
  sections: WebProduct['meta']['sections'];
  hasPrice: boolean;
  isAvailabilityKnown: boolean;
  isPurchasable: boolean;
  hasReviews: boolean;
  hasCards: boolean;
  cardsHavePrices: boolean;
  cardsHaveRatings: boolean;
  jsonLd: { hasOffer: boolean; hasAvailability: boolean; hasRating: boolean };
}

/** What a page knows of a product that is complete and can be bought. */
export function expectedOfWeb(trouble?: Trouble): WebKnowledge {
  const without = (service: ServiceName) => trouble?.service === service;
  const missing = trouble ? (webSectionsOf[trouble.service] ?? []) : [];
  const stateOf = (name: string) =>
    trouble && missing.includes(name) ? { state: 'missing', reason: trouble.reason } : { state: 'fresh' };
  const hasCards = !without('recommendations');
  return {
    sections: Object.fromEntries(webSections.map((name) => [name, stateOf(name)])) as WebKnowledge['sections'],
    hasPrice: !without('pricing'),
    isAvailabilityKnown: !without('inventory'),
    isPurchasable: !without('pricing') && !without('inventory'),
    hasReviews: !without('reviews'),
    hasCards,
    cardsHavePrices: hasCards && !without('pricing'),
    cardsHaveRatings: hasCards && !without('reviews'),
    jsonLd: {
      hasOffer: !without('pricing'),
      hasAvailability: !without('pricing') && !without('inventory'),
      hasRating: !without('reviews'),
    },
  };
}

export function knowledgeOfWeb({
  price,
  availability,
  purchasable,
  reviews,
  related,
  seo,
  meta,
}: WebProduct): WebKnowledge {
  const jsonLd = JSON.parse(seo.jsonLd) as { offers?: { availability?: string }; aggregateRating?: object };
  return {
    sections: meta.sections,
    hasPrice: price !== null,
    isAvailabilityKnown: availability.status !== 'unknown',
    isPurchasable: purchasable,
    hasReviews: reviews !== null,
    hasCards: related !== null && related.length > 0,
    cardsHavePrices: related?.every((card) => card.price !== null) ?? false,
    cardsHaveRatings: related?.every((card) => card.rating !== null) ?? false,
    jsonLd: {
      hasOffer: jsonLd.offers !== undefined,
      hasAvailability: jsonLd.offers?.availability !== undefined,
      hasRating: jsonLd.aggregateRating !== undefined,
    },
  };
}

/** Everything about an app's product that depends on which services have answered. */
export interface MobileKnowledge {
  degraded: MobileProduct['degraded'];
  hasPrice: boolean;
  isAvailabilityKnown: boolean;
  isPurchasable: boolean;
  hasRating: boolean;
}

/** What an app knows of a product that is complete and can be bought. */
export function expectedOfMobile(trouble?: Trouble): MobileKnowledge {
  const section = trouble && mobileSectionOf[trouble.service];
  return {
    degraded: section === undefined ? [] : [{ section, state: 'missing', reason: trouble?.reason ?? '' }],
    hasPrice: section !== 'price',
    isAvailabilityKnown: section !== 'availability',
    isPurchasable: section !== 'price' && section !== 'availability',
    hasRating: section !== 'rating',
  };
}

export function knowledgeOfMobile({
  degraded,
  price,
  availability,
  purchasable,
  rating,
}: MobileProduct): MobileKnowledge {
  return {
    degraded,
    hasPrice: price !== null,
    isAvailabilityKnown: availability.status !== 'unknown',
    isPurchasable: purchasable,
    hasRating: rating !== null,
  };
}
