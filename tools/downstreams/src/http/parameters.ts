import { Problem } from './problem.ts';

const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const maxIds = 100;

/** @throws Problem 400 for an id that no product can have */
export function checkedId(id: string): string {
  if (!idPattern.test(id)) throw new Problem(400, `"${id}" is not an id: it has to match ${idPattern.source}.`);
  return id;
}

/**
 * The ids of a batch, comma-separated: in the order asked, each once.
 * @throws Problem 400 without ids, for more than 100 of them, or for one that is none
 */
export function requestedIds(query: URLSearchParams, name = 'ids'): string[] {
  const ids = distinctIds(query, name);
  if (ids.length === 0) throw new Problem(400, `${name} is required: 1-100 ids, comma-separated.`);
  if (ids.length > maxIds) throw new Problem(400, `${name} takes at most ${maxIds} ids, got ${ids.length}.`);
  return ids.map(checkedId);
}

/** The ids asked for, checked or not: what statistics count. */
export function distinctIds(query: URLSearchParams, name = 'ids'): string[] {
  return [...new Set(query.getAll(name).join(',').split(','))].filter((id) => id !== '');
}

/** @throws Problem 400 for anything but a whole number in the range */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new Problem(400, `${name} has to be a whole number from ${min} to ${max}, got "${text}".`);
}

/** A cursor is opaque to callers; within, it is the id of the last item they have seen. */
export function cursorAfter(id: string): string {
  return Buffer.from(`after:${id}`).toString('base64url');
}

/**
 * The id a page starts after; undefined for the first page.
 * @throws Problem 400 for a cursor that this service did not make
 */
export function cursorId(query: URLSearchParams): string | undefined {
  const cursor = query.get('cursor');
  if (cursor === null) return undefined;
  const id = /^after:(.+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id === undefined || !idPattern.test(id) || cursorAfter(id) !== cursor) throw badCursor();
  return id;
}

export function badCursor(): Problem {
  return new Problem(400, 'cursor is none that this service has given out.');
}
