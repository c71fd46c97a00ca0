import { connectRedis, type RedisOptions } from './connect-redis.ts';

/** Runs Lua scripts, each as one step of Redis; called as node-redis is. */
export interface Scripts {
  /** Rejects where Redis is away (at once), gives no answer in time, or refuses. */
  eval(script: string, given: { keys: string[]; arguments: string[] }): Promise<unknown>;
  close(): Promise<void>;
}

export function createScripts(options: RedisOptions): Scripts {
  const redis = connectRedis(options);
  return {
    eval: (script, { keys, arguments: values }) =>
      redis.ask((connection) => connection.eval(script, keys.length, ...keys, ...values)),
    close: () => redis.close(),
  };
}
