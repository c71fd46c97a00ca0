import type { Section } from './section.ts';

/** What a set of sections allows a cache to do with the answer made of them; seconds. */
export interface Cacheability {
  maxAgeS: number;
  staleWhileRevalidateS: number;
  staleIfErrorS: number;
}

/**
 * The weakest section decides. An incomplete answer may not be cached: null.
 * @param now milliseconds since the epoch
 */
export function cacheability(sections: Iterable<Section<unknown>>, now: number = Date.now()): Cacheability | null {
  let soft = Infinity;
  let hard = Infinity;
  let staleWhileRevalidate = true;
  for (const section of sections) {
    if (section.state === 'missing') return null;
    soft = Math.min(soft, section.state === 'stale' ? now : section.softUntil);
    hard = Math.min(hard, section.hardUntil);
    staleWhileRevalidate &&= section.staleWhileRevalidate;
  }
  if (hard === Infinity) return null;
  const seconds = (until: number) => Math.max(0, Math.floor((until - now) / 1000));
  return {
    maxAgeS: seconds(soft),
    staleWhileRevalidateS: staleWhileRevalidate ? seconds(hard) : 0,
    staleIfErrorS: seconds(hard),
  };
}
