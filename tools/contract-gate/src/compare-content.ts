import { additive, breaking, type Change, type Direction } from './change.ts';
import { compareNames, compareRest } from './compare-names.ts';
import { compareSchemas } from './compare-schemas.ts';
import { objectAt, type JsonObject } from './json.ts';
import { below } from './pointer.ts';

/** Changes between two maps from media types to what stands in them. */
export function compareContent(where: string, base: JsonObject, revision: JsonObject, direction: Direction): Change[] {
  return compareNames(where, base, revision, {
    gone: (at, type) => [breaking(at, `media type ${type} is gone`, 'old clients send it or ask for it')],
    gained: (at, type) => [additive(at, `media type ${type} is new`, 'only who names it meets it')],
    kept: (at, before, after) => [
      ...compareValue(at, before, after, direction),
      ...compareRest(at, before, after, ['schema']),
    ],
  });
}

/** Changes of the schema below something that has one: a media type, a parameter, a header. */
export function compareValue(where: string, base: JsonObject, revision: JsonObject, direction: Direction): Change[] {
  return compareSchemas(below(where, 'schema'), objectAt(base, 'schema'), objectAt(revision, 'schema'), direction);
}
