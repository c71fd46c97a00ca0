import { expect, it } from '@jest/globals';
import { fresh, missing, type KnownSection } from '@product-bffs/composition';
import { cacheControlOf } from './cache-control.ts';

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
  expect(cacheControlOf(sections, now)).toBe(header);
});
