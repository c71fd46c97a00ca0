import { createMemoryStore, type Store } from '@product-bffs/redis';

export interface ReplayGuard {
  /** Whether this is seen for the first time within that many milliseconds. Never rejects. */
  firstSeen(id: string, ttlMs: number): Promise<boolean>;
}

/**
 * What may be used once, for all instances that share a store. While it is away, each of them knows what it saw itself:
 * no request fails for it, and what one took another may take again.
 */
export function createReplayGuard(store: Store, own: Store = createMemoryStore()): ReplayGuard {
  return {
    async firstSeen(id, ttlMs) {
      const key = `seen:${id}`;
      return (await own.add(key, '', ttlMs)) && (await store.add(key, '', ttlMs).catch(() => true));
    },
  };
}
