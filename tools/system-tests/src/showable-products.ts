import { allOf, allProducts, type Services, type ServiceStock } from './services.ts';

/**
 * Ids of products of which there is everything to know: they can be bought, have reviews and related products that can be shown. Found
 * by asking the services, so that no BFF has heard of any of them.
 */
export async function showableProducts(system: Services): Promise<string[]> {
  const { urls } = system;
  const active = (await allProducts(system)).filter(({ status }) => status === 'active').map(({ id }) => id);
  const [stocks, ratings, related] = await Promise.all([
    allOf<ServiceStock>(urls.inventory, '/stock', active),
    allOf<{ id: string; summary: { count: number } }>(urls.reviews, '/summaries', active),
    allOf<{ id: string; items: { id: string }[] }>(urls.recommendations, '/related', active),
  ]);
  const shown = new Set(active);
  return active.filter(
    (id) =>
      ['in_stock', 'low_stock', 'preorder'].includes(stocks.get(id)?.status ?? '') &&
      (ratings.get(id)?.summary.count ?? 0) > 0 &&
      related.get(id)?.items.some((other) => shown.has(other.id)) === true,
  );
}
