import { base } from '../../jest.base.js';

/** Compilers and a BFF's process are started. */
export default { ...base, displayName: 'client-types', testTimeout: 180_000 };
