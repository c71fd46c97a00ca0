import { combineSections, type Section } from './section.ts';

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
  const whole = combineSections(sections);
  if (whole.state === 'missing' || whole.hardUntil === Infinity) return null;
  const secondsUntil = (until: number) => Math.max(0, Math.floor((until - now) / 1000));
  return {
    maxAgeS: whole.state === 'stale' ? 0 : secondsUntil(whole.softUntil),
    staleWhileRevalidateS: whole.staleWhileRevalidate ? secondsUntil(whole.hardUntil) : 0,
    staleIfErrorS: secondsUntil(whole.hardUntil),
  };
}
