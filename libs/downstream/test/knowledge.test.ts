import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Deadline, fresh } from '@product-bffs/composition';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import type { CacheStore } from '@product-bffs/redis';
import { KnowledgeCache } from '../src/cache/knowledge-cache.ts';
import { createCatalogClient, createInventoryClient, createPricingClient } from '../src/index.ts';
import { caller } from './caller.ts';
import { callContext } from './call-context.ts';

const minute = 60_000;
const hour = 60 * minute;

let services: Downstreams<'catalog' | 'pricing' | 'inventory'>;
let now: number;
let knowledge: KnowledgeCache;
let lookups: string[];
beforeAll(async () => {
  const catalogue = ['lamp', 'shade', 'bulb'].map((id) => sampleEntry(id));
  services = await startDownstreams({ services: ['catalog', 'pricing', 'inventory'], catalogue });
});
beforeEach(() => {
  now = Date.now();
  lookups = [];
  // Never ahead of its time, so that each test says when something is fetched.
  knowledge = new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test', clock: () => now, random: () => 0 });
  for (const name of ['catalog', 'pricing', 'inventory'] as const) {
    services.service(name).clearFaults();
    services.service(name).clearStats();
  }
});
afterAll(() => services.stop());

const at = (name: 'catalog' | 'pricing' | 'inventory', timeoutMs = 5000) => ({
  ...caller,
  url: services.urls[name],
  timeoutMs,
  knowledge,
  onLookup: ({ level }: { level: string }) => void lookups.push(level),
});
const english = { locale: 'en-GB' };
const pounds = { currency: 'GBP' };
const calls = (service: 'catalog' | 'pricing' | 'inventory') =>
  Object.values(services.service(service).stats().calls).reduce((sum, n) => sum + n, 0);

/** Each kind of knowledge, and its lifetimes. */
const kinds = [
  {
    kind: 'the catalog',
    service: 'catalog',
    softMs: 5 * minute,
    hardMs: 24 * hour,
    ask: (id = 'lamp', timeoutMs?: number) =>
      createCatalogClient(at('catalog', timeoutMs)).getProduct(id, english, callContext()),
  },
  {
    kind: 'a price',
    service: 'pricing',
    softMs: 30_000,
    hardMs: 5 * minute,
    ask: (id = 'lamp', timeoutMs?: number) =>
      createPricingClient(at('pricing', timeoutMs)).getPrice(id, pounds, callContext()),
  },
  {
    kind: 'stock',
    service: 'inventory',
    softMs: 5000,
    hardMs: 60_000,
    ask: (id = 'lamp', timeoutMs?: number) =>
      createInventoryClient(at('inventory', timeoutMs)).getStock(id, callContext()),
  },
] as const;

/** Waits for what nobody waits for. */
async function refreshed(service: 'catalog', count: number): Promise<void> {
  while (calls(service) < count || services.service(service).stats().inFlight > 0) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.each(kinds)('$kind', ({ service, softMs, hardMs, ask }) => {
  it('is asked for once within its soft lifetime, to the millisecond', async () => {
    const first = await ask();
    now = first.softUntil - 1;
    expect(await ask()).toEqual(first);
    expect(calls(service)).toBe(1);
    expect(first.softUntil - first.asOf).toBe(softMs);
    expect(first.hardUntil - first.asOf).toBe(hardMs);
  });

  it('that there is none is remembered for 30 s and no longer', async () => {
    expect(await ask('ghost')).toMatchObject({ state: 'fresh', value: null });
    now += 29_999;
    expect(await ask('ghost')).toMatchObject({ value: null });
    expect(calls(service)).toBe(1);
    now += 1;
    await ask('ghost');
    expect(calls(service)).toBe(2);
  });

  it('is never used past its hard lifetime', async () => {
    const { hardUntil } = await ask();
    await services.service(service).setFaults({ kind: 'status', status: 500 });
    now = hardUntil;
    await expect(ask()).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('is not remembered where it failed', async () => {
    await services.service(service).setFaults({ kind: 'status', status: 500 });
    for (let n = 0; n < 2; n += 1) await expect(ask()).rejects.toMatchObject({ reason: 'unavailable' });
    expect(calls(service)).toBe(2);
  });

  it('is asked for again after a change of it, and of no other', async () => {
    await ask('lamp');
    await ask('shade');
    knowledge.forget(`${service}:lamp`);
    now += 1;
    await ask('shade');
    expect(calls(service)).toBe(2);
    await ask('lamp');
    expect(calls(service)).toBe(3);
    await ask('lamp');
    expect(calls(service)).toBe(3);
  });

  it('that was under way when it changed is not remembered, and not waited for', async () => {
    await services.service(service).setFaults({ kind: 'latency', latencyMs: 50, times: 1 });
    const before = ask();
    await new Promise((resolve) => setTimeout(resolve, 20));
    now += 10;
    knowledge.forget(`${service}:lamp`);
    now += 10;
    const after = await ask();
    await before;
    expect(calls(service)).toBe(2);
    expect(await ask()).toEqual(after);
    expect(calls(service)).toBe(2);
  });
});

describe('past its soft lifetime', () => {
  it('a product is sent as stale while one refresh runs', async () => {
    const catalog = createCatalogClient(at('catalog'));
    const ask = () => catalog.getProduct('lamp', english, callContext());
    const first = await ask();
    await services.service('catalog').setFaults({ kind: 'latency', latencyMs: 30 });
    now = first.softUntil;
    const stale = { ...first, state: 'stale' };
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([stale, stale, stale]);
    await refreshed('catalog', 2);
    expect(await ask()).toMatchObject({ state: 'fresh', asOf: now });
    expect(calls('catalog')).toBe(2);
  });

  it.each(kinds.slice(1))('$kind is fetched within the request', async ({ ask, service }) => {
    const first = await ask();
    now = first.softUntil;
    expect(await ask()).toMatchObject({ state: 'fresh', asOf: now });
    expect(calls(service)).toBe(2);
  });

  const failures: [string, FaultInput][] = [
    ['fails', { kind: 'status', status: 500 }],
    ['takes longer than its attempt', { kind: 'hang' }],
    ['makes no sense', { kind: 'garbage' }],
  ];
  it.each(kinds.slice(1).flatMap((kind) => failures.map(([how, fault]) => ({ ...kind, how, fault }))))(
    '$kind is sent as stale where asking again $how',
    async ({ ask, service, fault }) => {
      const first = await ask();
      now = first.softUntil;
      await services.service(service).setFaults(fault);
      expect(await ask('lamp', 100)).toEqual({ ...first, state: 'stale' });
      expect(lookups.at(-1)).toBe('stale');
    },
  );

  it('who waits for what another instance may have left in a slow Redis waits for one answer of it', async () => {
    let locks = 0;
    const store: CacheStore = {
      getMany: () => new Promise((resolve) => setTimeout(resolve, 80, [])),
      set: () => undefined,
      tryLock: () => Promise.resolve((locks += 1) > 0),
      close: () => Promise.resolve(),
    };
    knowledge = new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test', clock: () => now, random: () => 0, store });
    const { softUntil } = await createInventoryClient(at('inventory')).getStock('lamp', callContext());
    now = softUntil;
    const again = await createInventoryClient(at('inventory')).getStock('lamp', callContext());
    expect(again).toMatchObject({ state: 'fresh', asOf: now });
    expect(locks).toBe(0);
  });

  it.each(kinds.slice(1))(
    '$kind is not sent where its hard lifetime ends while it is asked for again',
    async (kind) => {
      const { hardUntil } = await kind.ask();
      await services.service(kind.service).setFaults({ kind: 'hang' });
      now = hardUntil - 1;
      const answer = kind.ask('lamp', 100);
      now = hardUntil;
      await expect(answer).rejects.toMatchObject({ reason: 'timeout' });
    },
  );

  it('a price is sent as stale before the section limit, where asking again takes longer', async () => {
    const pricing = createPricingClient(at('pricing'));
    const first = await pricing.getPrice('lamp', pounds, callContext());
    now = first.softUntil;
    await services.service('pricing').setFaults({ kind: 'hang' });
    const deadline = new Deadline({ budgetMs: 5000, sectionLimitMs: 200 });
    const context = { ...callContext(), deadline };
    const section = await deadline.withinSectionLimit(pricing.getPrice('lamp', pounds, context));
    expect(section).toEqual({ ...first, state: 'stale' });
    deadline.end();
  });

  it('prices of a list are fetched together, and each is stale alone where it fails', async () => {
    const pricing = createPricingClient(at('pricing', 200));
    const first = await pricing.getPrices(['lamp', 'shade'], pounds, callContext());
    now += 30_000;
    await services.service('pricing').setFaults({ kind: 'hang' });
    const batch = await pricing.getPrices(['lamp', 'shade', 'bulb'], pounds, callContext());
    for (const id of ['lamp', 'shade']) expect(batch.get(id)).toEqual({ ...first.get(id), state: 'stale' });
    expect(batch.get('bulb')).toEqual({ state: 'missing', reason: 'timeout' });
  });

  it('each of a list is told under its own id, wherever it comes from', async () => {
    const pricing = createPricingClient(at('pricing'));
    await pricing.getPrices(['lamp', 'bulb'], pounds, callContext());
    const batch = await pricing.getPrices(['lamp', 'shade', 'nobody', 'shade', 'bulb'], pounds, callContext());
    const told = [...batch].map(([id, section]) => [id, section.state !== 'missing' && section.value?.id]);
    expect(told).toEqual([
      ['lamp', 'lamp'],
      ['shade', 'shade'],
      ['nobody', undefined],
      ['bulb', 'bulb'],
    ]);
    expect(lookups).toEqual(['service', 'service', 'memory', 'memory', 'service', 'service']);
  });
});

describe('shortly before its soft lifetime ends', () => {
  it('a price is refreshed ahead, while it is still sent as fresh', async () => {
    knowledge = new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test', clock: () => now, random: () => 1 });
    const [, { ask }] = kinds;
    const first = await ask();
    now = first.asOf + 26_999;
    await ask();
    expect(calls('pricing')).toBe(1);
    now = first.asOf + 27_000;
    expect(await ask()).toEqual(first);
    while (calls('pricing') < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    now = first.softUntil;
    expect(await ask()).toMatchObject({ state: 'fresh', asOf: first.asOf + 27_000 });
    expect(calls('pricing')).toBe(2);
  });
});

describe('memory', () => {
  it('is bounded in bytes: what was used longest ago goes first', async () => {
    knowledge = new KnowledgeCache({ maxBytes: 5000, prefix: 'test', clock: () => now, random: () => 0 });
    const [{ ask }] = kinds;
    await ask('lamp');
    await ask('shade');
    await ask('bulb');
    expect(calls('catalog')).toBe(3);
    await ask('bulb');
    expect(calls('catalog')).toBe(3);
    await ask('lamp');
    expect(calls('catalog')).toBe(4);
  });

  it('of 0 bytes keeps nothing', async () => {
    knowledge = new KnowledgeCache({ maxBytes: 0, prefix: 'test', clock: () => now });
    const [{ ask }] = kinds;
    await ask();
    await ask();
    expect(calls('catalog')).toBe(2);
  });
});

describe('of more changes than it notes', () => {
  const key = 'pricing:lamp:price?currency=GBP';
  const priceAsOf = (asOf: number) =>
    fresh({ id: 'lamp' }, { softMs: 30_000, hardMs: 5 * minute, staleWhileRevalidate: false }, asOf);
  const changes = (count: number) => {
    for (let n = 0; n < count; n += 1) knowledge.forget(`pricing:p-${n}`);
  };

  it('what may be of before one that it forgot is not remembered, and what is of after it is', () => {
    const before = priceAsOf(now);
    now += 10;
    knowledge.forget('pricing:lamp');
    now += 10;
    const after = priceAsOf(now);
    now += 10;
    changes(20_000);
    knowledge.keep(key, before, 100);
    expect(knowledge.recall(key)).toBeUndefined();
    // Not even of others, of which it cannot tell any more.
    knowledge.keep('pricing:shade:price?currency=GBP', before, 100);
    expect(knowledge.recall('pricing:shade:price?currency=GBP')).toBeUndefined();
    knowledge.keep(key, after, 100);
    expect(knowledge.recall(key)?.section).toEqual(after);
  });

  it('those of the same, however many, are one', () => {
    const before = priceAsOf(now);
    for (let n = 0; n < 3; n += 1) {
      now += 10;
      changes(19_000);
    }
    knowledge.keep(key, before, 100);
    expect(knowledge.recall(key)?.section).toEqual(before);
  });
});

describe('a price of one subject', () => {
  const priceFor = (subject: string | undefined) =>
    createPricingClient(at('pricing')).getPrice('lamp', pounds, { ...callContext(), subject });

  it('is asked for each subject, in one turn as ever after', async () => {
    const pricing = createPricingClient(at('pricing'));
    const price = (subject: string) => pricing.getPrice('lamp', pounds, { ...callContext(), subject });
    await Promise.all([price('one'), price('two'), price('one')]);
    expect(services.service('pricing').stats().calls).toMatchObject({ getPrice: 2, getPrices: 0 });
    await priceFor('three');
    await priceFor(undefined);
    await priceFor('three');
    expect(calls('pricing')).toBe(4);
  });

  it('is asked for each price list', async () => {
    const pricing = createPricingClient(at('pricing'));
    await Promise.all(
      ['public', 'trade'].map((priceList) => pricing.getPrice('lamp', { ...pounds, priceList }, callContext())),
    );
    expect(calls('pricing')).toBe(2);
  });
});

it('tells where knowledge came from, and what it was made of', async () => {
  const catalog = createCatalogClient(at('catalog'));
  const sources = new Set<string>();
  const timings: { name: string; ms: number }[] = [];
  const context = { ...callContext(), sources, timings };
  await catalog.getOverviews(['lamp', 'shade'], english, context);
  await catalog.getOverview('lamp', english, context);
  expect([...sources]).toEqual(['catalog:lamp', 'catalog:shade']);
  expect(lookups).toEqual(['service', 'service', 'memory']);
  expect(timings).toEqual([{ name: 'catalog.getProduct', ms: expect.any(Number), detail: 'service' }]);
});
