import { startsOf, type CallContext, type IdRange } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';
import { composeRecordList, type ListedSections, type RecordQuery } from '../product-detail/compose.ts';
import type { DigestAnswer } from './contract.ts';

/** What the services say of each part, or all records of the range, where they fit into a list. */
export type ComposedDigest = { parts: Part[] } | { list: ReadonlyMap<string, ListedSections> };

type Part = DigestAnswer['parts'][number];

/**
 * The digests of the three services side by side, over the parts that the catalog makes; or the records themselves, where
 * they fit into a list. Everything is read past all caches.
 * @param charge called with how many products the services look at
 * @throws a SectionFailure where one of the services cannot be had
 */
export async function composeDigest(
  downstreams: Downstreams,
  { parts, charge, ...range }: IdRange & { parts: number; charge: (products: number) => Promise<void> },
  query: RecordQuery,
  context: CallContext,
): Promise<ComposedDigest> {
  const { catalog, pricing, inventory } = downstreams;
  const { part, currency } = query;
  const { deadline } = context;
  const products = await deadline.within(catalog.getDigest(range, parts, part.filter, context));
  await charge(products.parts.reduce((sum, { count }) => sum + count, 0));
  if (products.records !== null) {
    const ids = products.records.map(({ id }) => id);
    return { list: await composeRecordList(downstreams, ids, query, { ...context, anew: true }) };
  }
  if (!part.isWhole) {
    // Neither of the others knows which products are in a part.
    return { parts: products.parts.map((own) => joined(own, null, null)) };
  }
  const starts = startsOf(products.parts);
  // A price and a stock may outlive their product.
  const without = products.gone?.length ? { without: products.gone.join(',') } : {};
  const [prices, stocks] = await deadline.within(
    Promise.all([
      pricing.getDigest(range, starts, { currency, priceList: part.priceList, ...without }, context),
      inventory.getDigest(range, starts, without, context),
    ]),
  );
  const digestOf = ({ parts: of }: typeof prices, n: number) => of[n]?.digest ?? null;
  return { parts: products.parts.map((own, n) => joined(own, digestOf(prices, n), digestOf(stocks, n))) };
}

function joined(
  { digest: catalog, ...part }: Pick<Part, 'from' | 'to' | 'count'> & { digest: string },
  price: string | null,
  stock: string | null,
): Part {
  return { ...part, catalog, price, stock };
}
