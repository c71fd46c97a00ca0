import { connectRedis, type RedisOptions } from './connect-redis.ts';

/**
 * What has to be known for certain: unlike a cache, it says when it cannot be asked.
 * Every call rejects where Redis is away or gives no answer in time. Times are in milliseconds, at least 1.
 */
export interface Store {
  get(key: string): Promise<string | undefined>;
  /** The value lives that long, whatever was there before. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** @returns whether there was nothing yet; only then is the value set */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** @returns whether there was something; only then is the value set: what was removed stays so */
  replace(key: string, value: string, ttlMs: number): Promise<boolean>;
  remove(...keys: string[]): Promise<void>;
  /** Puts a member into a set, which lives that long from now. */
  addMember(key: string, member: string, ttlMs: number): Promise<void>;
  members(key: string): Promise<string[]>;
  removeMember(key: string, ...members: string[]): Promise<void>;
  /** What is there lives that long from now; what is not there stays so. */
  expire(key: string, ttlMs: number): Promise<void>;
  close(): Promise<void>;
}

/** @param prefix of every key, so that services that share a Redis do not meet */
export function createStore({ prefix, ...options }: RedisOptions & { prefix: string }): Store {
  const redis = connectRedis(options);
  const named = (key: string) => `${prefix}:${key}`;
  return {
    get: async (key) => (await redis.ask((connection) => connection.get(named(key)))) ?? undefined,
    async set(key, value, ttlMs) {
      await redis.ask((connection) => connection.set(named(key), value, 'PX', Math.ceil(ttlMs)));
    },
    add: async (key, value, ttlMs) =>
      (await redis.ask((connection) => connection.set(named(key), value, 'PX', Math.ceil(ttlMs), 'NX'))) === 'OK',
    replace: async (key, value, ttlMs) =>
      (await redis.ask((connection) => connection.set(named(key), value, 'PX', Math.ceil(ttlMs), 'XX'))) === 'OK',
    async remove(...keys) {
      if (keys.length > 0) await redis.ask((connection) => connection.del(...keys.map(named)));
    },
    async addMember(key, member, ttlMs) {
      const adding = (connection: Parameters<Parameters<typeof redis.ask>[0]>[0]) =>
        connection.multi().sadd(named(key), member).pexpire(named(key), Math.ceil(ttlMs)).exec();
      await redis.ask(adding);
    },
    members: (key) => redis.ask((connection) => connection.smembers(named(key))),
    async removeMember(key, ...members) {
      if (members.length > 0) await redis.ask((connection) => connection.srem(named(key), ...members));
    },
    async expire(key, ttlMs) {
      await redis.ask((connection) => connection.pexpire(named(key), Math.ceil(ttlMs)));
    },
    close: () => redis.close(),
  };
}
