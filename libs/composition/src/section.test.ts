import { describe, expect, it } from '@jest/globals';
import {
  combineSections,
  fresh,
  mapSection,
  missing,
  onlyNow,
  sectionState,
  sectionStateSchema,
  valueOf,
  type KnownSection,
  type Section,
} from './section.ts';

const lifetime = { softMs: 30_000, hardMs: 300_000, staleWhileRevalidate: true };
const now = Date.parse('2026-03-01T12:00:00.000Z');
const lamp = fresh('lamp', lifetime, now);
const stale = <T>(section: KnownSection<T>): KnownSection<T> => ({ ...section, state: 'stale' });

describe('a fresh section', () => {
  it('lives for its soft and hard lifetimes from the time it was fetched', () => {
    expect(lamp).toEqual({
      state: 'fresh',
      value: 'lamp',
      asOf: now,
      softUntil: now + 30_000,
      hardUntil: now + 300_000,
      staleWhileRevalidate: true,
    });
  });

  it.each([
    ['between the two', 60_000, 30_000, 60_000],
    ['before the soft one', 10_000, 10_000, 10_000],
    ['behind both', 900_000, 30_000, 300_000],
    ['in the past already', -1, -1, -1],
  ])('keeps no lifetime beyond an end of its own that lies %s', (_where, end, soft, hard) => {
    const { softUntil, hardUntil } = fresh('price', lifetime, now, now + end);
    expect([softUntil - now, hardUntil - now]).toEqual([soft, hard]);
  });

  it('is dated with the present where no time is given', () => {
    const before = Date.now();
    const { asOf } = fresh('lamp', lifetime);
    expect(asOf).toBeGreaterThanOrEqual(before);
    expect(asOf).toBeLessThanOrEqual(Date.now());
  });
});

describe('the value of a section', () => {
  it.each<[string, Section<string | null>, string | null]>([
    ['what a fresh one holds', lamp, 'lamp'],
    ['what a stale one holds', stale(lamp), 'lamp'],
    ['null where there is none', fresh(null, lifetime, now), null],
    ['null where it is missing', missing('timeout'), null],
  ])('is %s', (_what, section, value) => {
    expect(valueOf(section)).toBe(value);
  });

  it('changes without a change of state, age or lifetime', () => {
    expect(mapSection(stale(lamp), (name) => name.length)).toEqual({ ...stale(lamp), value: 4 });
  });

  it('of a missing section is never asked for', () => {
    const section = missing('invalid');
    const change = () => {
      throw new Error('there is nothing to change');
    };
    expect(mapSection(section, change)).toBe(section);
  });
});

describe('a section state as contracts write it', () => {
  it.each([
    [lamp, { state: 'fresh' }],
    [stale(lamp), { state: 'stale', asOf: '2026-03-01T12:00:00.000Z' }],
    [missing('unavailable'), { state: 'missing', reason: 'unavailable' }],
    [missing('timeout'), { state: 'missing', reason: 'timeout' }],
    [missing('invalid'), { state: 'missing', reason: 'invalid' }],
  ])('of %j is %j, and its schema takes that', (section, state) => {
    expect(sectionState(section)).toEqual(state);
    expect(sectionStateSchema.parse(state)).toEqual(state);
  });

  it.each([
    { state: 'fresh', asOf: '2026-03-01T12:00:00.000Z' },
    { state: 'stale' },
    { state: 'stale', asOf: 'yesterday' },
    { state: 'missing' },
    { state: 'missing', reason: 'broken' },
    { state: 'old' },
  ])('is never %j', (state) => {
    expect(sectionStateSchema.safeParse(state).success).toBe(false);
  });
});

describe('several sections as one', () => {
  const older = fresh('shade', lifetime, now - 20_000);

  it('are fresh when all of them are', () => {
    expect(combineSections([lamp, older]).state).toBe('fresh');
  });

  it('live as long as the first of them to end', () => {
    const price = fresh('price', { softMs: 25_000, hardMs: 26_000, staleWhileRevalidate: true }, now);
    expect(combineSections([lamp, price, older])).toMatchObject({
      softUntil: now + 10_000,
      hardUntil: now + 26_000,
    });
  });

  it('are stale when one is, from the oldest stale one: how old a fresh one is does not count', () => {
    const oldest = stale(fresh('bulb', lifetime, now - 50_000));
    const fetchedLongAgo = fresh('cable', { ...lifetime, softMs: 1_000_000 }, now - 900_000);
    const combined = combineSections([fetchedLongAgo, stale(lamp), oldest, older]);
    expect(sectionState(combined)).toEqual({ state: 'stale', asOf: '2026-03-01T11:59:10.000Z' });
  });

  it('are missing when one is, for its reason, stale ones or not', () => {
    expect(combineSections([stale(lamp), missing('timeout'), older])).toEqual(missing('timeout'));
  });

  it('may be sent while a refresh runs only when each of them may', () => {
    const stock = fresh('stock', { ...lifetime, staleWhileRevalidate: false }, now);
    expect(combineSections([lamp, older])).toMatchObject({ staleWhileRevalidate: true });
    expect(combineSections([stock, lamp])).toMatchObject({ staleWhileRevalidate: false });
    expect(combineSections([lamp, stock])).toMatchObject({ staleWhileRevalidate: false });
  });

  it('are fresh when there are none', () => {
    expect(sectionState(combineSections([]))).toEqual({ state: 'fresh' });
  });
});

describe('knowledge for this answer alone', () => {
  it('has the same value and age, and may be kept by nobody', () => {
    const section = fresh('lamp', { softMs: 1000, hardMs: 5000, staleWhileRevalidate: true }, 7000);
    const once = onlyNow(combineSections([section]) as KnownSection<null>);
    expect(once).toMatchObject({ state: 'fresh', asOf: 7000, softUntil: 7000, hardUntil: 7000 });
    expect(once.staleWhileRevalidate).toBe(false);
  });
});
