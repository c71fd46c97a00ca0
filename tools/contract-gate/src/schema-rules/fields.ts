import { additive, breaking, validityChange, type Change } from '../change.ts';
import { compareNames } from '../compare-names.ts';
import type { SchemaPlace, SchemaRule } from '../schema-rule.ts';
import { isObject, objectAt, type JsonObject } from '../json.ts';
import { below } from '../pointer.ts';

/** Fields of an object, and whether it may have others. */
export const fields: SchemaRule = {
  keywords: ['properties', 'additionalProperties'],
  compare: (base, revision, place) => [
    ...compareNames(below(place.where, 'properties'), objectAt(base, 'properties'), objectAt(revision, 'properties'), {
      gone: (where, name) => [
        breaking(where, `field ${name} is gone`, 'old clients read or send it, and it may come back as something else'),
      ],
      gained: (where, name, field) => gainedField(base, field, name, { ...place, where }),
      kept: (where, before, after) => place.compare(before, after, { ...place, where }),
    }),
    ...compareOthers(base, revision, place),
  ],
};

function gainedField(base: JsonObject, field: JsonObject, name: string, place: SchemaPlace): Change[] {
  const what = `field ${name} is new`;
  const others = base['additionalProperties'];
  if (others === false) return [validityChange(place.where, place.direction, 'wider', `${what} in a closed object`)];
  // The name was valid before, with values of that schema.
  if (isObject(others)) return place.compare(others, field, place);
  return [additive(place.where, what, 'old clients neither send it nor read it')];
}

function compareOthers(base: JsonObject, revision: JsonObject, place: SchemaPlace): Change[] {
  const { where, direction } = place;
  const [before, after] = [base['additionalProperties'] ?? {}, revision['additionalProperties'] ?? {}];
  if (before === false || after === false) {
    if (before === after) return [];
    return before === false
      ? [validityChange(where, direction, 'wider', 'may have other fields now')]
      : [validityChange(where, direction, 'narrower', 'may have no other fields any more')];
  }
  if (!isObject(before) || !isObject(after)) return [];
  return place.compare(before, after, { ...place, where: below(where, 'additionalProperties') });
}
