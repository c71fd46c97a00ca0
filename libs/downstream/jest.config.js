import { base } from '../../jest.base.js';

const { passWithNoTests, ...project } = base;

/** What goes over the wire is the same over both adapters of axios. */
const overTheWire = ['clients', 'failures', 'wire-answers', 'deadlines', 'names-and-certificates'];

export default {
  passWithNoTests,
  projects: [
    { ...project, displayName: 'downstream', globals: { adapter: 'undici' } },
    {
      ...project,
      displayName: 'downstream over http',
      globals: { adapter: 'http' },
      testMatch: overTheWire.map((name) => `<rootDir>/test/${name}.test.ts`),
    },
  ],
};
