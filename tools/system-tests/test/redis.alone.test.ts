import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { bffNames, serviceNames, type BffName } from '@product-bffs/start';
import { ask, askJson } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { measure, type Measured } from '../src/measure.ts';
import { patient } from '../src/running-system.ts';
import { callsOf, forgetCalls } from '../src/services.ts';
import { showableProducts } from '../src/showable-products.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

/** Long enough to be told from what else an answer waits for. */
const REDIS_TIMEOUT_MS = 250;
/** By so much an answer may differ from the slowest of those where all is well. */
const SLACK_MS = 100;
/** Products asked of each BFF while something is wrong; none of them was asked for before. */
const SAMPLES = 4;

const path = { 'web-bff': webProduct, 'mobile-bff': mobileProduct, 'partner-bff': partnerProduct };

let redis: RedisForTests;
let fleet: Fleet;
/** One process of each BFF, and another of each that shares nothing with it but Redis. */
let instances: Instance[];
let others: Instance[];
let unasked: string[];
const normalMs = {} as Record<BffName, number>;

beforeAll(async () => {
  redis = await startRedis();
  const environment = { ...patient, REDIS_URL: redis.url, REDIS_TIMEOUT_MS: `${REDIS_TIMEOUT_MS}` };
  fleet = await startFleet({ products: 1000, environment });
  instances = await startThree();
  others = await startThree();
  unasked = await showableProducts(fleet);
  for (const instance of [...instances, ...others]) await warmUp(instance);
  for (const { bff, answers } of await measureAll(instances)) {
    normalMs[bff] = Math.max(...answers.map(({ ms }) => ms));
  }
});

afterAll(async () => {
  await fleet.stop();
  await redis.stop();
});

const startThree = () => Promise.all(bffNames.map((bff) => fleet.start(bff)));

function take(count: number): string[] {
  const taken = unasked.splice(0, count);
  if (taken.length < count) throw new Error('There are no products left that were not asked for.');
  return taken;
}

const urlOf = ({ bff, url }: Instance, id: string) => `${url}${path[bff](id)}`;

async function warmUp(instance: Instance): Promise<void> {
  for (const id of take(10)) expect((await ask(urlOf(instance, id))).status).toBe(200);
}

async function measureAll(some: Instance[]): Promise<{ bff: BffName; answers: Measured[] }[]> {
  const measured = [];
  for (const instance of some) {
    const ready = Array.from({ length: 10 }, () => `${instance.url}/openapi.json`);
    const urls = take(SAMPLES).map((id) => urlOf(instance, id));
    measured.push({ bff: instance.bff, answers: await measure({ warmUp: ready, urls }) });
  }
  return measured;
}

/** Every answer is there and complete, one of them late by a timeout of Redis at most, and none of the others. */
function expectUnharmed(measured: { bff: BffName; answers: Measured[] }[], lateAnswers = 1): void {
  for (const { bff, answers } of measured) {
    const isComplete = ({ status, headers }: Measured) => status === 200 && headers['cache-control'] !== 'no-store';
    const late = answers.map(({ ms }) => Math.round(ms - normalMs[bff])).filter((lateMs) => lateMs > SLACK_MS);
    expect({
      bff,
      complete: answers.filter(isComplete).length,
      late: late.length <= lateAnswers ? 'as allowed' : late,
      tooLate: late.filter((lateMs) => lateMs > REDIS_TIMEOUT_MS + SLACK_MS),
    }).toEqual({ bff, complete: SAMPLES, late: 'as allowed', tooLate: [] });
  }
}

async function redisAsSeenBy({ adminUrl }: Instance): Promise<{ state: unknown; metric: string | undefined }> {
  const { redis: seen } = await askJson<{ redis: { state: string } | null }>(`${adminUrl}/status`);
  const metric = /^redis_up (\d)$/m.exec((await ask(`${adminUrl}/metrics`)).body)?.[1];
  return { state: seen?.state, metric };
}

async function untilUp(some: Instance[]): Promise<void> {
  for (const instance of some) while ((await redisAsSeenBy(instance)).state !== 'up') await delay(20);
}

/** What of a page concerns its product alone: of the cards, a process may have learnt when nothing could be left in Redis. */
const ofThePageAlone = ['getStock', 'getProductReviews', 'getProductRelated'];

/** What one process has learnt another knows, without asking a service. */
async function expectShared(from: Instance[], to: Instance[]): Promise<void> {
  for (const [n, instance] of from.entries()) {
    const [id = ''] = take(1);
    const { status, body } = await ask(urlOf(instance, id));
    // Nobody waits for what is left in Redis.
    await delay(100);
    await forgetCalls(fleet);
    const answer = await ask(urlOf(to[n] as Instance, id));
    const called = await Promise.all(serviceNames.map((service) => callsOf(fleet, service)));
    const calls = called
      .flatMap((operations) => Object.keys(operations))
      .filter((operation) => instance.bff !== 'web-bff' || ofThePageAlone.includes(operation));
    expect({ bff: instance.bff, status, isTheSame: answer.body === body, calls }).toEqual({
      bff: instance.bff,
      status: 200,
      isTheSame: true,
      calls: [],
    });
  }
}

it('what one process has learnt another knows, while all is well', async () => {
  await untilUp([...instances, ...others]);
  await expectShared(instances, others);
  for (const instance of instances) expect(await redisAsSeenBy(instance)).toEqual({ state: 'up', metric: '1' });
});

interface Trouble {
  how: string;
  begin: () => Promise<unknown>;
  end: () => Promise<unknown>;
  /** Whether it is seen as away. */
  isAway: boolean;
}

const restart = async () => {
  await redis.kill();
  await redis.restart();
};
const troubles: Trouble[] = [
  { how: 'is killed', begin: () => redis.kill(), end: () => redis.restart(), isAway: true },
  { how: 'is stopped', begin: () => redis.pause(), end: () => redis.resume(), isAway: true },
  {
    how: 'takes connections and says nothing',
    begin: () => redis.proxy.play({ kind: 'hang' }),
    end: () => redis.proxy.heal(),
    isAway: true,
  },
  {
    how: 'answers half a second later',
    begin: () => redis.proxy.play({ kind: 'latency', latencyMs: 500 }),
    end: () => redis.proxy.heal(),
    isAway: true,
  },
  {
    how: 'talks nonsense',
    begin: () => redis.proxy.play({ kind: 'garbage' }),
    end: () => redis.proxy.heal(),
    isAway: true,
  },
  {
    how: 'is out of memory',
    begin: () => redis.ask('CONFIG', 'SET', 'maxmemory', '1'),
    end: () => redis.ask('CONFIG', 'SET', 'maxmemory', '0'),
    isAway: false,
  },
  {
    how: 'is read-only',
    begin: () => redis.ask('REPLICAOF', '127.0.0.1', '1'),
    end: () => redis.ask('REPLICAOF', 'NO', 'ONE'),
    isAway: false,
  },
  { how: 'starts again and is empty', begin: restart, end: () => Promise.resolve(), isAway: false },
];

describe.each(troubles)('where Redis $how', ({ begin, end, isAway }) => {
  it('no answer fails or lacks anything, one a process is late by one timeout at most, and it is of use again by itself', async () => {
    await untilUp([...instances, ...others]);
    await begin();
    try {
      expectUnharmed(await measureAll(instances));
      // As often as one likes: whoever waits once does not wait again.
      expectUnharmed(await measureAll(instances), 0);
      if (isAway) {
        for (const instance of instances) expect(await redisAsSeenBy(instance)).toEqual({ state: 'down', metric: '0' });
      }
    } finally {
      await end();
    }
    await untilUp([...instances, ...others]);
    await expectShared(instances, others);
  });
});

it('where Redis is not there at the start, three start without it, and use it as soon as it is', async () => {
  await redis.kill();
  const three = await startThree();
  for (const instance of three) await warmUp(instance);
  expectUnharmed(await measureAll(three), 0);
  await redis.restart();
  await untilUp([...three, ...others]);
  await expectShared(three, others);
});

it('what is foreign or corrupt under the very keys is as if it were not there', async () => {
  await untilUp([...instances, ...others]);
  const ids = take(6);
  const asked = await Promise.all(instances.map((instance) => Promise.all(ids.map((id) => ask(urlOf(instance, id))))));
  await delay(50);
  const keys = ((await redis.ask('KEYS', '*')) as string[]).filter((key) => ids.some((id) => key.includes(`:${id}:`)));
  expect(keys.length).toBeGreaterThan(ids.length * bffNames.length);
  const spoilt: ((key: string, sound: string) => string[])[] = [
    (key) => ['SET', key, '\u0000\u0001{{{'],
    (key) => ['SET', key, JSON.stringify({ of: 'another make' })],
    (key) => ['SET', key, JSON.stringify({ key, value: { id: 'another shape' }, asOf: Date.now() })],
    (key, sound) => ['SET', key, sound.slice(0, sound.length / 2)],
    (key, sound) => ['SET', key, sound.replace(/"asOf":\d+/, `"asOf":${Date.now() + 3_600_000}`)],
    (key, sound) => ['SET', key, sound.replace(key.split(':')[3] ?? '', 'another-product')],
    (key) => ['LPUSH', key, 'a list'],
  ];
  for (const [n, key] of keys.entries()) {
    const sound = String(await redis.ask('GET', key));
    await redis.ask('DEL', key);
    await redis.ask(...(spoilt[n % spoilt.length]?.(key, sound) ?? []));
  }
  for (const [n, other] of others.entries()) {
    for (const [m, id] of ids.entries()) {
      const { status, body } = await ask(urlOf(other, id));
      expect({ status, isTheSame: body === asked[n]?.[m]?.body }).toEqual({ status: 200, isTheSame: true });
    }
  }
});
