import { validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import type { JsonObject } from '../json.ts';

const all = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** Types, null among them: an integer is a number. */
export const jsonTypes: SchemaRule = {
  keywords: ['type'],
  compare: (base, revision, { where, direction }) => {
    const [before, after] = [typesOf(base), typesOf(revision)];
    const lost = before.filter((type) => !after.includes(type));
    const gained = after.filter((type) => !before.includes(type));
    return [
      ...lost.map((type) => validityChange(where, direction, 'narrower', `${type} is no longer a type of it`)),
      ...gained.map((type) => validityChange(where, direction, 'wider', `${type} became a type of it`)),
    ];
  },
};

function typesOf({ type }: JsonObject): string[] {
  const named = type === undefined ? all : [type].flat().map(String);
  return named.includes('number') ? [...new Set([...named, 'integer'])] : named;
}
