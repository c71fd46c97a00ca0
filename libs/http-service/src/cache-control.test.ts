import { describe, expect, it } from '@jest/globals';
import { combineSections, fresh, missing, type KnownSection } from '@product-bffs/composition';
import { cacheHeadersOf } from './cache-control.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const texts = { softMs: 300_000, hardMs: 86_400_000, staleWhileRevalidate: true };
const stock = { softMs: 5_000, hardMs: 60_000, staleWhileRevalidate: false };
const stale: KnownSection<string> = { ...fresh('text', texts, now - 400_000), state: 'stale' };

it.each([
  ['texts alone', [fresh('', texts, now)], 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400'],
  [
    'texts and stock',
    [fresh('', texts, now), fresh('', stock, now)],
    'public, max-age=5, stale-while-revalidate=0, stale-if-error=60',
  ],
  [
    'a stale text',
    [stale, fresh('', texts, now)],
    'public, max-age=0, stale-while-revalidate=86000, stale-if-error=86000',
  ],
  ['a missing section', [fresh('', texts, now), missing('timeout')], 'no-store'],
  ['nothing', [], 'no-store'],
])('an answer of %s may be kept as its sections may (%#)', (_what, sections, header) => {
  expect(cacheHeadersOf(combineSections(sections), { madeAt: now, now }).cacheControl).toBe(header);
});

describe('as time passes', () => {
  const whole = combineSections([fresh('', { ...texts, softMs: 10_000, hardMs: 60_000 }, now)]);

  it.each([
    [0, 'public, max-age=10, stale-while-revalidate=60, stale-if-error=60', 10, 0],
    [1, 'public, max-age=9, stale-while-revalidate=59, stale-if-error=59', 9, 0],
    [999, 'public, max-age=9, stale-while-revalidate=59, stale-if-error=59', 9, 0],
    [1000, 'public, max-age=9, stale-while-revalidate=59, stale-if-error=59', 10, 1],
    [9999, 'public, max-age=0, stale-while-revalidate=50, stale-if-error=50', 9, 9],
  ])('after %d ms a browser and a CDN are told what is left', (passedMs, cacheControl, cdnMaxAgeS, ageS) => {
    const told = cacheHeadersOf(whole, { madeAt: now, now: now + passedMs });
    expect(told.cacheControl).toBe(cacheControl);
    const cdn = cacheControl.replace(/max-age=\d+/, `max-age=${cdnMaxAgeS}`);
    expect(told.headers).toEqual(['cdn-cache-control', cdn, 'age', String(ageS)]);
  });

  it('a CDN that subtracts Age never ends later than the sections, and at most two seconds before', () => {
    for (let passedMs = 0; passedMs < 10_000; passedMs += 97) {
      const [, cdn = '', , age = ''] = cacheHeadersOf(whole, { madeAt: now - 333, now: now + passedMs }).headers;
      const leftMs = (Number(/max-age=(\d+)/.exec(cdn)?.[1]) - Number(age)) * 1000;
      expect(leftMs).toBeLessThanOrEqual(10_000 - passedMs);
      expect(leftMs).toBeGreaterThan(10_000 - passedMs - 2000);
    }
  });

  it('what they are told holds until the moment it names, and no longer', () => {
    for (let passedMs = 0; passedMs < 10_000; passedMs += 333) {
      const at = (ms: number) => cacheHeadersOf(whole, { madeAt: now - 250, now: ms });
      const told = at(now + passedMs);
      expect(at(told.until)).toEqual(told);
      expect(at(told.until + 1)).not.toEqual(told);
    }
  });
});

it('of what may be kept by one alone, others are told nothing', () => {
  const whole = fresh('', stock, now);
  expect(cacheHeadersOf(whole, { madeAt: now, now, isPrivate: true })).toMatchObject({
    cacheControl: 'private, max-age=5, stale-while-revalidate=0, stale-if-error=60',
    headers: [],
  });
});
