import { breaking, validityChange } from '../change.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { isSame } from '../json.ts';

const demands = ['pattern', 'format', 'multipleOf', 'uniqueItems'];
/** How a text is to be read: who reads it as before takes it for something else, in a request as in an answer. */
const encodings = ['contentEncoding', 'contentMediaType'];
const keywords = [...demands, ...encodings];

/** Demands on a value that are there, or not, or others: which of two patterns takes more cannot be told. */
export const assertions: SchemaRule = {
  keywords,
  compare: (base, revision, { where, direction }) =>
    keywords.flatMap((keyword) => {
      const [before, after] = [base[keyword], revision[keyword]];
      if (isSame(before, after)) return [];
      if (encodings.includes(keyword))
        return [breaking(where, `${keyword} is another`, 'the same text means something else')];
      if (before === undefined) return [validityChange(where, direction, 'narrower', `${keyword} was set`)];
      if (after === undefined) return [validityChange(where, direction, 'wider', `${keyword} is gone`)];
      return [validityChange(where, direction, 'unclear', `${keyword} changed`)];
    }),
};
