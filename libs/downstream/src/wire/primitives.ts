import * as z from 'zod';

/** What a tolerant reader asks of the simple values that services send. */

/** U+0000 and the bidi controls (UAX #9); written out, for a bundler would make a new expression of `\p{…}` for each text. */
const unwanted = /[\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Plain text as it may be handed on: well-formed, without bidi controls and U+0000. */
export const plainText = z.string().transform((text) => text.toWellFormed().replace(unwanted, ''));

/** RFC 3339, UTC. */
export const timestamp = z.iso.datetime();

/** Minor units of a currency, a safe integer. */
export const minorUnits = z.int().nonnegative();

/** ISO 4217 */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** Counts up with every change of an item. */
export const version = z.int().nonnegative();

/** A value of a closed list, or 'unknown' for one that this reader has never heard of. */
export function knownOr<const T extends string>(values: readonly T[]): z.ZodType<T | 'unknown'> {
  return z.string().transform((value) => values.find((known) => known === value) ?? 'unknown');
}
