import { createDigest, type AskDigest } from '../digest.ts';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { createFeed } from '../feed.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext, Query } from '../operation.ts';
import { priceSchema, type Price } from './wire.ts';

export interface PriceQuery {
  /** ISO 4217 */
  currency: string;
  /** Absent: the public list. */
  priceList?: string | undefined;
}

export type PricingClient = ReturnType<typeof createPricingClient>;

/** Prices, each for the subject that it was asked for. A price's knowledge ends when the price does. */
export function createPricingClient(options: DownstreamOptions) {
  const resource = createDownstream('pricing', options);
  const prices = resource<Price, PriceQuery & Query>('price', {
    one: { operation: 'getPrice', path: (id) => `/prices/${id}` },
    many: { operation: 'getPrices', path: '/prices' },
    schema: priceSchema,
    lifetime: lifetimes.price,
    isPersonal: true,
    endsAt: ({ validUntil }) => (validUntil ? Date.parse(validUntil) : undefined),
    answers: (price, id, { currency, priceList = 'public' }) =>
      price.id === id && price.currency === currency && price.priceList === priceList,
  });
  return {
    getPrice: (id: string, { currency, priceList }: PriceQuery, context: CallContext) =>
      prices.one(id, { currency, priceList }, context),
    getPrices: (ids: readonly string[], { currency, priceList }: PriceQuery, context: CallContext) =>
      prices.many(ids, { currency, priceList }, context),
    ...createFeed('pricing', resource),
    /** @see createDigest; of the products that have such a price, but for these */
    getDigest: createDigest('pricing', resource, true) as AskDigest<
      Pick<PriceQuery, keyof PriceQuery> & { without?: string }
    >,
  };
}
