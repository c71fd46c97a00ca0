import { expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.ts';

it('measures everything on 100,000 products where nothing is asked', () => {
  expect(parseCommandLine([])).toEqual({ quick: false, products: 100_000 });
});

it('takes every option', () => {
  expect(parseCommandLine(['--quick', '--only', 'web-warm,start', '--products', '300'])).toEqual({
    quick: true,
    only: ['web-warm', 'start'],
    products: 300,
  });
});

it.each([
  [['--only', 'web-warm,cool'], /^--only takes web-warm, .*, memory; not cool\.$/],
  [['--products', '0'], '--products has to be a whole number from 1 to 10000000, not "0".'],
  [['--products', '1e3x'], '--products has to be a whole number from 1 to 10000000, not "1e3x".'],
  [['--fast'], "Unknown option '--fast'"],
])('refuses %j and says why', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
