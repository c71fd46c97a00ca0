import type { Generator } from './load/generator.ts';
import type { Load } from './load/load.ts';
import { cpuMicros } from './process-cost.ts';
import type { Cell, Scenario } from './scenarios.ts';
import type { Services } from './services.ts';
import type { RunningSubject } from './start-subject.ts';
import { headersFor } from './subjects.ts';

/** One window of one cell. */
export interface Sample {
  /** CPU time of the measured process, user and system, for one request. */
  cpuMicros: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Calls that the services got for one request. */
  callsPerRequest: number;
  /** How much of one core the measured process used. */
  busy: number;
  requests: number;
  /** Answers that were not what they should be. */
  failed: number;
}

export interface MeasureOptions {
  scenario: Scenario;
  cell: Cell;
  subject: RunningSubject;
  /** Load before the window: an idle process has grown cold. */
  settleMs: number;
  /** Of the products asked for: the same for every cell of a round. */
  seed: number;
}

/** Loads a process, first to warm it and then to measure it. */
export async function measure(
  options: MeasureOptions,
  { generator, services, userToken }: { generator: Generator; services: Services; userToken: string },
): Promise<Sample> {
  const { scenario, subject, settleMs } = options;
  const load = await loadOf(options, userToken);
  const rate = await settle(generator, load, settleMs);
  await services.clearStats();
  const before = cpuMicros(subject.pid);
  const requests = Math.max(scenario.connections, Math.round((rate * scenario.windowMs) / 1000));
  const result = await generator.run({ ...load, requests });
  const cpu = cpuMicros(subject.pid) - before;
  return {
    cpuMicros: cpu / result.requests,
    requestsPerSecond: result.requests / result.seconds,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    callsPerRequest: (await services.countCalls()) / result.requests,
    busy: cpu / 1_000_000 / result.seconds,
    requests: result.requests,
    failed: result.failed,
  };
}

async function loadOf(
  { scenario, cell, subject, seed }: MeasureOptions,
  userToken: string,
): Promise<Omit<Load, 'requests'>> {
  const { path, revalidates } = cell;
  const user = cell.signedIn && { authorization: `Bearer ${userToken}` };
  const headers = { ...headersFor(cell.subject.split(' ', 1).join()), ...user, ...cell.headers };
  const etag = revalidates && typeof path === 'string' ? await etagOf(`${subject.url}${path}`, headers) : null;
  return {
    url: subject.url,
    connections: scenario.connections,
    path: typeof path === 'string' ? path : { ...path, seed },
    headers: { ...headers, ...(etag !== null && { 'if-none-match': etag }) },
    status: cell.status ?? (revalidates ? 304 : 200),
    complete: typeof path !== 'string',
  };
}

/** Each encoding has an ETag of its own; the load asks for none. */
async function etagOf(url: string, headers: Record<string, string>): Promise<string | null> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } });
  await answer.body?.cancel();
  return answer.headers.get('etag');
}

/** Loads for so long, in steps whose size follows the rate. @returns requests a second, at the end */
async function settle(generator: Generator, load: Omit<Load, 'requests'>, settleMs: number): Promise<number> {
  const begunMs = performance.now();
  let requests = load.connections;
  for (;;) {
    const result = await generator.run({ ...load, requests });
    const rate = result.requests / result.seconds;
    const leftMs = settleMs - (performance.now() - begunMs);
    if (leftMs <= 0) return rate;
    requests = Math.max(load.connections, Math.min(requests * 8, Math.round((rate * leftMs) / 1000)));
  }
}
