import type { CatalogueEntry } from '../catalogue/entry.ts';
import { sampleEntry } from '../catalogue/sample-entry.ts';
import { serviceNames, type ServiceName } from '../service.ts';
import { TEARABLE } from './front.ts';

/** Products to ask for once: nothing is remembered of a product that nobody asked for, nor of the two related to it. */

const PRODUCTS = 3000;

/** The product that every other one is like. */
export const SAMPLE = 'p0';

export const productIds = (): string[] => Array.from({ length: PRODUCTS }, (_, n) => `p${n + 1}`);

/** A product that one of the services has never heard of, nor of the two related to it. */
export const idWithout = (service: ServiceName) => `no-${service}`;

/** What a service knows. */
export function catalogueOf(service: ServiceName): CatalogueEntry[] {
  const others = serviceNames.filter((name) => name !== service).map(idWithout);
  return [SAMPLE, ...productIds(), ...others].flatMap((id) => [
    productLike(id, { related: cardsOf(id) }),
    ...cardsOf(id).map((card) => productLike(card, { related: [] })),
  ]);
}

/** What is said of one product, said of another. */
export function saidOf(id: string, sample: string): string {
  return sample.replaceAll(/\bp0\b/g, id).replaceAll(/\bP0\b/g, id.toUpperCase());
}

/** The same without the ids of reviews, which no two products share. */
export function withoutReviewIds<T>(said: T): T {
  return JSON.parse(JSON.stringify(said).replaceAll(/"r-[0-9a-f]{12}"/g, '"r"')) as T;
}

/** Stands in a text that the service sends; the second half of it can be torn. */
const tearableTextOf = (service: ServiceName) => `${service} ${TEARABLE}`;

/** What is said once a service's texts are torn and half a surrogate pair is made a whole character. */
export function saidTorn(service: ServiceName, said: string): string {
  return said.replaceAll(tearableTextOf(service), `${service} \ufffd`);
}

/** Two, so that they are asked for together and never in the single call. */
const cardsOf = (id: string) => [`${id}-a`, `${id}-b`];

function productLike(id: string, changes: Partial<CatalogueEntry>): CatalogueEntry {
  const entry = sampleEntry(id, changes);
  return {
    ...entry,
    texts: { ...entry.texts, name: `The ${id}, ${tearableTextOf('catalog')}` },
    reviews: entry.reviews.map((review) => ({ ...review, body: `${review.body}, ${tearableTextOf('reviews')}` })),
  };
}
