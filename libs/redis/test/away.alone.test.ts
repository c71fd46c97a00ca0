import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { askRedis, startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createCacheStore, type CacheStore } from '../src/index.ts';
import { seenBy, until, type Seen } from './seen.ts';

jest.setTimeout(200_000);

const timeoutMs = 100;
/** What a busy machine adds to a timer. */
const slackMs = 80;

let redis: RedisForTests;
const stores: CacheStore[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  // What a test that failed has left stopped would fail all others.
  await redis.resume();
  await redis.proxy.heal();
});

function connect(url = redis.url): { store: CacheStore; seen: Seen[]; states: string[] } {
  const { onRedis, ...told } = seenBy();
  const store = createCacheStore({ url, timeoutMs, onRedis });
  stores.push(store);
  return { store, ...told };
}

async function connected(): Promise<ReturnType<typeof connect>> {
  const connection = connect();
  await until(() => connection.states.includes('up'));
  return connection;
}

/** The answer to one question, and how long it took. */
async function timed(store: CacheStore, key = 'lamp'): Promise<{ text: string | undefined; ms: number }> {
  const startedAt = performance.now();
  const [value] = await store.getMany([key]);
  return { text: value?.toString(), ms: performance.now() - startedAt };
}

const RESOLUTION_MS = 1;

/** The most that the loop was late since, by whatever kept it: the machine, or this process. */
function watchLoop(): () => number {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  return () => {
    loop.disable();
    return Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  };
}

/** A question that waits for Redis waits for a whole timeout. One may have to wait for the loop as well; most do not. */
function expectNoWait(allMs: number[], loopDelayMs: number): void {
  const longestMs = Math.max(...allMs);
  expect(longestMs).toBeLessThan(timeoutMs / 2);
  expect(longestMs - loopDelayMs).toBeLessThan(5);
  expect(allMs.toSorted((a, b) => a - b)[Math.floor(allMs.length * 0.9)]).toBeLessThan(5);
}

const finds = (store: CacheStore, key: string) => until(async () => (await timed(store, key)).text === key);

interface Fault {
  fault: string;
  begin: () => Promise<void>;
  end: () => Promise<void>;
  /** What the store says of it. */
  detail: RegExp;
  /** What was kept before is gone afterwards. */
  forgets?: boolean;
}

const played = (fault: Parameters<RedisForTests['proxy']['play']>[0], detail: RegExp): Fault => ({
  fault: JSON.stringify(fault),
  begin: () => redis.proxy.play(fault),
  end: () => redis.proxy.heal(),
  detail,
});

const faults: Fault[] = [
  {
    fault: 'killed',
    begin: () => redis.kill(),
    end: () => redis.restart(),
    detail: /^(closed|ECONNRESET)$/,
    forgets: true,
  },
  { fault: 'stopped', begin: () => redis.pause(), end: () => redis.resume(), detail: /^timeout$/ },
  played({ kind: 'hang' }, /^timeout$/),
  played({ kind: 'latency', latencyMs: 500 }, /^timeout$/),
  played({ kind: 'latency', latencyMs: 150 }, /^timeout$/),
  played({ kind: 'refuse' }, /^(closed|ECONNRESET)$/),
  played({ kind: 'reset' }, /^ECONNRESET$/),
  played({ kind: 'garbage' }, /^[A-Za-z_]+$/),
  played({ kind: 'truncate', afterBytes: 6 }, /^timeout$/),
  played({ kind: 'truncate', afterBytes: 6, closes: true }, /^closed$/),
];

it.each(faults)('$fault: one timeout of delay at most, then none, and it comes back by itself', async (row) => {
  const { store, seen } = await connected();
  store.set('lamp', 'lamp', 60_000);
  expect(await timed(store)).toMatchObject({ text: 'lamp' });

  await row.begin();
  const first = await Promise.all([timed(store), wait(50).then(() => timed(store))]);
  expect(first.map(({ text }) => text)).toEqual([undefined, undefined]);
  expect(Math.max(...first.map(({ ms }) => ms))).toBeLessThan(timeoutMs + slackMs);

  const startedAt = performance.now();
  const later = { allMs: [] as number[], found: 0 };
  const loopDelayMs = watchLoop();
  for (let turn = 0; turn < 50; turn += 1) {
    const { ms, text } = await timed(store);
    later.allMs.push(ms);
    if (text !== undefined) later.found += 1;
    store.set('during', 'during', 60_000);
    expect(await store.tryLock('lock', 1000)).toBe(true);
    await wait(20);
  }
  expect(performance.now() - startedAt).toBeGreaterThan(1000);
  expect(later.found).toBe(0);
  expectNoWait(later.allMs, loopDelayMs());
  expect(seen.slice(1)).toEqual([{ state: 'down', detail: expect.stringMatching(row.detail) }]);

  await row.end();
  await until(() => seen.length === 3);
  expect(seen[2]).toEqual({ state: 'up' });
  expect((await timed(store)).text).toBe(row.forgets ? undefined : 'lamp');
  store.set('after', 'after', 60_000);
  await finds(store, 'after');
});

it('stopped for three seconds, it stays away without a further delay, and comes back', async () => {
  const { store, states } = await connected();
  await redis.pause();
  await timed(store);
  const longest: number[] = [];
  const loopDelayMs = watchLoop();
  for (const startedAt = performance.now(); performance.now() - startedAt < 3000;) {
    longest.push((await timed(store)).ms);
    await wait(25);
  }
  expectNoWait(longest, loopDelayMs());
  await redis.resume();
  await until(() => states.join() === 'up,down,up');
});

it('absent at the start, it is used once it appears', async () => {
  await redis.kill();
  const { store, seen } = connect();
  expect(await timed(store)).toMatchObject({ text: undefined });
  await until(() => seen.length === 1);
  expect(seen).toEqual([{ state: 'down', detail: 'ECONNREFUSED' }]);
  expect((await timed(store)).ms).toBeLessThan(timeoutMs / 2);
  await redis.restart();
  await until(() => seen.length === 2);
  store.set('lamp', 'lamp', 60_000);
  await finds(store, 'lamp');
});

it('ten thousand questions to a silent Redis leave nothing behind', async () => {
  const { store, states } = await connected();
  await redis.proxy.play({ kind: 'hang' });
  const startedAt = performance.now();
  const all = await Promise.all(Array.from({ length: 10_000 }, () => store.getMany(['lamp'])));
  expect(all.flat().filter(Boolean)).toEqual([]);
  expect(states).toEqual(['up', 'down']);
  // All wait for the same timeout, none for its turn; 10,000 promises take their time on a busy machine.
  expect(performance.now() - startedAt).toBeLessThan(1000);
  const { accepted } = redis.proxy.connections();
  await Promise.all(Array.from({ length: 10_000 }, () => store.getMany(['lamp'])));
  expect(redis.proxy.connections().accepted - accepted).toBeLessThanOrEqual(1);
  await redis.proxy.heal();
  await until(() => states.length === 3);
  // Nothing of the twenty thousand is asked again.
  const calls = Number(/cmdstat_mget:calls=(\d+)/.exec(String(await redis.ask('INFO', 'commandstats')))?.[1] ?? 0);
  await timed(store);
  expect(await redis.ask('INFO', 'commandstats')).toContain(`cmdstat_mget:calls=${calls + 1},`);
});

it('with a wrong password it holds nothing, and says so without the password', async () => {
  await redis.ask('CONFIG', 'SET', 'requirepass', 'correct horse');
  try {
    const url = new URL(redis.url);
    url.password = 'secret-that-is-wrong';
    const { store, seen } = connect(url.href);
    await until(() => seen.length === 1);
    expect((await timed(store)).text).toBeUndefined();
    expect(seen).toEqual([{ state: 'down', detail: 'WRONGPASS' }]);

    url.password = encodeURIComponent('correct horse');
    const right = connect(url.href);
    await until(() => right.states.includes('up'));
    right.store.set('lamp', 'lamp', 60_000);
    await finds(right.store, 'lamp');
  } finally {
    const url = new URL(redis.serverUrl);
    url.password = encodeURIComponent('correct horse');
    await askRedis(url.href, 'CONFIG', 'SET', 'requirepass', '');
  }
});

it.each([':42', '+OK', '$2\r\nhi', '*1\r\n$2\r\nhi', '*2\r\n*0\r\n:1', '_', '#t'])(
  'takes %j in place of two values for misses',
  async (reply) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        const commands = bytes
          .toString()
          .split(/^\*\d+\r\n/m)
          .slice(1);
        for (const command of commands) {
          if (/^\$4\r\nmget/i.test(command)) socket.write(`${reply}\r\n`);
          else if (/^\$4\r\ninfo/i.test(command)) socket.write('$9\r\nloading:0\r\n');
          else if (/^\$4\r\nping/i.test(command)) socket.write('+PONG\r\n');
          else socket.write('+OK\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { store, states } = connect(`redis://127.0.0.1:${port}`);
    await until(() => states.includes('up'));
    expect(await store.getMany(['a', 'b'])).toEqual([undefined, undefined]);
    expect(states).toEqual(['up']);
    await store.close();
    server.close();
  },
);

it.each(['up', 'stopped', 'refused'])('closed while it is %s, it tells nobody and answers nothing', async (how) => {
  const { store, states } = await connected();
  if (how === 'stopped') await redis.pause();
  if (how === 'refused') await redis.proxy.play({ kind: 'refuse' });
  if (how === 'refused') await until(() => states.includes('down'));
  const told = states.length;
  const startedAt = performance.now();
  await store.close();
  expect(performance.now() - startedAt).toBeLessThan(timeoutMs + slackMs);
  expect(await timed(store)).toMatchObject({ text: undefined });
  await until(() => redis.proxy.connections().open === 0);
  const { accepted } = redis.proxy.connections();
  if (how === 'stopped') await redis.resume();
  await wait(700);
  expect(redis.proxy.connections().accepted).toBe(accepted);
  expect(states).toHaveLength(told);
});
