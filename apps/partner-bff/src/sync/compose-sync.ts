import { gather, requiredBatch, type Section } from '@product-bffs/composition';
import type { CallContext, ProductOverview } from '@product-bffs/downstream';
import type { Downstreams } from '../dependencies.ts';
import { composeRecordList, type ListedSections, type RecordQuery } from '../product-detail/compose.ts';
import type { Positions } from './cursor.ts';

export interface ComposedPage {
  list: ReadonlyMap<string, ListedSections>;
  /** The catalog's own. */
  nextCursor: string | null;
}

export interface ComposedChanges {
  list: ReadonlyMap<string, ListedSections>;
  /** Of each id: when it last changed, and whether that may have taken it out of the partner's part. */
  changed: ReadonlyMap<string, Changed>;
  positions: Positions;
  hasMore: boolean;
}

interface Changed {
  at: string;
  mayHaveLeft: boolean;
}

/** What is read once this is known is at least as new as it. */
export async function takePositions(
  { catalog, pricing, inventory }: Downstreams,
  context: CallContext,
): Promise<Positions> {
  const newest = [catalog, pricing, inventory].map((feed) => feed.getNewestSequence(context));
  return (await context.deadline.within(Promise.all(newest))) as [number, number, number];
}

/**
 * One page of the catalogue, as far as it is of the partner's part: a call of each service.
 * @throws a SectionFailure where one of them cannot be had
 */
export async function composePage(
  { catalog, pricing, inventory }: Downstreams,
  { cursor, limit }: { cursor: string | null; limit: number },
  { locale, currency, part }: RecordQuery,
  context: CallContext,
): Promise<ComposedPage> {
  const asked = catalog.getPage({ locale, limit, ...(cursor !== null && { cursor }) }, context);
  const page = await context.deadline.within(asked);
  const isSeen = (product: Section<ProductOverview>) =>
    part.isWhole || product.state === 'missing' || part.has(product.value);
  const products = new Map([...page.products].filter(([, product]) => isSeen(product)));
  const ids = [...products.keys()];
  const { prices, stocks } = await gather(context.deadline, {
    prices: requiredBatch(pricing.getPrices(ids, { currency, priceList: part.priceList }, context)),
    stocks: requiredBatch(inventory.getStocks(ids, context)),
  });
  const invalid = { state: 'missing', reason: 'invalid' } as const;
  const list = new Map(
    [...products].map(([id, product]) => {
      return [id, { product, price: prices.get(id) ?? invalid, availability: stocks.get(id) ?? invalid }] as const;
    }),
  );
  return { list, nextCursor: page.nextCursor };
}

/**
 * The products of which something changed since these positions, each once, with what is known of them now. The records
 * are read past all caches and after the feeds, so that whatever changes meanwhile comes again and nothing is older than
 * what was announced.
 * @param limit products at most
 * @returns undefined where a service does not keep all of its changes since
 * @throws a SectionFailure where anything of it cannot be had: positions only pass what was answered
 */
export async function composeChanges(
  downstreams: Downstreams,
  { positions, limit, charge }: { positions: Positions; limit: number; charge: (products: number) => Promise<void> },
  query: RecordQuery,
  context: CallContext,
): Promise<ComposedChanges | undefined> {
  const { catalog, pricing, inventory } = downstreams;
  const asked = [catalog, pricing, inventory].map((feed, n) => feed.getChanges(positions[n] ?? 0, limit, context));
  const pages = await context.deadline.within(Promise.all(asked));
  const changed = new Map<string, Changed>();
  const reached: number[] = [];
  let hasMore = false;
  if (pages.includes(undefined)) return undefined;
  // In turns, so that a service where much changes does not keep the others waiting.
  const feeds = pages.flatMap((page, n) => (page ? [{ ...page, isCatalog: n === 0, isFull: false, n }] : []));
  for (const { n, nextSequence } of feeds) reached[n] = nextSequence;
  for (let turn = 0; feeds.some(({ changes }) => turn < changes.length); turn += 1) {
    for (const feed of feeds) {
      const change = feed.changes[turn];
      if (change === undefined || feed.isFull) continue;
      const before = changed.get(change.id);
      if (before === undefined && changed.size === limit) {
        feed.isFull = hasMore = true;
        reached[feed.n] = change.sequence - 1;
        continue;
      }
      const mayHaveLeft = feed.isCatalog || before?.mayHaveLeft === true;
      changed.set(change.id, { at: later(before?.at, change.at), mayHaveLeft });
    }
  }
  await charge(changed.size);
  const list = await composeRecordList(downstreams, [...changed.keys()], query, { ...context, anew: true });
  hasMore ||= feeds.some((feed) => feed.hasMore);
  return { list, changed, positions: reached as [number, number, number], hasMore };
}

/** @param one, other RFC 3339, UTC */
function later(one: string | undefined, other: string): string {
  return one !== undefined && Date.parse(one) > Date.parse(other) ? one : other;
}
