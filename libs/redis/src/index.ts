export { createCacheStore, type CacheStore } from './cache-store.ts';
