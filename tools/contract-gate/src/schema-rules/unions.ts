import { validityChange, type Change } from '../change.ts';
import type { SchemaPlace, SchemaRule } from '../schema-rule.ts';
import { isObject, isSame, listAt, objectAt, type Json, type JsonObject } from '../json.ts';
import { below } from '../pointer.ts';

const keywords = ['anyOf', 'oneOf', 'allOf'];

/** Whether a schema says only that a value is one of several. */
export function isUnion(schema: JsonObject): boolean {
  const [keyword, ...others] = Object.keys(schema);
  return others.length === 0 && (keyword === 'anyOf' || keyword === 'oneOf');
}

/** Alternatives, and what has to be true together. `anyOf` and `oneOf` are the same to who reads. */
export const unions: SchemaRule = {
  keywords,
  compare: (base, revision, place) => [
    ...compareBranches(alternatives(base), alternatives(revision), place, {
      keyword: revision['oneOf'] ? 'oneOf' : 'anyOf',
      gone: 'narrower',
      gained: 'wider',
    }),
    ...compareBranches(listAt(base, 'allOf'), listAt(revision, 'allOf'), place, {
      keyword: 'allOf',
      gone: 'wider',
      gained: 'narrower',
    }),
  ],
};

interface Meaning {
  keyword: string;
  gone: 'narrower' | 'wider';
  gained: 'narrower' | 'wider';
}

function compareBranches(before: Json[], after: Json[], place: SchemaPlace, meaning: Meaning): Change[] {
  const { where, direction } = place;
  const at = below(where, meaning.keyword);
  if (before.length === 0 || after.length === 0) {
    if (before.length === after.length) return [];
    return before.length === 0
      ? [validityChange(at, direction, 'narrower', 'has to fit alternatives now')]
      : [validityChange(at, direction, 'wider', 'no longer has to fit alternatives')];
  }
  const gained = [...after];
  const take = (isMatch: (branch: Json) => boolean) => {
    const index = gained.findIndex(isMatch);
    return index < 0 ? undefined : gained.splice(index, 1)[0];
  };
  const changed = before.filter((branch) => take((other) => isSame(branch, other)) === undefined);
  const changes = changed.flatMap((branch) => {
    const partner = take((other) => isSame(kindOf(branch), kindOf(other)));
    if (!isObject(branch) || !isObject(partner)) {
      return [validityChange(at, direction, meaning.gone, `alternative ${nameOf(branch)} is gone`)];
    }
    return place.compare(branch, partner, { ...place, where: below(at, String(after.indexOf(partner))) });
  });
  return [
    ...changes,
    ...gained.map((branch) => validityChange(at, direction, meaning.gained, `alternative ${nameOf(branch)} is new`)),
  ];
}

/** What tells an alternative from its siblings: its type, and the fields that have one value only. */
function kindOf(branch: Json): Json {
  if (!isObject(branch)) return branch;
  const tags = Object.entries(objectAt(branch, 'properties')).flatMap(([name, field]) =>
    isObject(field) && listAt(field, 'enum').length === 1 ? [[name, ...listAt(field, 'enum')]] : [],
  );
  return [branch['type'] ?? null, ...tags];
}

function nameOf(branch: Json): string {
  return JSON.stringify(kindOf(branch));
}

function alternatives(schema: JsonObject): Json[] {
  return [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
}
