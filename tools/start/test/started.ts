import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const main = join(import.meta.dirname, '../src/main.ts');

/** The command, running. */
export interface Started {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves with how it ended. */
  ended: Promise<{ code: number | null; signal: string | null }>;
  /** Pids of its children, by name. @throws Error with all that was written, where it ends before everything is ready */
  ready(): Promise<Record<string, number>>;
}

/** Runs the command as a terminal would: at the head of a process group of its own. */
export function startCommand(...args: string[]): Started {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  let over = false;
  void ended.then(() => (over = true));
  return {
    pid: child.pid ?? NaN,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    ended,
    async ready() {
      await until(() => over || written.stdout.includes('Ctrl-C stops everything.'));
      if (over) throw new Error(`It has ended:\n${written.stdout}${written.stderr}`);
      const lines = written.stdout.matchAll(/^ {2}(\S+) +http:\S+ +pid (\d+)$/gm);
      return Object.fromEntries([...lines].map(([, name = '', pid]) => [name, Number(pid)]));
    },
  };
}

/** Waits for a condition that nothing announces; the test's own time limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
