import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import { createLogger, parseEnvironment } from '@product-bffs/http-service';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { headersOfRefusals } from '../src/openapi-parts.ts';
import { contract } from './contract.ts';
import { bodyOf, unhurried, until, usePartner, withKey } from './partner.ts';
import { createRegistry, ownVariables, type Registry } from './registry.ts';

// A silent Redis is waited for in real time, and the first start of one may install it.
jest.setTimeout(200_000);

const lamp = '/2026-10/products/lamp';
const list = (count: number) =>
  `/2026-10/products?ids=${Array.from({ length: count }, (_, n) => `lamp-${n}`).join(',')}`;
const remaining = ({ headers }: Answer) => Number(/^"partner";r=(\d+);t=\d+$/.exec(headers['ratelimit'] ?? '')?.[1]);
const secondsLeft = ({ headers }: Answer) => Number(/;t=(\d+)$/.exec(headers['ratelimit'] ?? '')?.[1]);
const quota = (units: number) => ({ units, windowS: 60 });

describe('a quota', () => {
  // Each partner has one of its own: tests do not meet.
  const costs: [what: string, ask: (api: CheckedApi) => Promise<Answer>, status: number, units: number][] = [
    ['a record', (api) => api.get(lamp), 200, 1],
    ['a record that is asked for with HEAD', (api) => api.request('HEAD', lamp), 200, 1],
    ['a record that there is not', (api) => api.get('/2026-10/products/none'), 404, 1],
    ['a list of one', (api) => api.get(list(1)), 200, 1],
    ['a list of 10', (api) => api.get(list(10)), 200, 1],
    ['a list of 11', (api) => api.get(list(11)), 200, 2],
    ['a list of 100', (api) => api.get(list(100)), 200, 10],
    ['a request that is not valid', (api) => api.get(`${lamp}?currency=XXX`), 400, 1],
    ['a page, by its limit', (api) => api.get('/2026-10/products?limit=25'), 200, 3],
    ['a page without a limit', (api) => api.get('/2026-10/products'), 200, 10],
    ['a page that is too long', (api) => api.get('/2026-10/products?limit=101'), 400, 1],
    ['a list of too many', (api) => api.get(list(300)), 400, 10],
    ['a list whose ids are given twice', (api) => api.get(`${list(1)}&ids=lamp`), 400, 1],
  ];
  const partner = usePartner([sampleEntry('lamp')], unhurried, [
    ...costs.map((_, n) => ({ id: `cost-${n}`, quota: quota(600) })),
    { id: 'revalidating', quota: quota(600) },
    { id: 'small', quota: quota(10) },
    { id: 'greedy', quota: quota(20) },
    { id: 'modest', quota: quota(50) },
  ]);

  it.each(costs.map((cost, n) => [...cost, n] as const))('pays for %s', async (_what, ask, status, units, n) => {
    const answer = await ask(partner.as(`cost-${n}`));
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'ratelimit-policy': '"partner";q=600;w=60',
      ratelimit: `"partner";r=${600 - units};t=60`,
    });
    expect(answer.headers).not.toHaveProperty('retry-after');
  });

  it('says what is left with a 304, which costs as much', async () => {
    const api = partner.as('revalidating');
    const { headers } = await api.get(lamp);
    const answer = await api.get(lamp, { 'if-none-match': headers['etag'] ?? '' });
    expect([answer.status, remaining(answer)]).toEqual([304, 598]);
    expect(answer.headers['ratelimit-policy']).toBe('"partner";q=600;w=60');
  });

  it('that is used up is told with 429, when there is more, and the same numbers in the headers', async () => {
    const api = partner.as('small');
    for (let left = 9; left >= 0; left -= 1) expect(remaining(await api.get(lamp))).toBe(left);
    const answer = await api.get(lamp);
    expect([answer.status, answer.headers['cache-control']]).toEqual([429, 'no-store']);
    expect(bodyOf(answer)).toMatchObject({
      type: 'https://problems.example/quota-exceeded',
      code: 'quota-exceeded',
      detail: 'More than 10 units within 60 seconds.',
    });
    expect(answer.headers).toMatchObject({
      'ratelimit-policy': '"partner";q=10;w=60',
      ratelimit: `"partner";r=0;t=${secondsLeft(answer)}`,
      'retry-after': String(secondsLeft(answer)),
    });
    expect(secondsLeft(answer)).toBeGreaterThan(50);
    expect(secondsLeft(answer)).toBeLessThanOrEqual(60);
  });

  it('that is asked for ten times over changes nothing for the others', async () => {
    const [greedy, modest] = [partner.as('greedy'), partner.as('modest')];
    const [greeds, modests] = await Promise.all([
      Promise.all(Array.from({ length: 200 }, () => greedy.get(lamp))),
      Promise.all(Array.from({ length: 40 }, () => modest.get(lamp))),
    ]);
    expect(greeds.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(greeds.filter(({ status }) => status === 429)).toHaveLength(180);
    expect(modests.map(({ status }) => status)).toEqual(modests.map(() => 200));
    expect(modests.map(remaining).sort((a, b) => b - a)).toEqual(modests.map((_, n) => 49 - n));
  });

  it('asks no service for what is over it', async () => {
    const stats = () => partner.services.service('catalog').stats().calls;
    const before = stats();
    expect((await partner.as('small').get(list(100))).status).toBe(429);
    expect(stats()).toEqual(before);
  });

  it('is not that of who could not be let in', async () => {
    expect((await partner.bare.get(lamp)).headers).not.toHaveProperty('ratelimit');
  });
});

describe('over Redis', () => {
  let redis: RedisForTests;
  let services: Downstreams;
  let registry: Registry;
  let apps: { api: CheckedApi; close: () => Promise<void> }[];

  const start = () => {
    const { catalog, pricing, inventory } = services.urls;
    const config = parseEnvironment(environment, {
      ...ownVariables,
      ...registry.variables,
      ...unhurried,
      PROBLEM_BASE_URL: 'https://problems.example',
      CACHE_MB: '8',
      CATALOG_URL: catalog,
      PRICING_URL: pricing,
      INVENTORY_URL: inventory,
      REDIS_URL: redis.url,
      // Long enough for a machine with other things to do.
      REDIS_TIMEOUT_MS: '1000',
      QUOTA_STORE: 'redis',
    });
    const dependencies = createDependencies(config, createLogger('partner-bff', 'silent'));
    return { api: checkedApi(createApp(dependencies), contract, headersOfRefusals), close: () => dependencies.close() };
  };
  const as = (instance: number, id: string) => withKey(apps[instance]!.api, registry.keyOf(id));
  /** Steps of a count: what else runs there (versions in use) adds up nothing by INCRBY. */
  const scriptsRun = async () =>
    Number(/cmdstat_incrby:calls=(\d+)/.exec(String(await redis.ask('INFO', 'commandstats')))?.[1] ?? 0);
  /** Both have counted there. */
  const connected = () =>
    until(async () => {
      const before = await scriptsRun();
      await Promise.all([0, 1].map((n) => as(n, 'probe').get(lamp)));
      return (await scriptsRun()) === before + 2;
    });

  beforeAll(async () => {
    [redis, services] = await Promise.all([startRedis(), startDownstreams({ catalogue: [sampleEntry('lamp')] })]);
  });
  afterAll(async () => {
    await Promise.all([redis.stop(), services.stop()]);
  });
  beforeEach(async () => {
    registry = createRegistry(
      { id: 'probe' },
      { id: 'shared', quota: quota(20) },
      { id: 'greedy', quota: quota(20) },
      { id: 'other', quota: quota(50) },
    );
    apps = [start(), start()];
    await connected();
    await redis.ask('FLUSHALL');
  });
  afterEach(async () => {
    await Promise.all(apps.map(({ close }) => close()));
    registry.remove();
  });

  it('two instances count together, and the last unit is given once', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => as(n % 2, 'shared').get(lamp)));
    const letIn = answers.filter(({ status }) => status === 200);
    expect(letIn.map(remaining).sort((a, b) => b - a)).toEqual(Array.from({ length: 20 }, (_, n) => 19 - n));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40);
  });

  it('what is over a quota costs Redis nothing, until the window ends', async () => {
    for (const instance of [0, 1]) {
      await Promise.all(Array.from({ length: 21 }, () => as(instance, 'greedy').get(lamp)));
    }
    const before = await scriptsRun();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => as(n % 2, 'greedy').get(lamp)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 429));
    expect(await scriptsRun()).toBe(before);
    expect(remaining(await as(0, 'other').get(lamp))).toBe(49);
    expect(await scriptsRun()).toBe(before + 1);
  });

  it('no name of a key in Redis holds an API key, and each ends with its window', async () => {
    await as(0, 'shared').get(lamp);
    const keys = ((await redis.ask('KEYS', '*quota*')) as string[]).toSorted();
    expect(keys).toEqual(['partner-bff:quota:60:shared']);
    const ttl = Number(await redis.ask('TTL', keys[0] ?? ''));
    expect(ttl).toBeGreaterThan(50);
    expect(ttl).toBeLessThanOrEqual(60);
  });

  it('killed, each instance counts by itself and no request fails for it; back, they count together again', async () => {
    expect(remaining(await as(0, 'shared').get(lamp))).toBe(19);
    await redis.kill();
    try {
      for (const instance of [0, 1]) {
        const answers = await Promise.all(Array.from({ length: 30 }, () => as(instance, 'shared').get(lamp)));
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
        expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
        for (const answer of answers) expect(answer.headers['ratelimit-policy']).toBe('"partner";q=20;w=60');
      }
    } finally {
      await redis.restart();
    }
    await connected();
  });

  it('silent, is waited for once, for its time limit', async () => {
    await redis.pause();
    try {
      const answers = await Promise.all(Array.from({ length: 10 }, () => as(0, 'other').get(lamp)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const startedAt = performance.now();
      for (let n = 0; n < 10; n += 1) expect((await as(0, 'other').get(lamp)).status).toBe(200);
      // Ten time limits would be ten seconds.
      expect(performance.now() - startedAt).toBeLessThan(4000);
    } finally {
      await redis.resume();
    }
    await connected();
  });
});
