import { askRedis } from './ask-redis.ts';

export interface GivenDatabase {
  /** The given URL with the number of a database. */
  url: string;
  empty(): Promise<void>;
  release(): Promise<void>;
}

const claim = 'redis-for-tests:claim';

/**
 * Takes a database of a server that others may use as well: the first that holds nothing and that no other test takes
 * at the same moment. Rejects where there is none among 1 to 15, or the URL is not one of redis://.
 */
export async function claimDatabase(given: string): Promise<GivenDatabase> {
  if (!given.startsWith('redis://')) throw new Error('REDIS_URL: tests take a redis:// URL, without TLS');
  for (let number = 1; number <= 15; number += 1) {
    const url = new URL(given);
    url.pathname = `/${number}`;
    const ask = (...command: string[]) => askRedis(url.href, ...command);
    if ((await ask('DBSIZE')) !== 0 || (await ask('SET', claim, '1', 'NX')) !== 'OK') continue;
    return {
      url: url.href,
      async empty() {
        // In one step, so that nobody takes it in between.
        await ask('EVAL', "redis.call('FLUSHDB'); redis.call('SET', KEYS[1], '1')", '1', claim);
      },
      async release() {
        await ask('FLUSHDB');
      },
    };
  }
  throw new Error('REDIS_URL: none of the databases 1 to 15 is empty; tests write to no other');
}
