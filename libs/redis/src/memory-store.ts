import { LRUCache } from 'lru-cache';
import type { Store } from './store.ts';

export interface MemoryStoreOptions {
  /** Entries at most; past that, the one that was used longest ago goes. Default: 100,000 */
  maxEntries?: number;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

/** The same for one process alone, for development and tests: what is in it ends with the process. */
export function createMemoryStore({ maxEntries = 100_000, clock = Date.now }: MemoryStoreOptions = {}): Store {
  const entries = new LRUCache<string, { value: string | Set<string>; until: number }>({ max: maxEntries });
  const live = (key: string) => {
    const entry = entries.get(key);
    return entry !== undefined && clock() < entry.until ? entry.value : undefined;
  };
  const textAt = (key: string) => {
    const value = live(key);
    return typeof value === 'string' ? value : undefined;
  };
  const put = (key: string, value: string | Set<string>, ttlMs: number): Promise<void> => {
    entries.set(key, { value, until: clock() + ttlMs });
    return Promise.resolve();
  };
  const setAt = (key: string) => {
    const value = live(key);
    return value instanceof Set ? value : new Set<string>();
  };
  return {
    get: (key) => Promise.resolve(textAt(key)),
    set: put,
    add: (key, value, ttlMs) =>
      live(key) === undefined ? put(key, value, ttlMs).then(() => true) : Promise.resolve(false),
    replace: (key, value, ttlMs) =>
      live(key) === undefined ? Promise.resolve(false) : put(key, value, ttlMs).then(() => true),
    remove(...keys) {
      for (const key of keys) entries.delete(key);
      return Promise.resolve();
    },
    addMember: (key, member, ttlMs) => put(key, setAt(key).add(member), ttlMs),
    members: (key) => Promise.resolve([...setAt(key)]),
    removeMember(key, ...members) {
      for (const member of members) setAt(key).delete(member);
      return Promise.resolve();
    },
    async expire(key, ttlMs) {
      const value = live(key);
      if (value !== undefined) await put(key, value, ttlMs);
    },
    close() {
      entries.clear();
      return Promise.resolve();
    },
  };
}
