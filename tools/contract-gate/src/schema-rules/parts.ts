import type { SchemaRule } from '../schema-rule.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { below } from '../pointer.ts';

const keywords = ['items', 'propertyNames'];

/** Schemas of what a value is made of; absent means that all is valid. */
export const parts: SchemaRule = {
  keywords,
  compare: (base, revision, place) =>
    keywords.flatMap((keyword) =>
      place.compare(asSchema(base[keyword]), asSchema(revision[keyword]), {
        ...place,
        where: below(place.where, keyword),
      }),
    ),
};

function asSchema(node: Json | undefined): JsonObject {
  if (isObject(node)) return node;
  return node === false ? { not: {} } : {};
}
