import type { Batch, KnownSection } from '@product-bffs/composition';
import { createDownstream, type DownstreamOptions } from '../downstream.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CallContext } from '../operation.ts';
import { priceSchema, type Price } from './wire.ts';

export interface PriceQuery {
  /** ISO 4217 */
  currency: string;
}

export interface PricingClient {
  getPrice(id: string, query: PriceQuery, context: CallContext): Promise<KnownSection<Price | null>>;
  getPrices(ids: readonly string[], query: PriceQuery, context: CallContext): Promise<Batch<Price | null>>;
}

/** Prices of the public list. A price's knowledge ends when the price does. */
export function createPricingClient(options: DownstreamOptions): PricingClient {
  const pricing = createDownstream('pricing', options);
  const policy = {
    schema: priceSchema,
    lifetime: lifetimes.price,
    endsAt: ({ validUntil }: Price) => (validUntil ? Date.parse(validUntil) : undefined),
  };
  return {
    getPrice: (id, { currency }, context) =>
      pricing.one(
        {
          ...policy,
          operation: 'getPrice',
          path: `/prices/${id}`,
          query: { currency },
          answers: (price) => price.id === id && price.currency === currency,
        },
        context,
      ),
    getPrices: (ids, { currency }, context) =>
      pricing.many(
        {
          ...policy,
          operation: 'getPrices',
          path: '/prices',
          query: { currency },
          answers: (price) => price.currency === currency,
        },
        ids,
        context,
      ),
  };
}
