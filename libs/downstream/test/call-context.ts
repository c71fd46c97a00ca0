import { afterEach } from '@jest/globals';
import { Deadline } from '@product-bffs/composition';
import type { CallContext } from '../src/index.ts';

const deadlines: Deadline[] = [];

afterEach(() => {
  for (const deadline of deadlines.splice(0)) deadline.end();
});

/** What a request hands to its calls; its deadline ends with the test. */
export function callContext(budgetMs = 10_000): CallContext {
  const deadline = new Deadline({ budgetMs });
  deadlines.push(deadline);
  let spans = 0;
  return {
    deadline,
    requestId: 'request-of-the-test',
    childTraceparent: () => `00-${'a'.repeat(32)}-${String((spans += 1)).padStart(16, '0')}-01`,
  };
}
