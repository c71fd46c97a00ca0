import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ProcessSpec } from './processes.ts';

/** How a process ended: by itself or by a signal. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Line {
  stream: 'stdout' | 'stderr';
  text: string;
}

export interface Child<Spec extends ProcessSpec = ProcessSpec> {
  readonly spec: Spec;
  readonly pid: number;
  /** When it has ended and all that it wrote was read. */
  readonly exited: Promise<Exit>;
  /** Its last lines of standard error. */
  readonly lastLines: readonly string[];
  /** Nothing happens where it has ended already. */
  kill(signal: NodeJS.Signals): void;
}

export interface ChildOptions {
  /** The environment that the spec's own variables are added to. */
  environment?: NodeJS.ProcessEnv;
  onLine?: (line: Line) => void;
}

const KEPT_LINES = 20;

const guard = new URL('./exit-with-parent.ts', import.meta.url).href;

/** Node keeps here what it compiled, and starts in half of the CPU time the next time; nothing is lost with it. */
const compiled = join(import.meta.dirname, '../../../node_modules/.cache/node');

/**
 * Runs a spec on this Node. It is in a process group of its own, so that Ctrl-C in a terminal reaches only who started
 * it, and it never outlives this process.
 */
export function startChild<Spec extends ProcessSpec>(
  spec: Spec,
  { environment = {}, onLine }: ChildOptions = {},
): Child<Spec> {
  spec.prepare?.();
  const node = ['--disable-warning=ExperimentalWarning', '--import', guard];
  const child = spawn(process.execPath, [...node, spec.script, ...spec.args], {
    env: { NODE_COMPILE_CACHE: compiled, ...environment, ...spec.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  }) as ChildProcessByStdio<null, Readable, Readable>;
  const { pid } = child;
  if (pid === undefined) throw new Error(`${process.execPath} cannot be started.`);
  const lastLines: string[] = [];
  readLines(child.stdout, (text) => onLine?.({ stream: 'stdout', text }));
  readLines(child.stderr, (text) => {
    lastLines.push(text);
    if (lastLines.length > KEPT_LINES) lastLines.shift();
    onLine?.({ stream: 'stderr', text });
  });
  return {
    spec,
    pid,
    exited: new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (code, signal) => resolve({ code, signal }));
    }),
    lastLines,
    kill: (signal) => void child.kill(signal),
  };
}

function readLines(input: Readable, onLine: (line: string) => void): void {
  createInterface({ input, crlfDelay: Infinity }).on('line', onLine);
}
