import { validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { listAt } from '../json.ts';
import { below } from '../pointer.ts';

/** Fields that are always there. */
export const requiredFields: SchemaRule = {
  keywords: ['required'],
  compare: (base, revision, { where, direction }) => {
    const [before, after] = [listAt(base, 'required').map(String), listAt(revision, 'required').map(String)];
    const at = (name: string) => below(where, 'properties', name);
    return [
      ...before
        .filter((name) => !after.includes(name))
        .map((name) => validityChange(at(name), direction, 'wider', `${name} is no longer required`)),
      ...after
        .filter((name) => !before.includes(name))
        .map((name) => validityChange(at(name), direction, 'narrower', `${name} became required`)),
    ];
  },
};
