import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type Child, type ChildOptions, type Exit, type Line } from './child.ts';
import type { ProcessSpec } from './processes.ts';

/** A process has ended though nobody asked it to. */
export class Crashed extends Error {
  override readonly name = 'Crashed';

  constructor({ spec, lastLines }: Child, { code, signal }: Exit) {
    const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
    super([`${spec.name} has ended (${how}).`, ...lastLines.map((line) => `  ${line}`)].join('\n'));
  }
}

export interface System<Spec extends ProcessSpec> {
  readonly children: readonly Child<Spec>[];
  /** Starts the BFFs when all services answer. @returns when the BFFs do, too. @throws Crashed */
  ready(): Promise<void>;
  /** Rejects with Crashed when one of them ends before stop() is called; never resolves. */
  readonly crash: Promise<never>;
  /** SIGTERM to the BFFs, then to the services they call; SIGKILL to whatever is left after the grace (milliseconds). */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL to all. */
  kill(): void;
}

interface SystemOptions extends Omit<ChildOptions, 'onLine'> {
  onLine?: (name: string, line: Line) => void;
}

const STOP_GRACE_MS = 4000;

/** Starts the services, and once all of them answer (by `ready`), the BFFs: who asks before that, remembers for a while that nobody was there. */
export function startSystem<Spec extends ProcessSpec>(
  specs: readonly Spec[],
  { onLine, ...options }: SystemOptions = {},
): System<Spec> {
  let stopping = false;
  const children: Child<Spec>[] = [];
  const { promise: crash, reject } = Promise.withResolvers<never>();
  crash.catch(() => undefined);
  const start = (role: ProcessSpec['role']): Child<Spec>[] => {
    if (stopping) return [];
    const started = specs
      .filter((spec) => spec.role === role)
      .map((spec) => startChild(spec, { ...options, onLine: (line) => onLine?.(spec.name, line) }));
    for (const child of started) {
      void child.exited.then((exit) => {
        if (!stopping) reject(new Crashed(child, exit));
      });
    }
    children.push(...started);
    return started;
  };
  const services = start('service');

  const kill = () => {
    stopping = true;
    for (const child of children) child.kill('SIGKILL');
  };
  return {
    children,
    crash,
    ready: async () => {
      await Promise.all(services.map((child) => whenReady(child)));
      await Promise.all(start('bff').map((child) => whenReady(child)));
    },
    async stop(graceMs = STOP_GRACE_MS) {
      stopping = true;
      const overdue = setTimeout(kill, graceMs);
      for (const role of ['bff', 'service'] as const) {
        const some = children.filter(({ spec }) => spec.role === role);
        for (const child of some) child.kill('SIGTERM');
        await Promise.all(some.map(({ exited }) => exited));
      }
      clearTimeout(overdue);
    },
    kill,
  };
}

const POLL_MS = 25;

/** When the process answers. @throws Crashed where it ends before */
export async function whenReady(child: Child): Promise<void> {
  const ended = new AbortController();
  const crash = child.exited.then((exit) => {
    ended.abort();
    throw new Crashed(child, exit);
  });
  await Promise.race([answers(child.spec.readyUrl, ended.signal), crash]);
}

async function answers(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(url, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    await delay(POLL_MS);
  }
}
