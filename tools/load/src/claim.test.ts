import { expect, it } from '@jest/globals';
import { atLeast, atMost, printed } from './claim.ts';

it.each([
  [atMost('calls', 1.1, 1.1), true],
  [atMost('calls', 1.2, 1.1), false],
  [atLeast('good', 0.9, 0.9), true],
  [atLeast('good', 0.8, 0.9), false],
])('%j holds: %s', ({ holds }, expected) => {
  expect(holds).toBe(expected);
});

it('is printed with what had to hold and what was measured', () => {
  expect(printed('tail', [atMost('p99', 12.34567, 10, ' ms', true)], true)).toBe(
    'tail\n  FAILED  p99: at most 10 ms; got 12.346 ms\n',
  );
});

it('calls no time failed where none is judged', () => {
  const claims = [atMost('p99', 12, 10, ' ms', true), atMost('calls', 2, 1)];
  expect(printed('tail', claims, false)).toBe(
    'tail\n  busy?   p99: at most 10 ms; got 12 ms\n  FAILED  calls: at most 1; got 2\n',
  );
});
