import { expect, it } from '@jest/globals';
import { claimsOf, isMet } from './claims.ts';
import type { MeasuredCell, Results } from './results.ts';

const nothing = { median: 0, min: 0, max: 0 };
const cell = (name: string, cpuMicrosByRound: number[]): MeasuredCell => ({
  name,
  subject: name,
  requests: 1,
  failed: 0,
  cpuMicros: nothing,
  requestsPerSecond: nothing,
  p50Ms: nothing,
  p99Ms: nothing,
  callsPerRequest: nothing,
  busy: nothing,
  cpuMicrosByRound,
});

const results = (cells: MeasuredCell[]): Results => ({
  date: '2026-11-21',
  node: 'v24.0.0',
  cores: 2,
  products: 10,
  durationS: 1,
  scenarios: [{ name: 'web-warm', title: '', connections: 1, rounds: 3, cells }],
});

it('takes ratios within a round, so that a slow minute does not count for one side alone', () => {
  const claims = claimsOf(results([cell('bare', [10, 20, 10]), cell('ours', [14, 28, 20])]));
  expect(claims).toEqual([
    { what: 'web-bff warm ÷ bare node:http constant', value: { median: 1.4, min: 1.4, max: 2 }, unit: '×', limit: 1.5 },
  ]);
});

it('tells nothing of what was not measured', () => {
  expect(claimsOf(results([cell('bare', [10])]))).toEqual([]);
});

it.each([
  [1.5, true],
  [1.51, false],
])('a median of %d meets a limit of 1.5: %j', (median, met) => {
  expect(isMet({ what: '', value: { median, min: 1, max: 2 }, unit: '×', limit: 1.5 })).toBe(met);
});
