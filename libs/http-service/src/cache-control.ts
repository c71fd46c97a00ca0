import { cacheability, type Section } from '@product-bffs/composition';

/**
 * Cache-Control of an answer made of these sections, for everyone (RFC 9111, RFC 5861).
 * @param now milliseconds since the epoch
 */
export function cacheControlOf(sections: Iterable<Section<unknown>>, now: number = Date.now()): string {
  const allowed = cacheability(sections, now);
  if (allowed === null) return 'no-store';
  const { maxAgeS, staleWhileRevalidateS, staleIfErrorS } = allowed;
  return `public, max-age=${maxAgeS}, stale-while-revalidate=${staleWhileRevalidateS}, stale-if-error=${staleIfErrorS}`;
}
