import { expect, it } from '@jest/globals';
import { a } from './a.ts';
it('adds', () => {
  expect(a(1)).toBe(2);
});
