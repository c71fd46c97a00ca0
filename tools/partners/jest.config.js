import { base } from '../../jest.base.js';

/** Each command is a process of its own, several in most tests. */
export default { ...base, displayName: 'partners', testTimeout: 60_000 };
