import * as z from 'zod';

/** Why a section is missing: could not be had, came too late, or made no sense. */
export type MissingReason = 'unavailable' | 'timeout' | 'invalid';

/**
 * What a downstream told us. Times are milliseconds since the epoch.
 * A value that says "there is none" (null, an empty list) is knowledge like any other.
 */
export interface KnownSection<T> {
  readonly state: 'fresh' | 'stale';
  readonly value: T;
  /** When it was fetched. */
  readonly asOf: number;
  /** Until when it may be repeated without asking again. */
  readonly softUntil: number;
  /** Until when it may be used where asking again fails. */
  readonly hardUntil: number;
  /** Whether it may be sent past softUntil while a refresh runs; false for prices and stock. */
  readonly staleWhileRevalidate: boolean;
}

export type Section<T> = KnownSection<T> | { readonly state: 'missing'; readonly reason: MissingReason };

/** How long knowledge of one kind lasts, in milliseconds from the time it was fetched. */
export interface Lifetime {
  readonly softMs: number;
  readonly hardMs: number;
  readonly staleWhileRevalidate: boolean;
}

/**
 * @param until no lifetime reaches beyond this time (milliseconds since the epoch), such as the end of a price
 */
export function fresh<T>(value: T, lifetime: Lifetime, now: number = Date.now(), until = Infinity): KnownSection<T> {
  return {
    state: 'fresh',
    value,
    asOf: now,
    softUntil: Math.min(now + lifetime.softMs, until),
    hardUntil: Math.min(now + lifetime.hardMs, until),
    staleWhileRevalidate: lifetime.staleWhileRevalidate,
  };
}

export function missing(reason: MissingReason): Section<never> {
  return { state: 'missing', reason };
}

/** The same knowledge for this answer alone: nothing may keep it. */
export function onlyNow<T>(section: KnownSection<T>): KnownSection<T> {
  return { ...section, softUntil: section.asOf, hardUntil: section.asOf, staleWhileRevalidate: false };
}

/** The section's value, or null where it is missing. */
export function valueOf<T>(section: Section<T>): T | null {
  return section.state === 'missing' ? null : section.value;
}

export function mapSection<T, U>(section: Section<T>, change: (value: T) => U): Section<U> {
  return section.state === 'missing' ? section : { ...section, value: change(section.value) };
}

/** How every contract writes the state of a section. */
export const sectionStateSchema = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('fresh') }),
    z.strictObject({ state: z.literal('stale'), asOf: z.iso.datetime() }),
    z.strictObject({ state: z.literal('missing'), reason: z.enum(['unavailable', 'timeout', 'invalid']) }),
  ])
  .meta({
    id: 'SectionState',
    description: 'Whether a section is current, older than it should be (asOf says from when), or missing and why',
  });

/** The one serialiser of section states. */
export function sectionState(section: Section<unknown>): z.infer<typeof sectionStateSchema> {
  if (section.state === 'missing') return { state: 'missing', reason: section.reason };
  if (section.state === 'fresh') return { state: 'fresh' };
  return { state: 'stale', asOf: new Date(section.asOf).toISOString() };
}

/** The state of several sections as one: missing where any is, stale where any is (from the oldest), else fresh. */
export function combineSections(sections: Iterable<Section<unknown>>): Section<null> {
  // What nothing is known of holds for ever, and gives way to every section.
  const combined: { -readonly [K in keyof KnownSection<null>]: KnownSection<null>[K] } = {
    ...fresh(null, { softMs: 0, hardMs: 0, staleWhileRevalidate: true }, Infinity),
  };
  for (const section of sections) {
    if (section.state === 'missing') return section;
    combined.asOf = oldest(combined, section);
    if (section.state === 'stale') combined.state = 'stale';
    combined.softUntil = Math.min(combined.softUntil, section.softUntil);
    combined.hardUntil = Math.min(combined.hardUntil, section.hardUntil);
    combined.staleWhileRevalidate &&= section.staleWhileRevalidate;
  }
  return combined;
}

/** Since when: of the stale ones alone where there are any, for a fresh one's age says nothing about how old they are. */
function oldest(one: KnownSection<unknown>, other: KnownSection<unknown>): number {
  if (one.state === other.state) return Math.min(one.asOf, other.asOf);
  return one.state === 'stale' ? one.asOf : other.asOf;
}
