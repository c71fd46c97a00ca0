import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryStore, createStore, type Store } from '@product-bffs/redis';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import session from 'express-session';
import { hashOf, SessionStore } from '../src/session/session-store.ts';

let redis: RedisForTests;
const opened: Store[] = [];
let services = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await redis.stop();
});

const idleMs = 1_800_000;
const lifetimeMs = 28_800_000;
const user = { subject: 'user:ada', tokens: 'sealed', refreshAt: Number.MAX_SAFE_INTEGER };

async function connected(prefix: string): Promise<Store> {
  const store = createStore({ url: redis.url, timeoutMs: 1000, prefix });
  opened.push(store);
  const isUp = () =>
    store.get('up').then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await new Promise((done) => setTimeout(done, 10));
  return store;
}

/** Sessions, with a clock that a test moves. */
function sessionsOver(store: Store) {
  let now = Date.now();
  const clock = () => now;
  const sessions = new SessionStore({ store, idleMs, lifetimeMs, clock });
  const lives = async (id: string) => (await sessions.read(id)) !== undefined;
  const touch = (id: string) =>
    sessions.read(id).then((stored) => {
      const known = { ...stored, cookie: new session.Cookie() };
      return new Promise<void>((done) => sessions.touch(id, known, () => done()));
    });
  return { sessions, clock, lives, touch, pass: (ms: number) => (now += ms) };
}

describe.each([
  ['over Redis', () => connected(`store${(services += 1)}`)],
  ['in memory', () => Promise.resolve(createMemoryStore())],
])('sessions %s', (_where, open) => {
  it('of one user are twenty at most, and the oldest end', async () => {
    const store = await open();
    const { sessions, clock, lives, pass } = sessionsOver(store);
    for (let n = 0; n < 23; n += 1) {
      expect(await sessions.start(`s${n}`, user, ['sub ada', `sid ${n}`], clock())).toBe(true);
      pass(1000);
    }
    const alive = await Promise.all(Array.from({ length: 23 }, (_, n) => lives(`s${n}`)));
    expect(alive.map((lived, n) => (lived ? n : -1)).filter((n) => n >= 0)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 3),
    );
    expect(await store.members(`named:${hashOf('sub ada')}`)).toHaveLength(20);
  });

  it('that end are no longer remembered by any of their names', async () => {
    const store = await open();
    const { sessions, clock } = sessionsOver(store);
    for (const id of ['one', 'other']) await sessions.start(id, user, ['sub ada', `sid ${id}`], clock());
    await sessions.end('one');
    const members = ['sub ada', 'sid one', 'sid other'].map((name) => store.members(`named:${hashOf(name)}`));
    expect((await Promise.all(members)).map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('do not begin where the provider ended them meanwhile, and do where that was before', async () => {
    const { sessions, clock, lives, pass } = sessionsOver(await open());
    await sessions.endNamed('sub ada');
    pass(1);
    const since = clock();
    expect(await sessions.start('later', user, ['sub ada', 'sid later'], since)).toBe(true);
    await sessions.endNamed('sid y');
    expect(await sessions.start('ended', user, ['sub ada', 'sid y'], since)).toBe(false);
    expect([await lives('later'), await lives('ended')]).toEqual([true, false]);
  });

  it.each(['add', 'addMember', 'members', 'get', 'set'] as const)(
    'that are ended while they begin, before the store’s %s, do not live on',
    async (method) => {
      const store = await open();
      const { sessions: others } = sessionsOver(store);
      const slow: Store = {
        ...store,
        async [method](...args: [string, string, number]) {
          await others.endNamed('sid y');
          return (store[method] as (...all: typeof args) => Promise<unknown>)(...args);
        },
      };
      const { sessions, clock, lives } = sessionsOver(slow);
      await sessions.start('id', user, ['sub ada', 'sid y'], clock() - 1000);
      expect(await lives('id')).toBe(false);
    },
  );

  it('whose start fails in the middle are none', async () => {
    const store = await open();
    const { sessions, clock, lives } = sessionsOver({ ...store, addMember: () => Promise.reject(new Error('away')) });
    await expect(sessions.start('id', user, ['sub ada'], clock())).rejects.toMatchObject({
      code: 'service-unavailable',
    });
    expect(await lives('id')).toBe(false);
  });
});

describe('what Redis keeps of a session', () => {
  const ttl = async (key: string) => Math.round(Number(await redis.ask('PTTL', key)) / 60_000);

  it('goes when it would not be believed any more, and every use puts that off', async () => {
    const store = await connected('idle');
    const { sessions, clock, touch, pass } = sessionsOver(store);
    const key = `idle:session:${hashOf('id')}`;
    await sessions.start('id', user, [], clock());
    expect(await ttl(key)).toBe(30);
    await redis.ask('PEXPIRE', key, '60000');
    await touch('id');
    expect(await ttl(key)).toBe(30);
    for (let n = 0; n < 23; n += 1) {
      pass(20 * 60_000);
      await touch('id');
    }
    expect(await ttl(key)).toBe(20);
    const stored = await sessions.read('id');
    if (stored === undefined) throw new Error('it ended');
    await sessions.replace('id', stored);
    expect(await ttl(key)).toBe(20);
  });

  it('does not come back by a use that comes too late', async () => {
    const { sessions, clock, touch, lives } = sessionsOver(await connected('late'));
    await sessions.start('id', user, [], clock());
    await sessions.end('id');
    await touch('id');
    expect(await lives('id')).toBe(false);
  });
});
