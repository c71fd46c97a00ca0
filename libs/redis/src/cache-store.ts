import { connectRedis, type RedisOptions } from './connect-redis.ts';

/** A cache that may be away at any moment: then it is empty, and nobody waits for it longer than one timeout. */
export interface CacheStore {
  /** Bytes under each key, in their order; undefined where there are none, or Redis is away. Never rejects. */
  getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]>;
  /** Keeps bytes for a time of at least 1 ms. Nobody waits for it, and it may fail. */
  set(key: string, value: string | Buffer, ttlMs: number): void;
  /** Whether the caller has the lock now, for that time at most; true as well where Redis cannot say. Never rejects. */
  tryLock(key: string, ttlMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects in the background: until then the store is empty. */
export function createCacheStore(options: RedisOptions): CacheStore {
  const redis = connectRedis(options);
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
    async tryLock(key, ttlMs) {
      const lock = redis.ask((connection) => connection.set(key, '', 'PX', Math.ceil(ttlMs), 'NX'));
      return (await lock.catch(() => 'OK')) === 'OK';
    },
    close: () => redis.close(),
  };
}
