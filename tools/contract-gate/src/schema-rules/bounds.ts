import { validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import type { Json, JsonObject } from '../json.ts';

const kinds = [
  { inclusive: 'minimum', exclusive: 'exclusiveMinimum', sign: 1 },
  { inclusive: 'maximum', exclusive: 'exclusiveMaximum', sign: -1 },
  ...['minLength', 'minItems', 'minProperties'].map((inclusive) => ({ inclusive, exclusive: '', sign: 1 })),
  ...['maxLength', 'maxItems', 'maxProperties'].map((inclusive) => ({ inclusive, exclusive: '', sign: -1 })),
];

/** How much a number, a text, a list or an object may be. */
export const bounds: SchemaRule = {
  keywords: kinds.flatMap(({ inclusive, exclusive }) => [inclusive, exclusive]),
  compare: (base, revision, { where, direction }) =>
    kinds.flatMap((kind) => {
      const [before, after] = [boundOf(base, kind), boundOf(revision, kind)];
      const stricter = after.strictness - before.strictness || after.exclusive - before.exclusive;
      // NaN where both are absent.
      if (!stricter) return [];
      const what = `${kind.inclusive} ${before.text} became ${after.text}`;
      return [validityChange(where, direction, stricter > 0 ? 'narrower' : 'wider', what)];
    }),
};

/** The bound that decides, as a number that grows with its strictness. */
function boundOf(schema: JsonObject, { inclusive, exclusive, sign }: (typeof kinds)[number]) {
  const [usual, beyond] = [strictnessOf(schema[inclusive], sign), strictnessOf(schema[exclusive], sign)];
  return beyond >= usual && beyond > -Infinity
    ? { strictness: beyond, exclusive: 1, text: `${String(sign * beyond)} (exclusive)` }
    : { strictness: usual, exclusive: 0, text: usual === -Infinity ? 'none' : String(sign * usual) };
}

function strictnessOf(limit: Json | undefined, sign: number): number {
  return typeof limit === 'number' ? sign * limit : -Infinity;
}
