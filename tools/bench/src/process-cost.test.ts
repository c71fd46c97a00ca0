import { expect, it } from '@jest/globals';
import { cpuMicros, residentBytes } from './process-cost.ts';

it('counts the CPU time of a process as the process itself does', () => {
  const begun = performance.now();
  while (performance.now() - begun < 100);
  const { user, system } = process.cpuUsage();
  // A tick is 10 ms; user and system are rounded each.
  expect(Math.abs(cpuMicros(process.pid) - user - system)).toBeLessThan(50_000);
});

it('sees what a process has in memory', () => {
  const before = residentBytes(process.pid);
  const kept = Buffer.alloc(64_000_000, 1);
  expect(residentBytes(process.pid) - before).toBeGreaterThan(0.8 * kept.length);
});
