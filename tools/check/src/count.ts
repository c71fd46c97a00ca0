interface Counts {
  passed: number;
  failed: number;
}

/**
 * Adds up jest's JSON reports. A project without a report has no tests (jest itself fails where it finds none); a test
 * file that did not even load counts as one failure.
 * @param read returns a report's text, or throws where there is none
 */
export function countJestReports(paths: string[], read: (path: string) => string): Counts {
  const total = { passed: 0, failed: 0 };
  for (const path of paths) {
    let text: string;
    try {
      text = read(path);
    } catch {
      continue;
    }
    const report = JSON.parse(text) as Record<string, number>;
    total.passed += report['numPassedTests'] ?? 0;
    total.failed += (report['numFailedTests'] ?? 0) + (report['numRuntimeErrorTestSuites'] ?? 0);
  }
  return total;
}
