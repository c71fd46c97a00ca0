import { setTimeout as delay } from 'node:timers/promises';
import type { FaultRow, Mishap } from '../../fault-matrix.ts';
import { serviceNames, type ServiceName } from '../service.ts';
import type { BffUnderTest, Need, RunningBff, Told } from './bff-under-test.ts';
import {
  cellOf,
  isAsPromised,
  isProblem,
  knowledgeOf,
  observed,
  promisedAnswer,
  promisedProblem,
  type Promised,
} from './expected.ts';
import { saidTorn, withoutReviewIds } from './products.ts';
import type { Timed, World } from './world.ts';

/** What was answered while a service had the fault of a row, and afterwards. */
export interface Outcome {
  promised: Promised;
  answer: Timed;
  /** How often each operation of the service was called, where it was. */
  calls: Record<string, number>;
  /** The answer in good health. */
  whole: Promised;
  /** The answer once the fault was over; absent where what was answered is knowledge to keep. */
  recovered?: Promised;
}

/** How long a service that asked to be left alone may be, at most, in milliseconds. */
const LEFT_ALONE_MS = 1000;
const SOME_MS = 200;
/** How long what is fetched in the background may take to arrive, in milliseconds: an attempt that is silent ends sooner. */
const REFRESHED_MS = 1000;
/** What a breaker wants to see before it opens, and how often, as some of it may share a call. */
const CALLS_TO_OPEN = 20;
const ROUNDS = 4;

/** A BFF that nobody asked anything yet, and a product that it never heard of. */
export async function cold(bff: BffUnderTest, world: World, row: FaultRow, service: ServiceName): Promise<Outcome> {
  const mishap = mishapOf(row, service);
  const isAbsent = 'absent' in mishap;
  const id = isAbsent ? world.idWithout(service) : world.newProduct();
  const place = world.place(service, mishap);
  const running = world.start({ [service]: place.url });
  try {
    const body = isAbsent ? withoutReviewIds(world.wholeOfUnknown(id)) : await world.whole(id);
    await place.happen();
    await world.services.clearStats(service);
    const answer = await world.timed(running, id);
    const calls = await callsOf(world, service);
    await place.end();
    const promised = promisedOf({ bff, row, service, body });
    const whole = promisedAnswer(body, bff);
    if (isAbsent) return { promised, whole, calls, answer: { ...answer, body: withoutReviewIds(answer.body) } };
    if (promised.cell === 'F') return { promised, whole, calls, answer };
    return { promised, whole, calls, answer, recovered: await untilPromised(bff, running, id, whole, waitMsOf(row)) };
  } finally {
    await place.end();
    await running.close();
  }
}

/** How long what is known of a service is repeated without asking again, in milliseconds. */
const softMs: Record<ServiceName, number> = {
  catalog: 300_000,
  pricing: 30_000,
  inventory: 5_000,
  reviews: 900_000,
  recommendations: 600_000,
};
const MINUTE_MS = 60_000;

/** The same product asked for again, when what is known of the service is too old, and everything else is not. */
export async function warm(bff: BffUnderTest, world: World, row: FaultRow, service: ServiceName): Promise<Outcome> {
  const mishap = mishapOf(row, service);
  const id = world.newProduct();
  const place = world.place(service, mishap);
  const startedAt = Date.now();
  let now = startedAt;
  const running = world.start({ [service]: place.url }, () => now);
  try {
    const body = await world.whole(id);
    const whole = promisedAnswer(body, bff);
    const before = await untilPromised(bff, running, id, whole, REFRESHED_MS);
    if (!isAsPromised(before, whole)) throw new Error(`${bff.name} is not well before anything happens.`);
    await place.happen();
    if (softMs[service] > MINUTE_MS) {
      // A minute before, all else is fetched anew; what is known of the service stays as old as it is.
      now = startedAt + softMs[service] - MINUTE_MS;
      await untilPromised(bff, running, id, whole, REFRESHED_MS);
    }
    now = startedAt + softMs[service] + SOME_MS;
    await world.services.clearStats(service);
    const promised = promisedOf({ bff, row, service, body, asOf: new Date(startedAt).toISOString() });
    if (promised.cell === 'F') await untilPromised(bff, running, id, promised, REFRESHED_MS);
    const answer = await world.timed(running, id);
    const calls = await callsOf(world, service);
    await place.end();
    // How long a service is left alone is the same, whatever is remembered of it.
    if (promised.cell === 'F' || row.retryAfterS !== undefined) return { promised, whole, calls, answer };
    const recovered = await untilPromised(bff, running, id, whole, waitMsOf(row));
    return { promised, whole, calls, answer, recovered };
  } finally {
    await place.end();
    await running.close();
  }
}

/** Several services at once, each with a fault of its own. */
export async function together(bff: BffUnderTest, world: World, faults: Map<ServiceName, FaultRow>): Promise<Outcome> {
  const id = world.newProduct();
  const places = [...faults].map(([service, row]) => world.place(service, mishapOf(row, service)));
  const running = world.start();
  try {
    const body = await world.whole(id);
    const whole = promisedAnswer(body, bff);
    for (const place of places) await place.happen();
    const answer = await world.timed(running, id);
    for (const place of places) await place.end();
    const promised = promisedTogether(bff, body, faults);
    // What is silent is so until its attempt ends, and who asks meanwhile waits for the same attempt.
    const recovered = await untilPromised(bff, running, id, whole, REFRESHED_MS);
    return { promised, whole, calls: {}, answer, recovered };
  } finally {
    for (const place of places) await place.end();
    await running.close();
  }
}

/** The first problem decides, and the quickest comes first: nobody waits for what is silent when another one has failed. */
function promisedTogether(bff: BffUnderTest, body: Told['body'], faults: Map<ServiceName, FaultRow>): Promised {
  const cells = [...faults].map(([service, row]) => cellOf(row, bff.needs[service] as Need, 'cold'));
  const [problem] = cells.filter(isProblem).toSorted();
  if (problem) return promisedProblem(problem);
  // What is related is missing with what was recommended, whatever becomes of its prices.
  const inOrder = serviceNames.filter((name) => faults.has(name));
  const told = inOrder.reduce((so, name) => {
    const knowledge = knowledgeOf(faults.get(name) as FaultRow, name);
    return knowledge ? bff.without(so, name, knowledge) : so;
  }, body);
  return promisedAnswer(told, bff);
}

/** Asks again and again. @returns how the service is called in the end: not at all where a breaker has opened */
export async function callsInTheEnd(
  bff: BffUnderTest,
  world: World,
  row: FaultRow,
  service: ServiceName,
): Promise<Record<string, number>> {
  const place = world.place(service, mishapOf(row, service));
  const running = world.start({ [service]: place.url });
  const ask = () => running.get(bff.path(world.newProduct()));
  let calls: Record<string, number> = {};
  try {
    await place.happen();
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers: Promise<unknown>[] = [];
      while (answers.push(ask()) < CALLS_TO_OPEN) {
        // In a turn of the event loop of its own: what comes together is asked for together, and counts once.
        await delay(4);
      }
      await Promise.all(answers);
      await world.services.clearStats(service);
      for (let n = 0; n < 3; n += 1) await ask();
      calls = await callsOf(world, service);
      if (Object.keys(calls).length === 0) return calls;
    }
    return calls;
  } finally {
    await place.end();
    await running.close();
  }
}

function mishapOf({ at, fault }: FaultRow, service: ServiceName): Mishap {
  const mishap = at(service);
  if (mishap === undefined) throw new Error(`${service} cannot have this: ${fault}.`);
  return mishap;
}

/** How long a service may be given up when its fault is over. */
function waitMsOf({ retryAfterS }: FaultRow): number {
  return retryAfterS === undefined ? REFRESHED_MS : LEFT_ALONE_MS + SOME_MS;
}

interface Trial {
  bff: BffUnderTest;
  row: FaultRow;
  service: ServiceName;
  /** The answer in good health. */
  body: Told['body'];
  /** Since when what is remembered is known; absent where nothing is. */
  asOf?: string;
}

function promisedOf({ bff, row, service, body, asOf }: Trial): Promised {
  const cell = cellOf(row, bff.needs[service] as Need, asOf === undefined ? 'cold' : 'warm');
  if (isProblem(cell)) return promisedProblem(cell);
  const knowledge = knowledgeOf(row, service, asOf);
  return promisedAnswer(knowledge ? bff.without(body, service, knowledge) : tornWhere(row, service, body), bff);
}

function tornWhere({ at }: FaultRow, service: ServiceName, whole: Told['body']): Told['body'] {
  const mishap = at(service);
  if (mishap === undefined || !('text' in mishap)) return whole;
  return JSON.parse(saidTorn(service, JSON.stringify(whole))) as Told['body'];
}

async function callsOf({ services }: World, service: ServiceName): Promise<Record<string, number>> {
  const { calls } = await services.stats(service);
  return Object.fromEntries(Object.entries(calls).filter(([, count]) => count > 0));
}

/** Asks until the answer is what it is to become, for so long at most. @returns the last answer */
async function untilPromised(
  bff: BffUnderTest,
  running: RunningBff,
  id: string,
  promised: Promised,
  withinMs: number,
): Promise<Promised> {
  const until = performance.now() + withinMs;
  for (;;) {
    const told = observed(await running.get(bff.path(id)), bff);
    if (isAsPromised(told, promised) || performance.now() >= until) return told;
    await delay(20);
  }
}
