/** What every project's jest.config.js spreads. Sources are ESM TypeScript; nothing is built before a test. */
export const base = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
  // What judges lateness needs the machine to itself: the target test-alone runs it.
  testPathIgnorePatterns: ['/node_modules/', '\\.alone\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': new URL('./jest.transform.js', import.meta.url).pathname },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalTeardown: new URL('./jest.teardown.js', import.meta.url).pathname,
  passWithNoTests: false,
  // Ends what hangs. It judges no time: a test that does says so itself, and several processes a test take theirs.
  testTimeout: 30_000,
};
