import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bffNames, serviceNames, type BffName } from '@product-bffs/start';
import type { MobileList, MobileProduct, PartnerProduct, WebProduct } from '../src/answers.ts';
import { ask } from '../src/ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct } from '../src/bff-paths.ts';
import {
  expectedOfMobile,
  expectedOfWeb,
  knowledgeOfMobile,
  knowledgeOfWeb,
  requiredBy,
  usedBy,
  type Trouble,
} from '../src/degradation.ts';
import { eachAtMost } from '../src/each-at-most.ts';
import { measure, type Measured } from '../src/measure.ts';
import { runSystem, type RunningSystem } from '../src/running-system.ts';
import { showableProducts } from '../src/showable-products.ts';

/** Large enough that every measurement can be of a product that was never asked for. */
const PRODUCTS = 1500;
/** Products asked of each BFF in each state. */
const SAMPLES = 2;
/** What an answer may be late: the section limit, or a required service's attempt timeout, and 50 ms. */
const LIMIT_MS: Record<BffName, number> = { 'web-bff': 450, 'mobile-bff': 450, 'partner-bff': 850 };

let system: RunningSystem;
let unasked: string[];
const slowest = new Map<string, number>();

beforeAll(async () => {
  // Nothing is kept: a card's price that was asked for before would still be known.
  system = await runSystem({ products: PRODUCTS, logLevel: 'warn', environment: { CACHE_MB: '0' } });
  unasked = await showableProducts(system);
  const warmUp = take(40);
  await eachAtMost(2, warmUp, async (id) => {
    for (const bff of bffNames) for (const url of urlsOf(bff, [id])) await ask(url);
  });
});

afterAll(async () => {
  await system.stop();
  for (const [what, ms] of slowest) process.stdout.write(`slowest answer, ${what}: ${ms} ms\n`);
});

function take(count: number): string[] {
  const taken = unasked.splice(0, count);
  if (taken.length < count) throw new Error('There are no products left that were not asked for.');
  return taken;
}

/** Each product, and where there is one, a list of them. */
function urlsOf(bff: BffName, ids: string[]): string[] {
  const paths = {
    'web-bff': () => ids.map((id) => webProduct(id)),
    'mobile-bff': () => [...ids.map((id) => mobileProduct(id)), mobileList(ids)],
    'partner-bff': () => [...ids.map((id) => partnerProduct(id)), partnerList(ids)],
  };
  return paths[bff]().map((path) => `${system.urls[bff]}${path}`);
}

type AllMeasured = Record<BffName, Measured[]>;

async function measureAll(how: string): Promise<AllMeasured> {
  const all = {} as AllMeasured;
  for (const bff of bffNames) {
    const warmUp = Array.from({ length: 20 }, () => `${system.urls[bff]}/openapi.json`);
    all[bff] = await measure({ warmUp, urls: urlsOf(bff, take(SAMPLES)) });
    const what = `${bff}, services ${how}`;
    slowest.set(what, Math.max(slowest.get(what) ?? 0, ...all[bff].map(({ ms }) => ms)));
  }
  return all;
}

/** Waits until the BFFs have noticed that a service is back. */
async function untilComplete(): Promise<void> {
  for (const bff of bffNames) {
    let answer = await ask(urlsOf(bff, take(1))[0]!);
    while (answer.status !== 200 || answer.headers['cache-control'] === 'no-store') {
      await delay(100);
      answer = await ask(urlsOf(bff, take(1))[0]!);
    }
  }
}

const states = [
  { how: 'killed', reason: 'unavailable', status: 503, stop: 'SIGKILL' },
  { how: 'hung', reason: 'timeout', status: 504, stop: 'SIGSTOP' },
] as const;

describe.each(states)('with a service $how', ({ how, reason, status, stop }) => {
  it.each(serviceNames)('answers lose what they have of %s and nothing else, in time, and recover', async (service) => {
    const ended = system.signal(service, stop);
    if (how === 'killed') await ended;
    const meanwhile = await measureAll(how);
    if (how === 'killed') await system.restart(service);
    else void system.signal(service, 'SIGCONT');
    await untilComplete();
    const afterwards = await measureAll('back');

    for (const bff of bffNames) {
      const isRequired = requiredBy[bff].includes(service);
      for (const answer of meanwhile[bff]) {
        if (isRequired) expectProblem(bff, answer, status);
        else expectAnswer(bff, answer, { service, reason });
      }
      for (const answer of afterwards[bff]) expectAnswer(bff, answer);
    }
  });
});

function expectProblem(bff: BffName, { url, status, headers, ms }: Measured, expected: 503 | 504): void {
  expect({
    url,
    status,
    type: headers['content-type'],
    cacheControl: headers['cache-control'],
    saysWhenToRetry: Number(headers['retry-after'] ?? 0) > 0,
    lateMs: Math.max(0, ms - LIMIT_MS[bff]),
  }).toEqual({
    url,
    status: expected,
    type: 'application/problem+json',
    cacheControl: 'no-store',
    saysWhenToRetry: expected === 503,
    lateMs: 0,
  });
}

/** A product or a list of them: complete, or without what is in trouble. */
function expectAnswer(bff: BffName, { url, status, headers, body, ms }: Measured, trouble?: Trouble): void {
  const isComplete = trouble === undefined || !usedBy[bff].includes(trouble.service);
  expect({
    url,
    status,
    mayBeStored: headers['cache-control'] !== 'no-store',
    lateMs: Math.max(0, ms - LIMIT_MS[bff]),
  }).toEqual({ url, status: 200, mayBeStored: isComplete, lateMs: 0 });

  const answer: unknown = JSON.parse(body);
  const items = (answer as { items?: unknown[] }).items ?? [answer];
  expect(items).toHaveLength(url.includes('?ids=') ? SAMPLES : 1);
  if (bff === 'web-bff') {
    expect(knowledgeOfWeb(answer as WebProduct)).toEqual(expectedOfWeb(trouble));
  } else if (bff === 'mobile-bff') {
    const expected = expectedOfMobile(trouble);
    expect(items.map((item) => knowledgeOfMobile(item as MobileProduct))).toEqual(items.map(() => expected));
    expect((answer as MobileList).degraded).toEqual(expected.degraded);
  } else {
    expect(items.map((item) => (item as PartnerProduct).availability.status)).not.toContain('unknown');
  }
}
