import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import { createCacheStore, type CacheStore } from '@product-bffs/redis';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { KnowledgeCache } from '../src/cache/knowledge-cache.ts';
import { connectDownstreams, createCatalogClient, createInventoryClient, createPricingClient } from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

type Service = 'catalog' | 'pricing' | 'inventory';
const names = ['catalog', 'pricing', 'inventory'] as const;
const ids = ['lamp', 'shade', ...Array.from({ length: 20 }, (_, n) => `p-${n}`)];
const REDIS_TIMEOUT_MS = 300;
/** What a machine with other things to do may be late. */
const BUSY_MS = 1000;

let redis: RedisForTests;
let services: Downstreams<Service>;
let now: number;
let stores: CacheStore[];
beforeAll(async () => {
  redis = await startRedis();
  services = await startDownstreams({ services: names, catalogue: ids.map((id) => sampleEntry(id)) });
});
beforeEach(async () => {
  now = Date.now();
  stores = [];
  for (const name of names) {
    services.service(name).clearFaults();
    services.service(name).clearStats();
  }
  await redis.ask('FLUSHDB');
});
afterEach(() => Promise.all(stores.map((store) => store.close())));
afterAll(async () => {
  await services.stop();
  await redis.stop();
});

const calls = (name: Service) => Object.values(services.service(name).stats().calls).reduce((sum, n) => sum + n, 0);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(2);
}

interface InstanceOptions {
  prefix?: string;
  maxBytes?: number;
  timeoutMs?: number;
  /** 1: as far ahead of its time as anything is refreshed. */
  random?: number;
}

/** A process of its own as far as knowledge goes: its memory, its connection, its clients. */
async function startInstance(options: InstanceOptions = {}) {
  const { prefix = 'test', maxBytes = 1 << 20, timeoutMs = 5000, random = 0 } = options;
  const lookups: string[] = [];
  const seen: string[] = [];
  const reads: number[] = [];
  const connected = createCacheStore({
    url: redis.url,
    timeoutMs: REDIS_TIMEOUT_MS,
    onRedis: ({ state }) => seen.push(state),
  });
  const store: CacheStore = {
    ...connected,
    getMany(keys) {
      reads.push(performance.now());
      return connected.getMany(keys);
    },
  };
  stores.push(store);
  await until(() => seen.at(-1) === 'up');
  // Never ahead of its time unless a test says so.
  const knowledge = new KnowledgeCache({ maxBytes, store, prefix, clock: () => now, random: () => random });
  const at = (name: Service) => ({
    ...caller,
    url: services.urls[name],
    timeoutMs,
    knowledge,
    onLookup: ({ level }: { level: string }) => void lookups.push(level),
  });
  const clients = {
    catalog: createCatalogClient(at('catalog')),
    pricing: createPricingClient(at('pricing')),
    inventory: createInventoryClient(at('inventory')),
  };
  return {
    lookups,
    seen,
    /** When it read in Redis, by `performance.now()`. */
    reads,
    knowledge,
    ask: {
      catalog: (id = 'lamp') => clients.catalog.getProduct(id, { locale: 'en-GB' }, callContext()),
      pricing: (id = 'lamp') => clients.pricing.getPrice(id, { currency: 'GBP' }, callContext()),
      inventory: (id = 'lamp') => clients.inventory.getStock(id, callContext()),
    },
    priceFor: (subject: string | undefined) =>
      clients.pricing.getPrice('lamp', { currency: 'GBP' }, { ...callContext(), subject }),
  };
}

type Instance = Awaited<ReturnType<typeof startInstance>>;

const keyOf = { catalog: 'product?locale=en-GB', pricing: 'price?currency=GBP', inventory: 'stock?' };
const storedAt = (service: Service, id = 'lamp') => `test:1:${service}:${id}:${keyOf[service]}`;

/** Asks as a process that has just started would not: what it learns is in Redis when this resolves. */
async function leave(instance: Instance, service: Service, id = 'lamp') {
  const section = await instance.ask[service](id);
  await until(async () => String(await redis.ask('GET', storedAt(service, id))).includes(`"asOf":${section.asOf}`));
  return section;
}

describe.each(names)('what one instance has asked of the %s service', (service) => {
  it('is taken from Redis by another, with the lifetimes of the first', async () => {
    const first = await leave(await startInstance(), service);
    now += 3000;
    const other = await startInstance();
    expect(await other.ask[service]()).toEqual(first);
    expect(await other.ask[service]()).toEqual(first);
    expect(other.lookups).toEqual(['redis', 'memory']);
    expect(calls(service)).toBe(1);
    const ttl = Number(await redis.ask('PTTL', storedAt(service)));
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(first.hardUntil - first.asOf);
  });

  it('is taken from Redis each time by one that keeps nothing itself', async () => {
    const first = await leave(await startInstance(), service);
    const other = await startInstance({ maxBytes: 0 });
    for (let n = 0; n < 3; n += 1) expect(await other.ask[service]()).toEqual(first);
    expect(other.lookups).toEqual(['redis', 'redis', 'redis']);
    expect(calls(service)).toBe(1);
  });

  it('and does not exist is known to another, for what is left of 30 s', async () => {
    const first = await startInstance();
    const { asOf } = await leave(first, service, 'ghost');
    now = asOf + 29_999;
    const other = await startInstance();
    expect(await other.ask[service]('ghost')).toMatchObject({ value: null, asOf });
    expect(calls(service)).toBe(1);
    now += 1;
    expect(await other.ask[service]('ghost')).toMatchObject({ value: null, asOf: now });
    expect(calls(service)).toBe(2);
  });

  it('is of no use past its hard lifetime', async () => {
    const { hardUntil } = await leave(await startInstance(), service);
    await services.service(service).setFaults({ kind: 'status', status: 500 });
    now = hardUntil;
    await expect((await startInstance()).ask[service]()).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('is of no use to another that was told of a change, nor to one that was not', async () => {
    const [asked, told, untold] = [await startInstance(), await startInstance(), await startInstance()];
    await leave(asked, service);
    now += 10;
    told.knowledge.forget(`${service}:lamp`);
    await until(async () => (await redis.ask('EXISTS', `test:1:changed:${service}:lamp`)) === 1);
    now += 10;
    const anew = await leave(untold, service);
    expect(anew.asOf).toBe(now);
    expect(calls(service)).toBe(2);
    // What was asked after the change is of use to all again.
    expect(await told.ask[service]()).toEqual(anew);
    expect(calls(service)).toBe(2);
  });

  it('is of no use to anybody else where it changed while it was under way', async () => {
    const [asking, told, untold] = [await startInstance(), await startInstance(), await startInstance()];
    await services.service(service).setFaults({ kind: 'latency', latencyMs: 100, times: 1 });
    const underWay = leave(asking, service);
    await until(() => services.service(service).stats().inFlight === 1);
    now += 10;
    told.knowledge.forget(`${service}:lamp`);
    await underWay;
    now += 10;
    expect(await untold.ask[service]()).toMatchObject({ asOf: now });
    expect(await told.ask[service]()).toMatchObject({ asOf: now });
    expect(untold.lookups).toEqual(['service']);
  });

  it('is no more to an instance to which everything may have changed', async () => {
    await leave(await startInstance(), service);
    const other = await startInstance();
    now += 10;
    other.knowledge.forget(undefined);
    now += 10;
    expect(await other.ask[service]()).toMatchObject({ asOf: now });
    expect(calls(service)).toBe(2);
  });
});

describe('what does not belong under its key', () => {
  type Spoil = (key: string, sound: { key: string; value: object; asOf: number }) => string[];
  const set =
    (change: (sound: { key: string; value: object; asOf: number }) => unknown): Spoil =>
    (key, sound) => ['SET', key, JSON.stringify(change(sound))];
  const spoilt: [string, Spoil][] = [
    ['nothing', (key) => ['SET', key, '']],
    ['bytes', (key) => ['SET', key, '\u0000\u001f\ufffd{']],
    ['half of the value', (key, sound) => ['SET', key, JSON.stringify(sound).slice(0, -40)]],
    ['a number', set(() => 42)],
    ['null', set(() => null)],
    ['a list', set((sound) => [sound])],
    ['an object of another make', set(({ value }) => value)],
    ['a value of another shape', set((sound) => ({ ...sound, value: { id: 'lamp', price: 'a lot' } }))],
    ['a text for a value', set((sound) => ({ ...sound, value: JSON.stringify(sound.value) }))],
    ['no value', set(({ key, asOf }) => ({ key, asOf }))],
    ['no age', set(({ key, value }) => ({ key, value }))],
    ['an age in words', set((sound) => ({ ...sound, asOf: new Date(sound.asOf).toISOString() }))],
    ['a date in the future', set((sound) => ({ ...sound, asOf: sound.asOf + 2001 }))],
    ['the value of another product', (key) => ['COPY', key.replace('lamp', 'shade'), key, 'REPLACE']],
    ['a Redis list', (key) => ['LPUSH', key, 'lamp']],
    ['a Redis hash', (key) => ['HSET', key, 'key', 'lamp']],
  ];
  const cases = names.flatMap((service) => spoilt.map(([what, spoil]) => ({ service, what, spoil })));

  it.each(cases)(
    '$what, for an answer of the $service service, is as if there were none',
    async ({ service, spoil }) => {
      const asked = await startInstance();
      await leave(asked, service, 'shade');
      await leave(asked, service);
      const key = storedAt(service);
      const sound = JSON.parse(String(await redis.ask('GET', key))) as { key: string; value: object; asOf: number };
      await redis.ask('DEL', key);
      await redis.ask(...spoil(key, sound));
      const other = await startInstance();
      expect(await other.ask[service]()).toMatchObject({ state: 'fresh', value: { id: 'lamp' } });
      expect(other.lookups).toEqual(['service']);
      // It was put in order, whatever it was.
      await until(async () => (await redis.ask('TYPE', key)) === 'string');
      await until(async () => String(await redis.ask('GET', key)).includes('"asOf"'));
      expect(await (await startInstance()).ask[service]()).toMatchObject({ value: { id: 'lamp' } });
      expect(calls(service)).toBe(3);
    },
  );

  it.each([
    ['of another format', 'test:2:'],
    ['of another service', 'other:1:'],
  ])('a value %s is not looked at', async (_what, prefix) => {
    await leave(await startInstance(), 'pricing');
    await redis.ask('RENAME', storedAt('pricing'), storedAt('pricing').replace('test:1:', prefix));
    const other = await startInstance();
    await other.ask.pricing();
    expect(other.lookups).toEqual(['service']);
  });

  it.each([
    ['of no sense', ['SET', 'soon'], 'service'],
    ['of another type', ['LPUSH', 'soon'], 'redis'],
    ['of before', ['SET', '1'], 'redis'],
  ])('a mark %s for a change costs a call at most', async (_what, [command = '', text = ''], level) => {
    await leave(await startInstance(), 'pricing');
    await redis.ask(command, 'test:1:changed:pricing:lamp', text);
    const other = await startInstance();
    expect(await other.ask.pricing()).toMatchObject({ state: 'fresh', value: { id: 'lamp' } });
    expect(other.lookups).toEqual([level]);
  });
});

describe('past its soft lifetime, to an instance that has just started', () => {
  it('a product is sent as stale at once, while one refresh runs for all who ask', async () => {
    const first = await leave(await startInstance(), 'catalog');
    const other = await startInstance();
    await services.service('catalog').setFaults({ kind: 'latency', latencyMs: 200 });
    now = first.softUntil;
    for (let n = 0; n < 30; n += 1) expect(await other.ask.catalog()).toEqual({ ...first, state: 'stale' });
    await until(async () => (await other.ask.catalog()).state === 'fresh');
    expect(calls('catalog')).toBe(2);
    expect(other.lookups[0]).toBe('redis');
  });

  it('a product is sent as stale to all who ask at once, and fetched once', async () => {
    const first = await leave(await startInstance(), 'catalog');
    const other = await startInstance({ maxBytes: 0 });
    now = first.softUntil;
    const answers = await Promise.all(Array.from({ length: 100 }, () => other.ask.catalog()));
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['stale']));
    await until(async () => (await startInstance()).ask.catalog().then(({ state }) => state === 'fresh'));
    expect(calls('catalog')).toBe(2);
  });

  it.each(['pricing', 'inventory'] as const)('what the %s service says is asked for again', async (service) => {
    const first = await leave(await startInstance(), service);
    now = first.softUntil;
    expect(await (await startInstance()).ask[service]()).toMatchObject({ state: 'fresh', asOf: now });
    expect(calls(service)).toBe(2);
  });

  const failures: [string, FaultInput][] = [
    ['fails', { kind: 'status', status: 500 }],
    ['is silent', { kind: 'hang' }],
    ['talks nonsense', { kind: 'garbage' }],
  ];
  it.each(names.flatMap((service) => failures.map(([how, fault]) => ({ service, how, fault }))))(
    'the old value is sent where the $service service $how',
    async ({ service, fault }) => {
      const first = await leave(await startInstance(), service);
      await services.service(service).setFaults(fault);
      now = first.softUntil;
      expect(await (await startInstance({ timeoutMs: 100 })).ask[service]()).toEqual({ ...first, state: 'stale' });
    },
  );

  it('what another has fetched meanwhile is taken instead of asking again', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    for (const service of names) {
      const first = await leave(one, service);
      await two.ask[service]();
      now = first.softUntil;
      if (service === 'catalog') {
        await one.ask.catalog();
        await until(async () => (await one.ask.catalog()).state === 'fresh');
        await until(async () => String(await redis.ask('GET', storedAt(service))).includes(`"asOf":${now}`));
        expect(await two.ask.catalog()).toMatchObject({ state: 'stale' });
        await until(async () => (await two.ask.catalog()).state === 'fresh');
      } else {
        const anew = await leave(one, service);
        expect(await two.ask[service]()).toEqual(anew);
      }
      expect(calls(service)).toBe(2);
    }
  });
});

describe('shortly before its soft lifetime ends, in ten instances at once', () => {
  const startTen = () => Promise.all(Array.from({ length: 10 }, () => startInstance({ random: 1 })));

  it.each(names)(
    'what the %s service says is asked for by one, and taken from Redis by the others',
    async (service) => {
      const ten = await startTen();
      const first = await leave(ten[0] as Instance, service);
      for (const { ask } of ten) await ask[service]();
      await services.service(service).setFaults({ kind: 'latency', latencyMs: 100 });
      now = first.asOf + 0.95 * (first.softUntil - first.asOf);
      for (const { ask } of ten) expect(await ask[service]()).toEqual(first);
      for (const { ask } of ten) await until(async () => (await ask[service]()).asOf === now);
      expect(calls(service)).toBe(2);
    },
  );

  it('it is asked for by another where the first has failed', async () => {
    const ten = await startTen();
    const first = await leave(ten[0] as Instance, 'pricing');
    for (const { ask } of ten) await ask.pricing();
    await services.service('pricing').setFaults({ kind: 'status', status: 500, times: 1 });
    now = first.asOf + 0.95 * (first.softUntil - first.asOf);
    for (const { ask } of ten) expect(await ask.pricing()).toEqual(first);
    for (const { ask } of ten) await until(async () => (await ask.pricing()).asOf === now);
    expect(calls('pricing')).toBe(3);
  });

  it('one whose turn does not come looks less and less often, and asks when it comes', async () => {
    const { ask, reads, ...instance } = await startInstance({ random: 1 });
    const first = await leave({ ask, reads, ...instance }, 'pricing');
    const asking = storedAt('pricing').replace('test:1:', 'test:1:asking:');
    await redis.ask('SET', asking, '', 'PX', '60000');
    reads.length = 0;
    now = first.asOf + 0.95 * (first.softUntil - first.asOf);
    expect(await ask.pricing()).toEqual(first);
    await until(() => reads.length === 8);
    const pausesMs = reads.slice(1).map((at, n) => at - (reads[n] ?? 0));
    // A timer may be early by what a clock rounds off.
    const atLeastMs = [25, 50, 100, 200, 400, 400, 400];
    atLeastMs.forEach((ms, n) => expect(pausesMs[n]).toBeGreaterThan(ms - 3));
    // And late by what the machine has to do otherwise, but hardly twice in a row.
    expect(Math.min(...pausesMs.slice(-2))).toBeLessThan(800);
    expect(calls('pricing')).toBe(1);
    await redis.ask('DEL', asking);
    await until(async () => (await ask.pricing()).asOf === now);
    expect(calls('pricing')).toBe(2);
  });
});

describe('past its soft lifetime, in ten instances at once', () => {
  it('nobody waits for the one that asks and gets no answer', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => startInstance()));
    const first = await leave(ten[0] as Instance, 'pricing');
    for (const { ask } of ten) await ask.pricing();
    now = first.softUntil;
    await services.service('pricing').setFaults({ kind: 'hang', times: 1 });
    const states: string[] = [];
    for (const { ask } of ten) {
      ask.pricing().then(
        ({ state }) => states.push(state),
        () => undefined,
      );
    }
    await until(() => states.length === 9);
    expect(new Set(states)).toEqual(new Set(['fresh']));
    expect(services.service('pricing').stats().inFlight).toBe(1);
  });

  it.each(['pricing', 'inventory'] as const)(
    'what the %s service says is asked for, though one that has its turn has ended',
    async (service) => {
      const instance = await startInstance();
      const first = await leave(instance, service);
      now = first.softUntil;
      await redis.ask('SET', storedAt(service).replace('test:1:', 'test:1:asking:'), '', 'PX', '60000');
      expect(await instance.ask[service]()).toMatchObject({ state: 'fresh', asOf: now });
    },
  );
});

it('an old value in a Redis that takes no new ones never comes after a newer one', async () => {
  const instance = await startInstance();
  const first = await leave(instance, 'pricing');
  const [, limit] = (await redis.ask('CONFIG', 'GET', 'maxmemory')) as [string, string];
  await redis.ask('CONFIG', 'SET', 'maxmemory', '1');
  try {
    now = first.softUntil;
    const newer = await instance.ask.pricing();
    expect(newer.asOf).toBe(now);
    now = newer.softUntil;
    await services.service('pricing').setFaults({ kind: 'status', status: 500 });
    for (let n = 0; n < 3; n += 1) expect(await instance.ask.pricing()).toEqual({ ...newer, state: 'stale' });
  } finally {
    await redis.ask('CONFIG', 'SET', 'maxmemory', limit);
  }
});

describe('where Redis fails while it is asked', () => {
  const faults: [string, () => Promise<void>, () => Promise<void>][] = [
    ['is stopped', () => redis.pause(), () => redis.resume()],
    ['is killed', () => redis.kill(), () => redis.restart()],
    [
      'is slower than a command may be',
      () => redis.proxy.play({ kind: 'latency', latencyMs: 1000 }),
      () => redis.proxy.heal(),
    ],
    ['talks nonsense', () => redis.proxy.play({ kind: 'garbage' }), () => redis.proxy.heal()],
    ['breaks off', () => redis.proxy.play({ kind: 'truncate', afterBytes: 3 }), () => redis.proxy.heal()],
  ];
  it.each(faults)(
    'because it %s, the service answers: late by one timeout once, and then not',
    async (_how, begin, end) => {
      const one = await startInstance();
      await leave(one, 'pricing', 'p-0');
      const other = await startInstance();
      await begin();
      try {
        const startedAt = performance.now();
        const [first] = await Promise.all([
          other.ask.pricing('p-0'),
          other.ask.catalog('p-0'),
          other.ask.inventory('p-0'),
        ]);
        const firstMs = performance.now() - startedAt;
        expect(first).toMatchObject({ state: 'fresh', value: { id: 'p-0' } });
        expect(firstMs).toBeLessThan(REDIS_TIMEOUT_MS + BUSY_MS);
        for (let n = 1; n < 20; n += 1) expect(await other.ask.pricing(`p-${n}`)).toMatchObject({ state: 'fresh' });
        // A fraction of what nineteen timeouts would take.
        expect(performance.now() - startedAt - firstMs).toBeLessThan(REDIS_TIMEOUT_MS + BUSY_MS);
        expect(other.lookups).not.toContain('redis');
      } finally {
        await end();
      }
      // And by itself it is of use again.
      await until(() => other.seen.at(-1) === 'up');
      const left = await leave(other, 'pricing', 'shade');
      const third = await startInstance();
      expect(await third.ask.pricing('shade')).toEqual(left);
      expect(third.lookups).toEqual(['redis']);
    },
  );
});

it('a change of which Redis heard nothing is told to it as soon as it is back', async () => {
  const seen: string[] = [];
  const downstreams = connectDownstreams({
    service: 'test',
    settings: {
      PRICING_URL: services.urls.pricing,
      PRICING_TIMEOUT_MS: 5000,
      CACHE_MB: 1,
      REDIS_URL: redis.url,
      REDIS_TIMEOUT_MS,
      FOLLOW_CHANGES: 'off',
    },
    events: { onRedis: ({ state }) => seen.push(state) },
    onChange: () => undefined,
    clock: () => now,
  });
  try {
    await until(() => seen.at(-1) === 'up');
    const told = downstreams.to('pricing');
    const pricing = createPricingClient({ ...caller, ...told });
    const [asked, untold] = [await startInstance(), await startInstance()];
    await leave(asked, 'pricing');
    await redis.proxy.play({ kind: 'refuse' });
    await until(() => [seen, asked.seen, untold.seen].every((states) => states.at(-1) === 'down'));
    now += 10;
    const changedAt = now;
    told.knowledge?.forget('pricing:lamp');
    now += 10;
    await redis.proxy.heal();
    await until(() => [seen, asked.seen, untold.seen].every((states) => states.at(-1) === 'up'));
    // What was sent to Redis before this is there when this is.
    await pricing.getPrice('shade', { currency: 'GBP' }, callContext());
    await until(async () => (await redis.ask('EXISTS', storedAt('pricing', 'shade'))) === 1);
    expect(await redis.ask('GET', 'test:1:changed:pricing:lamp')).toBe(String(changedAt));
    expect(await untold.ask.pricing()).toMatchObject({ state: 'fresh', asOf: now });
    expect(untold.lookups).toEqual(['service']);
  } finally {
    await redis.proxy.heal();
    await downstreams.close();
  }
});

describe('the price of one subject', () => {
  it('is found by that subject alone, in any instance', async () => {
    const one = await startInstance();
    await one.priceFor('gold');
    await until(async () => (await redis.ask('EXISTS', `${storedAt('pricing')}#gold`)) === 1);
    const two = await startInstance();
    for (const subject of ['silver', undefined, 'gold', 'gold#silver']) await two.priceFor(subject);
    expect(two.lookups).toEqual(['service', 'service', 'redis', 'service']);
  });

  it('ends for all subjects with a change of it', async () => {
    const one = await startInstance();
    for (const subject of ['gold', 'silver']) await one.priceFor(subject);
    now += 1;
    one.knowledge.forget('pricing:lamp');
    now += 1;
    for (const subject of ['gold', 'silver']) await one.priceFor(subject);
    expect(one.lookups).toEqual(['service', 'service', 'service', 'service']);
  });
});
