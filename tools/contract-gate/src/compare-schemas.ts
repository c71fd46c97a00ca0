import type { Change, Direction } from './change.ts';
import { compareRest } from './compare-names.ts';
import { isSame, type JsonObject } from './json.ts';
import type { SchemaPlace, SchemaRule } from './schema-rule.ts';
import { assertions } from './schema-rules/assertions.ts';
import { bounds } from './schema-rules/bounds.ts';
import { defaults } from './schema-rules/defaults.ts';
import { enums } from './schema-rules/enums.ts';
import { fields } from './schema-rules/fields.ts';
import { isUnion, unions } from './schema-rules/unions.ts';
import { parts } from './schema-rules/parts.ts';
import { requiredFields } from './schema-rules/required-fields.ts';
import { jsonTypes } from './schema-rules/json-types.ts';

const rules: SchemaRule[] = [jsonTypes, enums, requiredFields, fields, bounds, assertions, defaults, parts, unions];
const judged = rules.flatMap(({ keywords }) => keywords);

/** Changes between two schemas in canonical spelling; all that no rule judges is breaking. */
export function compareSchemas(where: string, base: JsonObject, revision: JsonObject, direction: Direction): Change[] {
  return compare(base, revision, { where, direction, compare });
}

function compare(base: JsonObject, revision: JsonObject, place: SchemaPlace): Change[] {
  if (isSame(base, revision)) return [];
  // X that becomes one of X and Y, or the other way round.
  if (isUnion(base) !== isUnion(revision)) return unions.compare(asUnion(base), asUnion(revision), place);
  return [
    ...rules.flatMap((rule) => rule.compare(base, revision, place)),
    ...compareRest(place.where, base, revision, judged),
  ];
}

function asUnion(schema: JsonObject): JsonObject {
  return isUnion(schema) ? schema : { anyOf: [schema] };
}
