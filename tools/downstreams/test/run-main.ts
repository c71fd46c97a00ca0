import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const main = join(import.meta.dirname, '../src/main.ts');

/** Runs to its end. */
export async function runMain(...options: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [main, ...options]);
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: exit[0] as number | null, stdout, stderr };
}

export interface RunningMain {
  /** What it has printed by the time all services were ready, one line each. */
  lines: string[];
  /** The services' base URLs, in the order printed. */
  urls: string[];
  /** Sends the signal and gives the exit code; null = the signal killed it. */
  stop: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
}

/** Runs until it is stopped; resolves when so many services are ready. */
export async function startMain(services: number, ...options: string[]): Promise<RunningMain> {
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = await firstLines(child, services);
  return {
    lines,
    urls: lines.map((line) => /http:\S+?(?=,|$)/.exec(line)?.[0] ?? ''),
    stop: async (signal) => {
      const exit = once(child, 'exit');
      child.kill(signal);
      return (await exit)[0] as number | null;
    },
  };
}

async function firstLines(child: ChildProcess, count: number): Promise<string[]> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const lines = printed.split('\n').slice(0, -1);
    if (lines.length >= count) return lines;
  }
  throw new Error(`It ended before ${count} services were ready: ${printed}`);
}
