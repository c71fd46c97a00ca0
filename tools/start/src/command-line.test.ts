import { expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.ts';

it('starts on the usual ports, without logs, where nothing is asked', () => {
  expect(parseCommandLine([])).toEqual({ requireAuth: false, portOffset: 0, logs: false });
});

it('takes every option', () => {
  const redis = ['--redis', 'redis://localhost:6379', '--require-auth'];
  const args = [
    '--products',
    '5000',
    '--catalogue',
    'a.json',
    '--data',
    'kept',
    '--port-offset',
    '100',
    '--logs',
    ...redis,
  ];
  expect(parseCommandLine(args)).toEqual({
    products: 5000,
    catalogueFile: 'a.json',
    dataDirectory: 'kept',
    requireAuth: true,
    redisUrl: 'redis://localhost:6379',
    portOffset: 100,
    logs: true,
  });
});

it.each([
  [['--port-offset', '1.5'], '--port-offset has to be a whole number from 0 to 56000, not "1.5".'],
  [['--port-offset', '60000'], '--port-offset has to be a whole number from 0 to 56000, not "60000".'],
  [['--products', '0'], '--products has to be a whole number from 1 to 10000000, not "0".'],
  [['--products', '-1'], "Option '--products' argument is ambiguous"],
  [['--redis', 'localhost:6379'], '--redis has to be a URL such as redis://localhost:6379, not "localhost:6379".'],
  [['--prot-offset', '1'], "Unknown option '--prot-offset'"],
  [['fast'], "Unexpected argument 'fast'"],
])('refuses %j and says why', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
