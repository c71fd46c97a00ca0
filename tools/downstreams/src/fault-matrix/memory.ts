import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FaultRow } from '../../fault-matrix.ts';
import { serviceNames } from '../service.ts';
import type { BffUnderTest } from './bff-under-test.ts';
import type { World } from './world.ts';

export interface MemoryGrowth {
  /** What the hungriest answer took while it was made, in bytes. */
  peakBytes: number;
  /** What was left of it all in the end, in bytes. */
  keptBytes: number;
}

/** Of so many answers, after as many that warm up. */
const ANSWERS = 10;
const FIRST_ANSWERS = 10;

/** One answer after the other while every service has the fault: what that does to the memory of this process. */
export async function memoryGrowth(bff: BffUnderTest, world: World, { at }: FaultRow): Promise<MemoryGrowth> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const collect = async () => {
    gc();
    // What a collected object held outside of the heap is given back a little later.
    await delay(300);
    gc();
  };
  const services = serviceNames.filter((name) => bff.needs[name] !== undefined);
  const places = services.flatMap((service) => {
    const mishap = at(service);
    return mishap ? [world.place(service, mishap)] : [];
  });
  const answer = async () => {
    // A BFF of its own, so that no breaker spares it anything.
    const running = world.start();
    await running.get(bff.path(world.newProduct()));
    await running.close();
  };
  try {
    for (const place of places) await place.happen();
    for (let n = 0; n < FIRST_ANSWERS; n += 1) await answer();
    await collect();
    const atFirst = usedBytes();
    let peakBytes = 0;
    for (let n = 0; n < ANSWERS; n += 1) {
      const before = usedBytes();
      const looking = setInterval(() => (peakBytes = Math.max(peakBytes, usedBytes() - before)), 1).unref();
      await answer();
      clearInterval(looking);
      gc();
    }
    await collect();
    return { peakBytes, keptBytes: usedBytes() - atFirst };
  } finally {
    for (const place of places) await place.end();
  }
}

/** On the heap and in buffers. Resident memory says what was once used, whatever of it is garbage. */
function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
