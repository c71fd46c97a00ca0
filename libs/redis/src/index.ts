export { createCacheStore, type CacheStore } from './cache-store.ts';
export { type RedisOptions } from './connect-redis.ts';
