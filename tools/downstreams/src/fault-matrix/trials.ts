import { setTimeout as delay } from 'node:timers/promises';
import type { FaultRow } from '../../fault-matrix.ts';
import type { ServiceName } from '../service.ts';
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
  /** The answer once the fault was over; absent where it stays. */
  recovered?: Promised;
}

/** How long a service that asked to be left alone may be, at most, in milliseconds. */
const LEFT_ALONE_MS = 1000;
const SOME_MS = 200;

/** A BFF that nobody asked anything yet, and a product that it never heard of. */
export async function cold(bff: BffUnderTest, world: World, row: FaultRow, service: ServiceName): Promise<Outcome> {
  const mishap = row.at(service);
  if (mishap === undefined) throw new Error(`${service} cannot have this: ${row.fault}.`);
  const isAbsent = 'absent' in mishap;
  const id = isAbsent ? world.idWithout(service) : world.newProduct();
  const place = world.place(service, mishap);
  const running = bff.start({ ...world.urls, [service]: place.url }, Date.now);
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
    return { promised, whole, calls, answer, recovered: await untilPromised(bff, running, id, whole, waitMsOf(row)) };
  } finally {
    await place.end();
    await running.close();
  }
}

function waitMsOf({ retryAfterS }: FaultRow): number {
  return retryAfterS === undefined ? 0 : LEFT_ALONE_MS + SOME_MS;
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
