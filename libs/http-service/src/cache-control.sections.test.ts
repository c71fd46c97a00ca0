import { describe, expect, it } from '@jest/globals';
import {
  combineSections,
  fresh,
  missing,
  type KnownSection,
  type Lifetime,
  type Section,
} from '@product-bffs/composition';
import fc from 'fast-check';
import { cacheHeadersOf } from './cache-control.ts';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const texts: Lifetime = { softMs: 300_000, hardMs: 86_400_000, staleWhileRevalidate: true };
const stock: Lifetime = { softMs: 5_000, hardMs: 60_000, staleWhileRevalidate: false };

/** What a browser is allowed, in seconds, right when the answer of these sections is made; null: nothing. */
function cacheability(sections: Section<unknown>[], at: number) {
  const { cacheControl } = cacheHeadersOf(combineSections(sections), { madeAt: at, now: at });
  if (cacheControl === 'no-store') return null;
  const told = /^public, max-age=(\d+), stale-while-revalidate=(\d+), stale-if-error=(\d+)$/.exec(cacheControl) ?? [];
  const [, maxAgeS, staleWhileRevalidateS, staleIfErrorS] = told.map(Number);
  return { maxAgeS, staleWhileRevalidateS, staleIfErrorS };
}

describe('an answer', () => {
  it('of texts alone may be kept, sent while it is refreshed, and used where refreshing fails', () => {
    expect(cacheability([fresh('text', texts, now)], now)).toEqual({
      maxAgeS: 300,
      staleWhileRevalidateS: 86_400,
      staleIfErrorS: 86_400,
    });
  });

  it('with stock in it is never sent while it is refreshed', () => {
    expect(cacheability([fresh('text', texts, now), fresh('stock', stock, now)], now)).toEqual({
      maxAgeS: 5,
      staleWhileRevalidateS: 0,
      staleIfErrorS: 60,
    });
  });

  it('with a stale section in it is asked for again each time', () => {
    const stale: KnownSection<string> = { ...fresh('text', texts, now), state: 'stale' };
    expect(cacheability([fresh('other', texts, now), stale], now)).toMatchObject({
      maxAgeS: 0,
      staleIfErrorS: 86_400,
    });
  });

  it('loses a second when it has lost a part of one', () => {
    expect(cacheability([fresh('stock', stock, now)], now + 1)).toMatchObject({ maxAgeS: 4, staleIfErrorS: 59 });
  });

  it('has no negative lifetime once it is past both', () => {
    expect(cacheability([fresh('stock', stock, now)], now + 100_000)).toEqual({
      maxAgeS: 0,
      staleWhileRevalidateS: 0,
      staleIfErrorS: 0,
    });
  });

  it.each([
    ['a missing section', [fresh('text', texts, now), missing('timeout')]],
    ['no section at all', []],
  ])('with %s may not be kept', (_what, sections) => {
    expect(cacheability(sections, now)).toBeNull();
  });
});

const lifetimes = fc
  .tuple(fc.nat(100_000_000), fc.nat(100_000_000), fc.boolean())
  .map(([a, b, staleWhileRevalidate]) => ({ softMs: Math.min(a, b), hardMs: Math.max(a, b), staleWhileRevalidate }));

const known = fc
  .tuple(lifetimes, fc.nat(100_000_000), fc.boolean(), fc.option(fc.nat(100_000_000)))
  .map(([lifetime, ageMs, isStale, endsInMs]): KnownSection<string> => ({
    ...fresh('value', lifetime, now - ageMs, endsInMs === null ? Infinity : now + endsInMs),
    state: isStale ? 'stale' : 'fresh',
  }));

describe('whatever the sections', () => {
  it('no lifetime reaches beyond what is left of any section, and none is negative', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), (sections) => {
        const allowed = cacheability(sections, now);
        for (const { softUntil, hardUntil } of sections) {
          const leftS = (until: number) => Math.max(0, until - now) / 1000;
          expect(allowed?.maxAgeS).toBeLessThanOrEqual(leftS(softUntil));
          expect(allowed?.staleIfErrorS).toBeLessThanOrEqual(leftS(hardUntil));
          expect(allowed?.staleWhileRevalidateS).toBeLessThanOrEqual(leftS(hardUntil));
        }
        expect(Math.min(...Object.values(allowed ?? {}).map(Number))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('not a second is given away: the weakest section decides alone', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), (sections) => {
        const weakest = Math.min(...sections.map(({ hardUntil }) => hardUntil));
        expect(cacheability(sections, now)?.staleIfErrorS).toBe(Math.max(0, Math.floor((weakest - now) / 1000)));
      }),
    );
  });

  it('one stale section makes max-age 0, and one price or stock makes stale-while-revalidate 0', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), (sections) => {
        const allowed = cacheability(sections, now);
        if (sections.some(({ state }) => state === 'stale')) expect(allowed?.maxAgeS).toBe(0);
        if (sections.some(({ staleWhileRevalidate }) => !staleWhileRevalidate)) {
          expect(allowed?.staleWhileRevalidateS).toBe(0);
        }
      }),
    );
  });

  it('a missing one anywhere means that nothing may be kept', () => {
    fc.assert(
      fc.property(fc.array(known), fc.array(known), (before, after) => {
        expect(cacheability([...before, missing('invalid'), ...after], now)).toBeNull();
      }),
    );
  });
});
