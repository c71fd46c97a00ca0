import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { bffNames, serviceNames, type BffName, type ServiceName } from '@product-bffs/start';
import { ask, type Answer } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { patient } from '../src/running-system.ts';
import { callsOf, forgetCalls, setFaults } from '../src/services.ts';
import { showableProducts } from '../src/showable-products.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

let redis: RedisForTests;
let fleet: Fleet;
let ids: string[];

beforeAll(async () => {
  redis = await startRedis();
  fleet = await startFleet({
    environment: {
      ...patient,
      REDIS_URL: redis.serverUrl,
      LOG_LEVEL: 'silent',
      METRICS: 'off',
    },
  });
  ids = await showableProducts(fleet);
});

afterAll(async () => {
  await fleet.stop();
  await redis.stop();
});

const path = { 'web-bff': webProduct, 'mobile-bff': mobileProduct, 'partner-bff': partnerProduct };

/** Asks one URL after the other, evenly, whether answers come or not. */
async function offer(
  urls: string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Answer[]> {
  const underWay: Promise<Answer>[] = [];
  const startedAt = performance.now();
  for (let s = 0; s < seconds; s = (performance.now() - startedAt) / 1000) {
    while (underWay.length < s * perSecond) underWay.push(ask(urls[underWay.length % urls.length] ?? ''));
    await delay(2);
  }
  return Promise.all(underWay);
}

async function callsOfAll(): Promise<Partial<Record<ServiceName, Record<string, number>>>> {
  const counted = await Promise.all(serviceNames.map(async (name) => [name, await callsOf(fleet, name)] as const));
  return Object.fromEntries(counted.filter(([, calls]) => Object.keys(calls).length > 0));
}

describe('a thousand requests at once for a product that nothing is known of', () => {
  const expected: Record<BffName, Partial<Record<ServiceName, Record<string, number>>>> = {
    'web-bff': {
      catalog: { getProduct: 1, getProducts: 1 },
      pricing: { getPrice: 1, getPrices: 1 },
      inventory: { getStock: 1 },
      reviews: { getProductReviews: 1, getSummaries: 1 },
      recommendations: { getProductRelated: 1 },
    },
    'mobile-bff': {
      catalog: { getProduct: 1 },
      pricing: { getPrice: 1 },
      inventory: { getStock: 1 },
      reviews: { getSummaries: 1 },
    },
    'partner-bff': { catalog: { getProduct: 1 }, pricing: { getPrice: 1 }, inventory: { getStock: 1 } },
  };

  it.each(bffNames)('cost %s one call of each operation, and have the same answer', async (bff) => {
    const instance = await fleet.start(bff);
    const [id = ''] = ids.splice(0, 1);
    await forgetCalls(fleet);
    // Nobody is answered before all are there.
    for (const name of serviceNames) await setFaults(fleet, name, { kind: 'latency', latencyMs: 700 });
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(`${instance.url}${path[bff](id)}`)));
    for (const name of serviceNames) await setFaults(fleet, name);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await callsOfAll()).toEqual(expected[bff]);
  });
});

describe('ten processes over one Redis', () => {
  const INSTANCES = 10;
  const REQUESTS_PER_SECOND = 1000;
  /** Two ends of the 5 s that stock lasts, and what is left to the third. */
  const SECONDS = 12;
  const LOOK_EVERY_MS = 50;
  /** What is asked within this time is asked for one end: half of what lies between two of them. */
  const ONE_END_MS = 2500;

  it('ask for the stock of a hot product three times at most when it ends, at 1,000 requests a second', async () => {
    const instances: Instance[] = [];
    for (let n = 0; n < INSTANCES; n += 2) {
      instances.push(...(await Promise.all([fleet.start('web-bff'), fleet.start('web-bff')])));
    }
    const [id = ''] = ids.splice(0, 1);
    const urls = instances.map(({ url }) => `${url}${webProduct(id)}`);
    for (const url of urls) expect((await ask(url)).status).toBe(200);

    await forgetCalls(fleet);
    const asked: { atMs: number; calls: number }[] = [];
    const over = new AbortController();
    const watching = (async () => {
      let before = 0;
      while (!over.signal.aborted) {
        const all = Object.values(await callsOf(fleet, 'inventory')).reduce((sum, n) => sum + n, 0);
        if (all > before) asked.push({ atMs: performance.now(), calls: all - before });
        before = all;
        await delay(LOOK_EVERY_MS);
      }
    })();
    const answers = await offer(urls, { perSecond: REQUESTS_PER_SECOND, seconds: SECONDS });
    over.abort();
    await watching;

    const perEnd: { atMs: number; calls: number }[] = [];
    for (const { atMs, calls } of asked) {
      const last = perEnd.at(-1);
      if (last !== undefined && atMs - last.atMs < ONE_END_MS) last.calls += calls;
      else perEnd.push({ atMs, calls });
    }
    const counts = perEnd.map(({ calls }) => calls);
    process.stdout.write(
      `ten processes, ${Math.round(answers.length / SECONDS)} requests/s: ${counts.join(', ')} calls where stock ended\n`,
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.length).toBeGreaterThan(0.9 * REQUESTS_PER_SECOND * SECONDS);
    expect(counts.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  });
});
