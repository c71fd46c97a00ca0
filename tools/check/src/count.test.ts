import { expect, it } from '@jest/globals';
import { countJestReports } from './count.ts';

type Report = Record<string, unknown> | null;

const passed = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const failed = { numPassedTests: 2, numFailedTests: 3, numRuntimeErrorTestSuites: 0 };
const broken = { numPassedTests: 1, numFailedTests: 0, numRuntimeErrorTestSuites: 2 };

it.each<[what: string, reports: Report[], counts: { passed: number; failed: number }]>([
  ['nothing', [], { passed: 0, failed: 0 }],
  ['one project', [passed], { passed: 7, failed: 0 }],
  ['several projects', [passed, failed, passed], { passed: 16, failed: 3 }],
  ['test files that did not load, each as a failure', [broken], { passed: 1, failed: 2 }],
  ['projects without a report as nothing', [null, passed, null], { passed: 7, failed: 0 }],
  ['a report of no tests as nothing', [{}], { passed: 0, failed: 0 }],
])('counts %s', (_what, reports, counts) => {
  const read = (path: string) => {
    const report = reports[Number(path)];
    if (report === null) throw new Error(`ENOENT: no such file: ${path}`);
    return JSON.stringify(report);
  };
  expect(countJestReports(Object.keys(reports), read)).toEqual(counts);
});

it('does not take a report that cannot be read for one that is not there', () => {
  expect(() => countJestReports(['report'], () => '{"numPassedTests":')).toThrow(SyntaxError);
});
