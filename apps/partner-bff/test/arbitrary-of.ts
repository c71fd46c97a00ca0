import fc from 'fast-check';
import * as z from 'zod';

type Json = Record<string, unknown>;

/** Anything at all that a schema takes, as far as records of products use the language of schemas. */
export function arbitraryOf<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  const { $defs, ...whole } = z.toJSONSchema(schema) as Json;
  const named = Object.values(($defs ?? {}) as Record<string, Json>);
  return arbitrary(named[0] ?? whole).filter((value) => schema.safeParse(value).success) as fc.Arbitrary<T>;
}

function arbitrary(schema: Json): fc.Arbitrary<unknown> {
  if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if ('anyOf' in schema) return fc.oneof(...(schema['anyOf'] as Json[]).map(arbitrary));
  const { type } = schema;
  if (Array.isArray(type)) return fc.oneof(...(type as string[]).map((one) => arbitrary({ ...schema, type: one })));
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer': {
      const { minimum = -(2 ** 31), exclusiveMinimum, maximum = 2 ** 31 } = schema as Record<string, number>;
      return fc.integer({
        min: exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1,
        max: Math.min(maximum, 2 ** 31),
      });
    }
    case 'string':
      if (schema['format'] === 'date-time') {
        return fc
          .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
          .map((d) => d.toISOString());
      }
      return 'pattern' in schema ? fc.stringMatching(new RegExp(schema['pattern'] as string)) : fc.string();
    case 'array':
      return fc.array(arbitrary(schema['items'] as Json), { maxLength: 5 });
    case 'object': {
      const { properties = {}, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] };
      const fields = Object.entries(properties).map(([name, field]) => [name, arbitrary(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
    }
    default:
      throw new Error(`No arbitrary of ${JSON.stringify(schema)}`);
  }
}
