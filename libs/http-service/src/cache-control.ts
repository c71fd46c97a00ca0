import type { Section } from '@product-bffs/composition';

/** What caches are told of one answer. */
export interface CacheHeaders {
  cacheControl: string;
  /** CDN-Cache-Control and Age, names and values in turn; none where nobody may keep the answer for others. */
  headers: readonly string[];
  /** The last moment at which this is so, in milliseconds since the epoch. */
  until: number;
}

/**
 * Cache-Control by the sections that the answer was made of (RFC 9111, RFC 5861), with the time that is left at `now`. A
 * cache subtracts Age: a browser's copy ends early for it, a CDN is told the whole (RFC 9213) and ends with the sections.
 * Times are milliseconds since the epoch; `madeAt` is when the bytes were made.
 */
export function cacheHeadersOf(
  whole: Section<unknown>,
  { madeAt, now, isPrivate = false }: { madeAt: number; now: number; isPrivate?: boolean },
): CacheHeaders {
  // An incomplete answer may not be kept, nor one that was made of nothing.
  if (whole.state === 'missing' || whole.hardUntil === Infinity) {
    return { cacheControl: 'no-store', headers: [], until: Infinity };
  }
  const secondsUntil = (until: number) => Math.max(0, Math.floor((until - now) / 1000));
  const maxAgeS = whole.state === 'stale' ? 0 : secondsUntil(whole.softUntil);
  const staleIfErrorS = secondsUntil(whole.hardUntil);
  const staleWhileRevalidateS = whole.staleWhileRevalidate ? staleIfErrorS : 0;
  const whenStale = `stale-while-revalidate=${staleWhileRevalidateS}, stale-if-error=${staleIfErrorS}`;
  const cacheControl = `${isPrivate ? 'private' : 'public'}, max-age=${maxAgeS}, ${whenStale}`;
  const ageS = Math.max(0, Math.floor((now - madeAt) / 1000));
  const cdn = `public, max-age=${maxAgeS + ageS}, ${whenStale}`;
  return {
    cacheControl,
    headers: isPrivate ? [] : ['cdn-cache-control', cdn, 'age', String(ageS)],
    until: Math.min(
      whole.softUntil - maxAgeS * 1000,
      whole.hardUntil - staleIfErrorS * 1000,
      madeAt + ageS * 1000 + 999,
    ),
  };
}
