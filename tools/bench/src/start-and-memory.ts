import { bffNames, type BffName } from '@product-bffs/start';
import { residentBytes } from './process-cost.ts';
import type { Bench } from './run-scenarios.ts';
import { startSubject, type RunningSubject } from './start-subject.ts';
import type { SubjectName } from './subjects.ts';

/** @returns by BFF, how long each of several starts took, from before it was spawned until it answered that it is ready */
export async function measureStarts(times: number, bench: Bench): Promise<Map<BffName, number[]>> {
  const startsMs = new Map<BffName, number[]>(bffNames.map((bff) => [bff, []]));
  for (let n = 0; n < times; n += 1) {
    for (const bff of bffNames) {
      await withSubject(`${bff} warm`, bench, ({ startedInMs }) => startsMs.get(bff)?.push(startedInMs));
    }
  }
  return startsMs;
}

export interface Memory {
  /** How many different products were asked for. */
  products: number;
  beforeBytes: number;
  afterBytes: number;
  failed: number;
}

const CONNECTIONS = 64;

/** Asks web-bff for every product once, with its caches on. */
export async function measureMemory(bench: Bench): Promise<Memory> {
  return withSubject('web-bff filling', bench, async ({ pid, url }) => {
    const beforeBytes = residentBytes(pid);
    const { requests, failed } = await bench.generator.run({
      url,
      connections: CONNECTIONS,
      requests: bench.services.ids.length,
      path: { before: '/products/', ids: 'each' },
      headers: {},
      status: 200,
      complete: false,
    });
    return { products: requests, beforeBytes, afterBytes: residentBytes(pid), failed };
  });
}

async function withSubject<T>(
  name: SubjectName,
  bench: Bench,
  use: (subject: RunningSubject) => T | Promise<T>,
): Promise<T> {
  const subject = await startSubject(name, { ...bench, services: bench.services.urls, modelUrl: () => '' });
  try {
    return await use(subject);
  } finally {
    await subject.stop();
  }
}
