/** What a failed test leaves open (a timer, a socket) would keep jest, and whoever waits for it, for ever. */
const GRACE_MS = 10_000;

/**
 * Ends the run as failed where something still keeps it alive so long after its last test. Its report is written by then.
 * Who watches goes on.
 */
export default function teardown({ watch, watchAll }) {
  if (watch || watchAll) return;
  setTimeout(() => {
    process.stderr.write('Jest was ended: something that a test left open kept it alive.\n');
    process.exit(1);
  }, GRACE_MS).unref();
}
