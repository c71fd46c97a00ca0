import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClientGone, DeadlineExceeded } from '@product-bffs/composition';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import { KnowledgeCache } from '../src/cache/knowledge-cache.ts';
import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createReviewsClient,
  DownstreamInvalid,
  DownstreamRefused,
  DownstreamSpared,
  type CatalogClient,
} from '../src/index.ts';
import { Flight, Flights, landed, type Outcome } from '../src/flights.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';
import { collectGarbage } from './collect-garbage.ts';
import { sendJson, serving } from './raw-server.ts';
import { wirePrice, wireProduct } from './wire-samples.ts';

const english = { locale: 'en-GB' };
const ids = Array.from({ length: 300 }, (_, n) => `p-${n}`);

let services: Downstreams<'catalog' | 'pricing' | 'inventory' | 'reviews'>;
beforeAll(async () => {
  services = await startDownstreams({
    services: ['catalog', 'pricing', 'inventory', 'reviews'],
    catalogue: ids.map((id) => sampleEntry(id)),
  });
});
beforeEach(() => {
  for (const name of ['catalog', 'pricing', 'inventory', 'reviews'] as const) {
    services.service(name).clearFaults();
    services.service(name).clearStats();
  }
});
afterAll(() => services.stop());

const at = (name: 'catalog' | 'pricing' | 'inventory' | 'reviews') => ({
  ...caller,
  url: services.urls[name],
  timeoutMs: 5000,
});
const stats = () => services.service('catalog').stats();
const calls = () => Object.values(stats().calls).reduce((sum, n) => sum + n, 0);

/** Real time, for what goes over sockets. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(2);
}

describe('a thousand at once', () => {
  const kinds = [
    {
      what: 'a product',
      service: 'catalog',
      ask: () => {
        const client = createCatalogClient(at('catalog'));
        return () => client.getProduct('p-0', english, callContext());
      },
    },
    {
      what: 'a price',
      service: 'pricing',
      ask: () => {
        const client = createPricingClient(at('pricing'));
        return () => client.getPrice('p-0', { currency: 'GBP' }, callContext());
      },
    },
    {
      what: 'stock',
      service: 'inventory',
      ask: () => {
        const client = createInventoryClient(at('inventory'));
        return () => client.getStock('p-0', callContext());
      },
    },
    {
      what: 'reviews',
      service: 'reviews',
      ask: () => {
        const client = createReviewsClient(at('reviews'));
        return () => client.getReviews('p-0', { limit: 10 }, callContext());
      },
    },
  ] as const;

  it.each(kinds)('who want $what make one call, whether they come together or one by one', async ({ service, ask }) => {
    await services.service(service).setFaults({ kind: 'latency', latencyMs: 400 });
    const one: () => Promise<unknown> = ask();
    const together = Array.from({ length: 500 }, one);
    const later = [];
    for (let n = 0; n < 500; n += 1) {
      if (n % 100 === 0) await delay(1);
      later.push(one());
    }
    const answers = new Set((await Promise.all([...together, ...later])).map((section) => JSON.stringify(section)));
    expect(answers.size).toBe(1);
    const counted = services.service(service).stats();
    expect(Object.values(counted.calls).filter((n) => n > 0)).toEqual([1]);
  });
});

describe('who waits for the same', () => {
  let catalog: CatalogClient;
  beforeEach(async () => {
    catalog = createCatalogClient(at('catalog'));
    await services.service('catalog').setFaults({ kind: 'latency', latencyMs: 200 });
  });
  const waiter = (budgetMs = 5000) => {
    const context = callContext(budgetMs);
    return { ...context, answer: catalog.getProduct('p-0', english, context) };
  };

  it.each([
    ['first', 0],
    ['last', 2],
  ])('gets it though the %s of them is gone', async (_which, n) => {
    const waiters = [waiter(), waiter(), waiter()];
    await until(() => stats().inFlight === 1);
    waiters[n]?.deadline.end();
    const outcomes = await Promise.allSettled(waiters.map(({ answer }) => answer));
    expect(outcomes.map(({ status }) => status)).toEqual(
      [0, 1, 2].map((other) => (other === n ? 'rejected' : 'fulfilled')),
    );
    expect(outcomes[n]).toMatchObject({ reason: expect.any(ClientGone) });
    expect(stats()).toMatchObject({ aborted: 0 });
    expect(calls()).toBe(1);
  });

  it('leaves at a deadline of its own, and no other with it', async () => {
    const [patient, hasty] = [waiter(), waiter(50)];
    const first = await Promise.race([patient.answer, hasty.answer.catch((reason: unknown) => reason)]);
    expect(first).toBeInstanceOf(DeadlineExceeded);
    expect(await patient.answer).toMatchObject({ state: 'fresh' });
    expect(stats().aborted).toBe(0);
    expect(calls()).toBe(1);
  });

  it('may come after the one that asked first has left, as long as one is there', async () => {
    const first = waiter();
    await until(() => stats().inFlight === 1);
    const second = waiter();
    const gone = Promise.allSettled([first.answer, second.answer]);
    first.deadline.end();
    const third = waiter();
    second.deadline.end();
    expect(await third.answer).toMatchObject({ state: 'fresh' });
    for (const outcome of await gone) expect(outcome).toMatchObject({ reason: expect.any(ClientGone) });
    expect(calls()).toBe(1);
  });

  it('ends the call with the last of them, and who asks then starts anew', async () => {
    const waiters = [waiter(), waiter()];
    const gone = Promise.allSettled(waiters.map(({ answer }) => answer));
    await until(() => stats().inFlight === 1);
    for (const { deadline } of waiters) deadline.end();
    const anew = waiter();
    await gone;
    await until(() => stats().aborted === 1);
    expect(await anew.answer).toMatchObject({ state: 'fresh' });
    expect(stats()).toMatchObject({ aborted: 1, inFlight: 0 });
    expect(calls()).toBe(2);
  });

  it('fails with it, and who asks afterwards asks the service', async () => {
    await services.service('catalog').setFaults({ kind: 'status', status: 500, times: 1 });
    const outcomes = await Promise.allSettled([waiter(), waiter()].map(({ answer }) => answer));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(DownstreamRefused) });
    expect(calls()).toBe(1);
    expect(await waiter().answer).toMatchObject({ state: 'fresh' });
  });

  it('does not begin where its request has ended already', async () => {
    const context = callContext();
    context.deadline.end();
    await expect(catalog.getProduct('p-0', english, context)).rejects.toThrow(ClientGone);
    await delay(20);
    expect(calls()).toBe(0);
  });

  it('waits for a refresh that nobody can cancel, as for any other call', async () => {
    let now = Date.now();
    const knowledge = new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test', clock: () => now, random: () => 0 });
    catalog = createCatalogClient({ ...at('catalog'), knowledge });
    const first = await waiter().answer;
    now = first.softUntil;
    const gone = waiter();
    expect(await gone.answer).toMatchObject({ state: 'stale' });
    gone.deadline.end();
    now = first.hardUntil;
    expect(await waiter().answer).toMatchObject({ state: 'fresh' });
    expect(stats().aborted).toBe(0);
    expect(calls()).toBe(2);
  });
});

describe('ids of one turn', () => {
  it('share a call, whoever asks for them', async () => {
    const catalog = createCatalogClient(at('catalog'));
    const some = ids.slice(0, 100);
    const sections = await Promise.all(some.map((id) => catalog.getProduct(id, english, callContext())));
    expect(sections.map(({ value }) => value?.id)).toEqual(some);
    expect(stats().calls).toMatchObject({ getProduct: 0, getProducts: 1 });
    expect(stats().ids).toMatchObject({ getProducts: 100 });
  });

  it('fail each for itself, and leave each at a deadline of its own', async () => {
    const answers: (() => void)[] = [];
    const { url, requests } = await serving((_req, res) => {
      answers.push(() => sendJson(res, { items: [wireProduct('a'), wireProduct('b', { name: 7 })], missing: ['c'] }));
    });
    const catalog = createCatalogClient({ ...at('catalog'), url });
    const outcomes = Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((id) => catalog.getProduct(id, english, callContext(id === 'd' ? 50 : 5000))),
    );
    await until(() => answers.length === 1);
    await delay(100);
    answers[0]?.();
    expect(await outcomes).toMatchObject([
      { value: { state: 'fresh', value: { id: 'a' } } },
      { reason: expect.any(DownstreamInvalid) },
      { value: { state: 'fresh', value: null } },
      { reason: expect.any(DeadlineExceeded) },
    ]);
    expect(requests.map((request) => request.url)).toEqual(['/products?ids=a,b,c,d&locale=en-GB']);
  });

  it('end their call only where nobody waits for any of them', async () => {
    await services.service('catalog').setFaults({ kind: 'hang' });
    const catalog = createCatalogClient(at('catalog'));
    const contexts = [callContext(), callContext()];
    const gone = Promise.allSettled(contexts.map((context, n) => catalog.getProduct(`p-${n}`, english, context)));
    await until(() => stats().inFlight === 1);
    contexts[0]?.deadline.end();
    await delay(50);
    expect(stats()).toMatchObject({ aborted: 0, inFlight: 1 });
    contexts[1]?.deadline.end();
    await gone;
    await until(() => stats().aborted === 1);
    expect(calls()).toBe(1);
  });
});

describe('with 64 calls of a service under way', () => {
  /** Prices that come when they are told to; of prices, no call is made a second time for being slow. */
  async function slowPricing() {
    const held: (() => void)[] = [];
    const { url, requests } = await serving((req, res) => {
      const { pathname, searchParams } = new URL(req.url ?? '', 'http://pricing');
      const asked = searchParams.get('ids')?.split(',');
      const list = { priceList: searchParams.get('priceList') ?? 'public' };
      const price = (id: string) => wirePrice(id, list);
      const answer = asked ? { items: asked.map(price), missing: [] } : price(pathname.slice(8));
      held.push(() => sendJson(res, answer));
    });
    const pricing = createPricingClient({ ...at('pricing'), url });
    const ask = (id: string, { context = callContext(), priceList = 'public' } = {}) =>
      pricing.getPrice(id, { currency: 'GBP', priceList }, context);
    const underWay = Array.from({ length: 64 }, (_, n) => ask('lamp', { priceList: `list-${n}` }));
    await until(() => held.length === 64);
    return { held, requests, underWay, ask };
  }

  it('what waits goes on taking ids, turn after turn, without those who have left', async () => {
    const { held, requests, underWay, ask } = await slowPricing();
    const impatient = callContext();
    const waiting = [];
    for (const id of ['a', 'b', 'left', 'c']) {
      waiting.push(ask(id, id === 'left' ? { context: impatient } : {}));
      await delay(2);
    }
    const outcomes = Promise.allSettled(waiting);
    impatient.deadline.end();
    expect(requests).toHaveLength(64);
    held.shift()?.();
    await until(() => requests.length === 65);
    for (const answer of held) answer();
    expect((await outcomes).map((outcome) => outcome.status === 'fulfilled' && outcome.value.value?.id)).toEqual([
      'a',
      'b',
      false,
      'c',
    ]);
    expect(requests[64]?.url).toBe('/prices?ids=a,b,c&currency=GBP&priceList=public');
    await Promise.all(underWay);
  });

  it('as many calls wait, and what would be one more is refused at once', async () => {
    const { held, requests, underWay, ask } = await slowPricing();
    const waiting = Array.from({ length: 64 }, (_, n) => ask('lamp', { priceList: `waiting-${n}` }));
    await delay(10);
    await expect(ask('lamp', { priceList: 'too-much' })).rejects.toThrow(DownstreamSpared);
    // There is room in a call that waits already.
    const joined = ask('shade', { priceList: 'waiting-0' });
    const answering = setInterval(() => held.splice(0).forEach((answer) => answer()), 2).unref();
    expect((await joined).value?.id).toBe('shade');
    await Promise.all([...underWay, ...waiting]);
    clearInterval(answering);
    expect(requests).toHaveLength(128);
  });

  it('who has left takes no place of those that wait', async () => {
    const { held, requests, underWay, ask } = await slowPricing();
    const contexts = Array.from({ length: 64 }, () => callContext());
    const waiting = contexts.map((context, n) => ask('lamp', { context, priceList: `waiting-${n}` }));
    await nextTurn();
    contexts[10]?.deadline.end();
    const outcomes = Promise.allSettled([...waiting, ask('lamp', { priceList: 'instead' })]);
    await expect(ask('lamp', { priceList: 'too-much' })).rejects.toThrow(DownstreamSpared);
    const answering = setInterval(() => held.splice(0).forEach((answer) => answer()), 2).unref();
    const failures = (await outcomes).filter(({ status }) => status === 'rejected');
    clearInterval(answering);
    expect(failures).toMatchObject([{ reason: expect.any(ClientGone) }]);
    await Promise.all(underWay);
    expect(requests).toHaveLength(128);
    expect(requests.at(-1)?.url).toContain('priceList=instead');
  });

  it('what waits and is wanted by nobody any more is never asked for', async () => {
    const { held, requests, underWay, ask } = await slowPricing();
    const context = callContext();
    const gone = ask('shade', { context });
    await delay(2);
    context.deadline.end();
    await expect(gone).rejects.toThrow(ClientGone);
    for (const answer of held.splice(0)) answer();
    await Promise.all(underWay);
    await delay(20);
    expect(requests).toHaveLength(64);
  });
});

it('a flight that everybody has left is not held, though its call never ends', async () => {
  const flights = new Flights();
  const forget = () => {
    const context = callContext();
    const flight = flights.join('catalog:lamp:product', context, () => undefined);
    const waiter = { deadline: context.deadline, onLanded: () => undefined };
    flight.enter(waiter);
    flight.leave(waiter);
    return new WeakRef(flight);
  };
  const flight = forget();
  await collectGarbage();
  expect(flight.deref()).toBeUndefined();
  expect(flights).toBeDefined();
});

describe('a flight', () => {
  const waiting = (context = callContext()) => {
    const outcomes: Outcome<string>[] = [];
    const onLanded = (outcome: Outcome<string>) => void outcomes.push(outcome);
    return { outcomes, waiter: { deadline: context.deadline, onLanded } };
  };

  it('is cancelled when the last has left, once, whoever leaves twice', () => {
    const flight = new Flight<string>(callContext());
    const cancelled: unknown[] = [];
    flight.onCancel((reason) => cancelled.push(reason));
    const [one, other] = [waiting(), waiting()];
    for (const { waiter } of [one, other]) flight.enter(waiter);
    flight.leave(one.waiter);
    flight.leave(one.waiter);
    expect(flight.isCancelled).toBe(false);
    flight.land({ value: 'lamp' });
    expect([one.outcomes, other.outcomes]).toEqual([[], [{ value: 'lamp' }]]);
    flight.leave(other.waiter);
    expect([flight.isCancelled, cancelled]).toEqual([false, []]);
  });

  it('lands once', () => {
    const flight = new Flight<string>(callContext());
    const { waiter, outcomes } = waiting();
    flight.enter(waiter);
    flight.land({ value: 'lamp' });
    flight.land({ value: 'shade' });
    expect(outcomes).toEqual([{ value: 'lamp' }]);
  });

  it('that a request waits for beside another is left alone where the other was in time and this one was not', async () => {
    const context = callContext();
    const [quick, slow] = [new Flight<string>(context), new Flight<string>(context)];
    const places: number[] = [];
    const flights: Flight<string>[] = [];
    flights[2] = quick;
    flights[5] = slow;
    const waits = landed(flights, context, (place) => places.push(place));
    quick.land({ value: 'lamp' });
    context.deadline.end();
    await expect(waits).rejects.toThrow(ClientGone);
    slow.land({ value: 'shade' });
    expect([places, quick.isCancelled, slow.isCancelled]).toEqual([[2], false, true]);
  });
});
