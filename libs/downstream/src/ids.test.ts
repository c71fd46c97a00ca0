import { describe, expect, it } from '@jest/globals';
import { idSchema, idsParam, MAX_IDS } from './ids.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `p-${n}`);

describe('an id', () => {
  it.each(['a', '7', 'lamp', 'desk-lamp-2', 'a--b', 'a-', 'x'.repeat(64), '0'.repeat(64)])('may be %s', (id) => {
    expect(idSchema.parse(id)).toBe(id);
  });

  it.each([
    ['empty', ''],
    ['longer than 64', 'x'.repeat(65)],
    ['in upper case', 'Lamp'],
    ['with a hyphen first', '-lamp'],
    ['with an underscore', 'desk_lamp'],
    ['with a space', 'desk lamp'],
    ['a path', 'a/b'],
    ['a way up', '..'],
    ['percent-encoded', 'a%2fb'],
    ['with a query', 'a?b'],
    ['in letters beyond ASCII', 'lämp'],
    ['in digits beyond ASCII', '٣'],
    ['with a line feed at its end', 'lamp\n'],
    ['with a NUL', 'lamp\0'],
    ['a number', 7],
    ['nothing', undefined],
  ])('is never %s', (_what, id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  });
});

describe('?ids=', () => {
  it.each([
    ['one', 'lamp', ['lamp']],
    ['several, in the order asked', 'shade,lamp,bulb', ['shade', 'lamp', 'bulb']],
    ['duplicates, folded to where they came first', 'shade,lamp,shade,lamp', ['shade', 'lamp']],
    ['as many as a list takes', numbered(MAX_IDS).join(','), numbered(MAX_IDS)],
    ['more than that with duplicates', [...numbered(MAX_IDS), 'p-0', 'p-1'].join(','), numbered(MAX_IDS)],
  ])('takes %s', (_what, text, ids) => {
    expect(idsParam.parse(text)).toEqual(ids);
  });

  it.each([
    ['nothing', undefined, 'is missing: 1 to 100 ids, separated by commas'],
    ['an empty text', '', /^must be 1 to 64 lower-case/],
    ['a comma alone', ',', /^must be 1 to 64 lower-case/],
    ['a comma at the end', 'lamp,', /^must be 1 to 64 lower-case/],
    ['white space', 'lamp, shade', /^must be 1 to 64 lower-case/],
    ['one that is no id', 'lamp,Shade', /^must be 1 to 64 lower-case/],
    ['one too many', numbered(MAX_IDS + 1).join(','), 'must be at most 100 ids'],
  ])('refuses %s, and says why', (_what, text, message) => {
    const { error } = idsParam.safeParse(text);
    expect(error?.issues[0]?.message).toMatch(message);
  });
});
