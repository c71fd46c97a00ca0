/** A process of its own that follows the prices' changes until SIGTERM, and then has nothing left to do. */
import { followChanges } from '../src/follow-changes.ts';

const [url = ''] = process.argv.slice(2);
const options = { downstream: 'pricing', url, timeoutMs: 5000, userAgent: 'test', everyMs: 10 };
const end = followChanges({ ...options, onChange: () => undefined });
const staysAlive = setInterval(() => undefined, 1000);
process.once('SIGTERM', () => {
  clearInterval(staysAlive);
  end();
});
