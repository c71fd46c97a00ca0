import { base } from '../../jest.base.js';

export default { ...base, displayName: 'bench', testTimeout: 60_000, maxWorkers: 1 };
