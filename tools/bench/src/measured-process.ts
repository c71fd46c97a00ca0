import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** What is measured: a process, and where it answers. */
export interface MeasuredSpec {
  /** Names it in what is printed and written. */
  name: string;
  /** Absolute path of what Node runs. */
  /** Options of Node. */
  flags?: string[];
  script: string;
  args: string[];
  environment: Record<string, string>;
  /** Base URL, without a slash at the end. */
  url: string;
  /** Answers 200 once it is ready. */
  readyUrl: string;
  /** Called before it is started: writes the files that it reads. */
  prepare?: (() => void) | undefined;
  /** File that its standard output goes to; absent = nowhere. */
  outputFile?: string;
}

export interface MeasuredProcess {
  readonly pid: number;
  /** From before it was spawned until it answered that it is ready. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

const POLL_MS = 4;
const START_LIMIT_MS = 30_000;

const running = new Set<() => void>();
/** Nothing that was started here outlives this process. */
process.on('exit', () => {
  for (const kill of running) kill();
});

/**
 * Starts a process the way an image does: Node, a script, the variables, and nothing else that would cost time or memory.
 * @throws Error where it ends, or is not ready within 30 s
 */
export async function startMeasured(spec: MeasuredSpec): Promise<MeasuredProcess> {
  spec.prepare?.();
  const output = spec.outputFile === undefined ? 'ignore' : openSync(spec.outputFile, 'a');
  const begunMs = performance.now();
  const child = spawn(process.execPath, [...(spec.flags ?? []), spec.script, ...spec.args], {
    env: spec.environment,
    stdio: ['ignore', output, 'pipe'],
  });
  if (output !== 'ignore') closeSync(output);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${process.execPath} cannot be started.`);
  const kill = () => void child.kill('SIGKILL');
  running.add(kill);
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exited = once(child, 'close').then(() => running.delete(kill));
  const stop = async () => {
    kill();
    await exited;
  };
  while (!(await isReady(spec.readyUrl))) {
    if (child.exitCode !== null || performance.now() - begunMs > START_LIMIT_MS) {
      await stop();
      throw new Error(`${spec.name} does not start.\n${errors}`);
    }
    await delay(POLL_MS);
  }
  return { pid, startedInMs: performance.now() - begunMs, stop };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true;
}
