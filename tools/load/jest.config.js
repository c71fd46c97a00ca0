import { base } from '../../jest.base.js';

export default { ...base, displayName: 'load', testTimeout: 120_000, maxWorkers: 1 };
