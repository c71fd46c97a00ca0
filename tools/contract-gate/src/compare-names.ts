import { breaking, type Change } from './change.ts';
import { isObject, isSame, type Json, type JsonObject } from './json.ts';
import { below } from './pointer.ts';

interface OnEach {
  gone: (where: string, name: string) => Change[];
  gained: (where: string, name: string, revision: JsonObject) => Change[];
  kept: (where: string, base: JsonObject, revision: JsonObject) => Change[];
}

/** Compares two objects whose names are data (paths, fields, headers), entry by entry. */
export function compareNames(
  where: string,
  base: JsonObject,
  revision: JsonObject,
  { gone, gained, kept }: OnEach,
): Change[] {
  return [...new Set([...Object.keys(base), ...Object.keys(revision)])].flatMap((name) => {
    const [before, after] = [base[name], revision[name]];
    const here = below(where, name);
    if (after === undefined) return gone(here, name);
    if (before === undefined) return gained(here, name, asObject(after));
    return isSame(before, after) ? [] : kept(here, asObject(before), asObject(after));
  });
}

/** Differences in keywords that no rule judges: a keyword that is new to the gate must not slip through it. */
export function compareRest(where: string, base: JsonObject, revision: JsonObject, judged: Iterable<string>): Change[] {
  const known = new Set(judged);
  return [...new Set([...Object.keys(base), ...Object.keys(revision)])]
    .filter((keyword) => !known.has(keyword) && !isSame(base[keyword], revision[keyword]))
    .map((keyword) => breaking(where, `${keyword} changed`, 'no rule can tell what old clients make of it'));
}

/** A schema may be `true` (all is valid) or `false` (nothing is). */
function asObject(node: Json): JsonObject {
  if (isObject(node)) return node;
  return node === false ? { not: {} } : {};
}
