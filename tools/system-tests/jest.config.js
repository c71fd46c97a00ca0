import { base } from '../../jest.base.js';

/** Two files at a time: none of them judges time. What does is named *.alone.test.ts. */
export default { ...base, displayName: 'system-tests', testTimeout: 120_000, maxWorkers: 2 };
