import { expect, it } from '@jest/globals';
import { percentile, spreadOf } from './statistics.ts';

it.each([
  [[3], { median: 3, min: 3, max: 3 }],
  [[5, 1, 3], { median: 3, min: 1, max: 5 }],
  [[4, 1, 10, 2], { median: 3, min: 1, max: 10 }],
])('the spread of %j is %j', (values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});

it('nothing has no spread', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});

it.each([
  [50, 2],
  [75, 3],
  [99, 4],
  [100, 4],
  [0, 1],
])('%d per cent of 1, 2, 3, 4 do not exceed %d', (percent, value) => {
  expect(percentile([1, 2, 3, 4], percent)).toBe(value);
});
