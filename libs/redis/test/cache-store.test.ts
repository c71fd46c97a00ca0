import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { createCacheStore, type CacheStore } from '../src/index.ts';
import { seenBy, until } from './seen.ts';

jest.setTimeout(200_000);

let redis: RedisForTests;
let store: CacheStore;
let states: string[];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  await redis.ask('FLUSHDB');
  const { onRedis, ...seen } = seenBy();
  states = seen.states;
  store = createCacheStore({ url: redis.url, timeoutMs: 100, onRedis });
  await until(() => states.includes('up'));
});
afterEach(() => store.close());

const text = async (...keys: string[]) => (await store.getMany(keys)).map((value) => value?.toString());

it('gives back the bytes of each key, in the order of the keys', async () => {
  const bytes = Buffer.from([0, 13, 10, 255, 254]);
  store.set('bytes', bytes, 60_000);
  store.set('text', 'Grüße', 60_000);
  store.set('nothing', '', 60_000);
  const found = await store.getMany(['text', 'none', 'bytes', 'nothing']);
  expect(found).toEqual([Buffer.from('Grüße'), undefined, bytes, Buffer.alloc(0)]);
  expect(await store.getMany([])).toEqual([]);
});

it.each([
  ['3', 'up'],
  ['9999', 'down'],
])('uses database %s where there is one of this number, and never another: %s', async (database, state) => {
  const { states: seen, onRedis } = seenBy();
  const other = createCacheStore({ url: `${redis.url}/${database}`, timeoutMs: 100, onRedis });
  await until(() => seen.length > 0);
  other.set('elsewhere', 'x', 60_000);
  await other.getMany(['elsewhere']).catch(() => undefined);
  expect(seen).toEqual([state]);
  expect(await redis.ask('EXISTS', 'elsewhere')).toBe(0);
  await other.close();
});

it('keeps a value for its time and no longer', async () => {
  store.set('short', 'x', 80.9);
  store.set('long', 'x', 60_000);
  store.set('none', 'x', 0.5);
  expect(await text('short', 'long', 'none')).toEqual(['x', 'x', undefined]);
  expect(Number(await redis.ask('PTTL', 'short'))).toBeLessThanOrEqual(80);
  expect(Number(await redis.ask('PTTL', 'long'))).toBeGreaterThan(59_000);
  await until(async () => (await text('short'))[0] === undefined, 300);
  expect(await text('long')).toEqual(['x']);
});

it('gives a lock to one of many, and to another when its time is over', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => store.tryLock('lock', 80)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  await until(() => store.tryLock('lock', 80), 300);
});

it('sends what is asked in one turn of the event loop together', async () => {
  const { states: seen, onRedis } = seenBy();
  const direct = createCacheStore({ url: redis.serverUrl, timeoutMs: 100, onRedis });
  await until(() => seen.includes('up'));
  const reads = async () => Number(/total_reads_processed:(\d+)/.exec(String(await redis.ask('INFO', 'stats')))?.[1]);
  const keys = Array.from({ length: 100 }, (_, index) => `key${index}`);
  for (const key of keys) direct.set(key, key, 60_000);
  await direct.getMany(keys);
  const before = await reads();
  const found = await Promise.all(keys.map((key) => direct.getMany([key])));
  expect(found.flat().map(String)).toEqual(keys);
  // One of them is the question for the number itself.
  expect((await reads()) - before).toBeLessThanOrEqual(4);
  await direct.close();
});

describe('refused single commands', () => {
  afterEach(async () => {
    await redis.ask('CONFIG', 'SET', 'maxmemory', '0');
    await redis.ask('REPLICAOF', 'NO', 'ONE');
  });

  it('a key of another type is a miss, and costs its neighbours nothing', async () => {
    store.set('a', 'a', 60_000);
    await redis.ask('LPUSH', 'list', 'x');
    expect(await text('a', 'list', 'a')).toEqual(['a', undefined, 'a']);
    store.set('list', 'now a text', 60_000);
    expect(await text('list')).toEqual(['now a text']);
  });

  it('out of memory, it reads what is there and keeps nothing new', async () => {
    store.set('old', 'old', 60_000);
    expect(await text('old')).toEqual(['old']);
    await redis.ask('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
    await redis.ask('CONFIG', 'SET', 'maxmemory', '1mb');
    await expect(redis.ask('SET', 'new', 'x')).rejects.toThrow(/^OOM/);
    store.set('new', 'new', 60_000);
    expect(await text('old', 'new')).toEqual(['old', undefined]);
    expect(await store.tryLock('lock', 1000)).toBe(true);
  });

  it('read-only, it goes on reading, and writes once it may again', async () => {
    store.set('old', 'old', 60_000);
    expect(await text('old')).toEqual(['old']);
    await redis.ask('REPLICAOF', '127.0.0.1', '1');
    store.set('new', 'new', 60_000);
    await until(() => states.join() === 'up,down,up');
    expect(await text('old', 'new')).toEqual(['old', undefined]);
    expect(await store.tryLock('lock', 1000)).toBe(true);
    await redis.ask('REPLICAOF', 'NO', 'ONE');
    await until(async () => {
      store.set('new', 'new', 60_000);
      return (await text('new'))[0] === 'new';
    });
  });

  it('read-only, it looks for the new primary, but not at every write', async () => {
    await redis.ask('REPLICAOF', '127.0.0.1', '1');
    const { accepted } = redis.proxy.connections();
    for (let turn = 0; turn < 30; turn += 1) {
      store.set('new', 'new', 60_000);
      await text('new');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(redis.proxy.connections().accepted - accepted).toBe(1);
  });
});

it('emptied, it finds nothing and keeps again', async () => {
  store.set('a', 'a', 60_000);
  expect(await text('a')).toEqual(['a']);
  await redis.ask('FLUSHALL');
  expect(await text('a')).toEqual([undefined]);
  store.set('a', 'b', 60_000);
  expect(await text('a')).toEqual(['b']);
});

it('an answer that came while the event loop was busy counts, however late it is read', async () => {
  store.set('a', 'a', 60_000);
  await text('a');
  const { states: seen, onRedis } = seenBy();
  const direct = createCacheStore({ url: redis.serverUrl, timeoutMs: 100, onRedis });
  await until(() => seen.includes('up'));
  const asked = direct.getMany(['a']);
  // Right after the command went out, before its answer can be read, the loop is blocked for longer than the timeout.
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250));
  expect((await asked).map(String)).toEqual(['a']);
  expect(seen).toEqual(['up']);
  await direct.close();
});
