import { setTimeout as wait } from 'node:timers/promises';

export interface Seen {
  state: 'up' | 'down';
  detail?: string;
}

/** Remembers what a store says of its Redis. */
export function seenBy(): { seen: Seen[]; states: string[]; onRedis: (seen: Seen) => void } {
  const seen: Seen[] = [];
  const states: string[] = [];
  return {
    seen,
    states,
    onRedis(next) {
      seen.push(next);
      states.push(next.state);
    },
  };
}

/** Waits until something holds; rejects where it does not within the time. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 1500): Promise<number> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > withinMs) throw new Error(`Not within ${withinMs} ms`);
    await wait(5);
  }
  return performance.now() - startedAt;
}
