import { base } from '../../jest.base.js';

/** One file after the other: lateness is judged, and the machine is the only thing that may be late. */
export default { ...base, displayName: 'system-tests', testTimeout: 120_000, maxWorkers: 1 };
