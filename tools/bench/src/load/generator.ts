import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, LoadResult } from './load.ts';

/** The load generator, a process of its own, so that what it costs is not taken for what is measured. */
export interface Generator {
  run(load: Load): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** @param ids what is asked for at random */
export function startGenerator(ids: readonly string[]): Generator {
  const child = fork(join(import.meta.dirname, 'main.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const exited = once(child, 'exit');
  child.send({ ids });
  return {
    async run(load) {
      child.send(load);
      const ended = exited.then(() => {
        throw new Error('The load generator has ended.');
      });
      const [result] = (await Promise.race([once(child, 'message'), ended])) as [LoadResult];
      return result;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
