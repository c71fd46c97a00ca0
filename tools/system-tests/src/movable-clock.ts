/** Runs the script named first with a clock that SIGUSR2 moves on, by the milliseconds named second. */
import { CLOCK_MOVED } from './movable-clock-protocol.ts';

const [, , script = '', stepMs = ''] = process.argv;
const now = Date.now;
let aheadMs = 0;
Date.now = () => now() + aheadMs;
process.on('SIGUSR2', () => {
  aheadMs += Number(stepMs);
  process.stdout.write(`${CLOCK_MOVED}\n`);
});
await import(script);
