import { isObject, listAt, without, type Json, type JsonObject } from './json.ts';

/** Keywords that say nothing where they have these values. */
const idle: Record<string, Json> = { uniqueItems: false, additionalProperties: true, minLength: 0, minItems: 0 };

/**
 * One spelling for schemas that mean the same: sorted sets, `const` as an enum of one, bounds of integers inclusive, null
 * as a type instead of an alternative, no `allOf` of one.
 */
export function canonicalSchema(schema: JsonObject): JsonObject {
  return withNullAsType(withoutSingleAllOf(withPlainKeywords(schema)));
}

function withPlainKeywords(schema: JsonObject): JsonObject {
  const { const: only, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const kept = Object.entries(rest).filter(([name, value]) => {
    if (name === 'additionalProperties' && isObject(value)) return Object.keys(value).length > 0;
    return idle[name] !== value && !(name === 'required' && listAt(rest, name).length === 0 && Array.isArray(value));
  });
  const plain: JsonObject = Object.fromEntries(kept);
  for (const set of ['type', 'enum', 'required']) {
    if (Array.isArray(plain[set])) plain[set] = asSet(plain[set]);
  }
  if (only !== undefined) plain['enum'] = [only];
  if (Array.isArray(plain['type']) && plain['type'].length === 1) plain['type'] = plain['type'][0] ?? 'null';

  for (const [name, limit, bound, step] of [
    ['exclusiveMinimum', exclusiveMinimum, 'minimum', 1],
    ['exclusiveMaximum', exclusiveMaximum, 'maximum', -1],
  ] as const) {
    if (limit === undefined) continue;
    const isWhole = plain['type'] === 'integer' && Number.isInteger(limit) && plain[bound] === undefined;
    if (isWhole) plain[bound] = Number(limit) + step;
    else plain[name] = limit;
  }
  return plain;
}

/** `allOf: [X]` is X, where what stands beside it does not contradict. */
function withoutSingleAllOf(schema: JsonObject): JsonObject {
  const [only, ...others] = listAt(schema, 'allOf');
  const siblings = without(schema, 'allOf');
  return others.length === 0 && isObject(only) && areDisjoint(only, siblings) ? { ...siblings, ...only } : schema;
}

/** `anyOf: [X, null]` is X whose type may be null. */
function withNullAsType(schema: JsonObject): JsonObject {
  const keyword = schema['anyOf'] ? 'anyOf' : 'oneOf';
  const branches = listAt(schema, keyword);
  const [value, ...others] = branches.filter((branch) => !isNullSchema(branch));
  const siblings = without(schema, keyword);
  if (others.length > 0 || branches.length !== 2 || !isObject(value) || value['type'] === undefined) return schema;
  if (!areDisjoint(value, siblings)) return schema;
  const nullable = { ...siblings, ...value, type: asSet([...[value['type']].flat(), 'null']) };
  return value['enum'] ? { ...nullable, enum: asSet([...listAt(value, 'enum'), null]) } : nullable;
}

function isNullSchema(schema: Json): boolean {
  return isObject(schema) && schema['type'] === 'null' && Object.keys(schema).length === 1;
}

function areDisjoint(one: JsonObject, other: JsonObject): boolean {
  return Object.keys(one).every((name) => !(name in other));
}

/** Without duplicates, in the order of their JSON. */
export function asSet(values: Json[]): Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value]))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => value);
}
