import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { createMemoryStore, createStore, type Store } from '../src/index.ts';
import { seenBy, until } from './seen.ts';

jest.setTimeout(200_000);

let redis: RedisForTests;
const stores: Store[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await redis.proxy.heal();
  await redis.ask('FLUSHDB');
});

async function overRedis(prefix = 'tests'): Promise<Store> {
  const { onRedis, states } = seenBy();
  const store = createStore({ url: redis.url, timeoutMs: 1000, onRedis, prefix });
  stores.push(store);
  await until(() => states.includes('up'));
  return store;
}

describe.each([
  ['over Redis', () => overRedis()],
  ['in memory', () => Promise.resolve(createMemoryStore())],
])('a store %s', (_where, open) => {
  it('gives back what was set last, until it is removed', async () => {
    const store = await open();
    expect(await store.get('a')).toBeUndefined();
    await store.set('a', 'one', 60_000);
    await store.set('a', 'two', 60_000);
    await store.set('b', 'three', 60_000);
    expect([await store.get('a'), await store.get('b')]).toEqual(['two', 'three']);
    await store.remove('a', 'c');
    await store.remove();
    expect([await store.get('a'), await store.get('b')]).toEqual([undefined, 'three']);
  });

  it('forgets each value at its end', async () => {
    const store = await open();
    await store.set('a', 'one', 20);
    await store.add('b', 'one', 20);
    await store.addMember('c', 'one', 20);
    await until(async () => (await store.get('a')) === undefined && (await store.get('b')) === undefined);
    await until(async () => (await store.members('c')).length === 0);
    expect(await store.add('b', 'two', 60_000)).toBe(true);
  });

  it('replaces what is there, and brings back nothing that was removed', async () => {
    const store = await open();
    await store.set('a', 'one', 60_000);
    expect(await store.replace('a', 'two', 60_000)).toBe(true);
    await store.remove('a');
    expect(await store.replace('a', 'three', 60_000)).toBe(false);
    expect(await store.get('a')).toBeUndefined();
  });

  it('adds a value once, whoever asks first', async () => {
    const store = await open();
    const added = await Promise.all(Array.from({ length: 20 }, (_, n) => store.add('a', String(n), 60_000)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.get('a')).toBe(String(added.indexOf(true)));
  });

  it('collects members, each once, until they are removed', async () => {
    const store = await open();
    for (const member of ['x', 'y', 'x', 'z']) await store.addMember('a', member, 60_000);
    expect((await store.members('a')).toSorted()).toEqual(['x', 'y', 'z']);
    expect(await store.members('b')).toEqual([]);
    await store.removeMember('a', 'x', 'z', 'never there');
    await store.removeMember('a');
    expect(await store.members('a')).toEqual(['y']);
  });

  it('gives what is there another end, and nothing that was removed', async () => {
    const store = await open();
    for (const key of ['a', 'b', 'c']) await store.set(key, 'one', 60_000);
    await store.remove('b');
    for (const key of ['a', 'b']) await store.expire(key, 20);
    await until(async () => (await store.get('a')) === undefined);
    expect([await store.get('b'), await store.get('c')]).toEqual([undefined, 'one']);
  });
});

it('keeps what services with other prefixes put there apart', async () => {
  const [one, other] = [await overRedis('one'), await overRedis('other')];
  await one.set('a', 'mine', 60_000);
  expect([await one.get('a'), await other.get('a')]).toEqual(['mine', undefined]);
});

it('in memory, lets go of what was used longest ago when it is full', async () => {
  const store = createMemoryStore({ maxEntries: 2 });
  for (const key of ['a', 'b', 'c']) await store.set(key, key, 60_000);
  expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual([undefined, 'b', 'c']);
});

it('rejects every call while Redis is away, and answers again when it is back', async () => {
  const store = await overRedis();
  await store.set('a', 'one', 60_000);
  await redis.proxy.play({ kind: 'refuse' });
  const calls = [
    () => store.get('a'),
    () => store.set('a', 'two', 1000),
    () => store.add('b', 'two', 1000),
    () => store.remove('a'),
    () => store.replace('b', 'three', 1000),
    () => store.addMember('c', 'x', 1000),
    () => store.members('c'),
  ];
  await until(() =>
    store.get('a').then(
      () => false,
      () => true,
    ),
  );
  for (const call of calls) await expect(call()).rejects.toThrow();
  await redis.proxy.heal();
  await until(() =>
    store.get('a').then(
      () => true,
      () => false,
    ),
  );
  expect(await store.get('a')).toBe('one');
});
