import { validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { isSame } from '../json.ts';

const keywords = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding', 'contentMediaType'];

/** Demands on a value that are there, or not, or others: which of two patterns takes more cannot be told. */
export const assertions: SchemaRule = {
  keywords,
  compare: (base, revision, { where, direction }) =>
    keywords.flatMap((keyword) => {
      const [before, after] = [base[keyword], revision[keyword]];
      if (isSame(before, after)) return [];
      if (before === undefined) return [validityChange(where, direction, 'narrower', `${keyword} was set`)];
      if (after === undefined) return [validityChange(where, direction, 'wider', `${keyword} is gone`)];
      return [validityChange(where, direction, 'unclear', `${keyword} changed`)];
    }),
};
