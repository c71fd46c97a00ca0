import { base } from '../../jest.base.js';

export default { ...base, displayName: 'start', testTimeout: 60_000, maxWorkers: 1 };
