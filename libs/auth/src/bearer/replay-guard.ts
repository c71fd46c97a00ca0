import { createMemoryStore, createStore } from '@product-bffs/redis';

export interface ReplayGuardOptions {
  /** What all instances share; absent: each knows what it saw itself. */
  redis?: Parameters<typeof createStore>[0] | undefined;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

export interface ReplayGuard {
  /** Whether this is seen for the first time within that many milliseconds. Never rejects. */
  firstSeen(id: string, ttlMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * What may be used once. While Redis is away each instance knows what it saw itself: no request fails for it, and what
 * one took another may take again.
 */
export function createReplayGuard({ redis, clock = Date.now }: ReplayGuardOptions = {}): ReplayGuard {
  const own = createMemoryStore({ clock });
  const shared = redis && createStore(redis);
  return {
    async firstSeen(id, ttlMs) {
      if (!(await own.add(id, '', ttlMs))) return false;
      return (await shared?.add(`seen:${id}`, '', ttlMs).catch(() => true)) ?? true;
    },
    close: async () => shared?.close(),
  };
}
