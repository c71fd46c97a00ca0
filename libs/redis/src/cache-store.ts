import { connectRedis, type RedisOptions } from './connect-redis.ts';

/** A cache that may be away at any moment: then it is empty, and nobody waits for it longer than one timeout. */
export interface CacheStore {
  /** Bytes under each key, in their order; undefined where there are none, or Redis is away. Never rejects. */
  getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]>;
  /** Keeps bytes for a time of at least 1 ms. Nobody waits for it, and it may fail. */
  set(key: string, value: string | Buffer, ttlMs: number): void;
  /** Nobody waits for it. Where Redis is away, it is made up for before anything is read from it again. */
  delete(keys: readonly string[]): void;
  /** Whether the caller has the lock now, for that time at most; true as well where Redis cannot say. Never rejects. */
  tryLock(key: string, ttlMs: number): Promise<boolean>;
  close(): Promise<void>;
}

// Deletes remembered while Redis is away; beyond, the oldest are forgotten.
const maxOwed = 10_000;

/** Connects in the background: until then the store is empty. */
export function createCacheStore(options: RedisOptions): CacheStore {
  const owed = new Set<string>();
  const redis = connectRedis({
    ...options,
    onRedis(seen) {
      // On the connection of everything that follows, and before it.
      if (seen.state === 'up') remove([...owed]);
      options.onRedis?.(seen);
    },
  });

  function remove(keys: readonly string[]): void {
    if (keys.length === 0) return;
    for (const key of keys) owed.delete(key);
    redis.ask((connection) => connection.unlink(...keys)).catch(() => owe(keys));
  }

  function owe(keys: readonly string[]): void {
    for (const key of keys) owed.add(key);
    for (const key of owed) if (owed.size > maxOwed) owed.delete(key);
  }

  return {
    async getMany(keys) {
      if (keys.length === 0) return [];
      const found: unknown = await redis.ask((connection) => connection.mgetBuffer(...keys)).catch(() => undefined);
      const values: unknown[] = Array.isArray(found) && found.length === keys.length ? found : [];
      return keys.map((_, index) => (Buffer.isBuffer(values[index]) ? values[index] : undefined));
    },
    set(key, value, ttlMs) {
      if (ttlMs < 1) return;
      redis.ask((connection) => connection.set(key, value, 'PX', Math.floor(ttlMs))).catch(() => undefined);
    },
    delete: remove,
    async tryLock(key, ttlMs) {
      const lock = redis.ask((connection) => connection.set(key, '', 'PX', Math.ceil(ttlMs), 'NX'));
      return (await lock.catch(() => 'OK')) === 'OK';
    },
    close: () => redis.close(),
  };
}
