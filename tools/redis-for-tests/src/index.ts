export { askRedis, RedisRefusal, type Reply } from './ask-redis.ts';
export { startFaultyProxy, type FaultyProxy, type ProxyFault } from './faulty-proxy.ts';
export { startRedis, type RedisForTests } from './start-redis.ts';
