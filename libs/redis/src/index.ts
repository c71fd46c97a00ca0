export { createCacheStore, type CacheStore } from './cache-store.ts';
export { createMemoryStore } from './memory-store.ts';
export { createScripts, type Scripts } from './scripts.ts';
export { createStore, type Store } from './store.ts';
