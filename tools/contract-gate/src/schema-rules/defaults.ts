import { breaking, type Change } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { isSame } from '../json.ts';

/** What is meant where nothing is said. */
export const defaults: SchemaRule = {
  keywords: ['default'],
  compare: ({ default: before }, { default: after }, { where }): Change[] => {
    if (isSame(before, after)) return [];
    const what = `default ${JSON.stringify(before)} became ${JSON.stringify(after)}`;
    if (before !== undefined) return [breaking(where, what, 'saying nothing means something else now')];
    const why = 'says what was left open; it is for people to see that it was so before';
    return [{ level: 'noticeable', where, what: `default ${JSON.stringify(after)} was set`, why }];
  },
};
