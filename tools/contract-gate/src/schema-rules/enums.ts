import { validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { isSame, listAt } from '../json.ts';

/** Values of a closed list; no list means that every value is valid. */
export const enums: SchemaRule = {
  keywords: ['enum'],
  compare: (base, revision, { where, direction }) => {
    const [before, after] = [listAt(base, 'enum'), listAt(revision, 'enum')];
    if (!base['enum'] && !revision['enum']) return [];
    if (!base['enum']) return [validityChange(where, direction, 'narrower', 'became one of a list of values')];
    if (!revision['enum']) return [validityChange(where, direction, 'wider', 'is no longer one of a list of values')];
    const lost = before.filter((value) => !after.some((other) => isSame(value, other)));
    const gained = after.filter((value) => !before.some((other) => isSame(value, other)));
    return [
      ...lost.map((value) => validityChange(where, direction, 'narrower', `lost the value ${JSON.stringify(value)}`)),
      ...gained.map((value) => validityChange(where, direction, 'wider', `gained the value ${JSON.stringify(value)}`)),
    ];
  },
};
