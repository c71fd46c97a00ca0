import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClientGone, Deadline } from '@product-bffs/composition';
import { DownstreamInvalid, DownstreamRefused, DownstreamSpared, DownstreamTimeout } from '../src/errors.ts';
import { Flight, landed } from '../src/flights.ts';
import type { BreakerState, CallContext, CallObservation } from '../src/operation.ts';
import type { Breaker } from '../src/resilience/breaker.ts';

// The windows of all breakers turn by one timer, which is to be a fake one too.
jest.useFakeTimers();
const { createBreaker } = await import('../src/resilience/breaker.ts');
const { createOperations } = await import('../src/resilience/operations.ts');

const named = { downstream: 'pricing', operation: 'getPrice' };
const RESET_MS = 2000;

let breaker: Breaker;
let states: BreakerState[];
beforeEach(() => {
  const entered: BreakerState[] = [];
  states = entered;
  breaker = createBreaker(named, (state) => entered.push(state));
});

const well = () => Promise.resolve('well');
const failing = (error: Error) => () => Promise.reject(error);
const ill = failing(new DownstreamRefused(named, 500));
async function run(call: () => Promise<string>): Promise<string> {
  const outcome = await breaker.run(call).then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );
  await jest.advanceTimersByTimeAsync(0);
  return outcome;
}
const runs = async (count: number, call: () => Promise<string>) => {
  for (let n = 0; n < count; n += 1) await run(call);
};

/** A call that ends when the test says so. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { call: () => promise, resolve: () => resolve('late'), reject };
}

async function open(): Promise<void> {
  await runs(20, ill);
  expect(breaker.state).toBe('open');
}
async function halfOpen(): Promise<void> {
  await open();
  await jest.advanceTimersByTimeAsync(RESET_MS);
  expect(breaker.state).toBe('half-open');
}

/** Calls of which nobody can tell how their service is. */
const saysNothing: [string, () => () => Promise<string>][] = [
  ['told 429', () => failing(new DownstreamRefused(named, 429, 1000))],
  ['cancelled', () => failing(new ClientGone('gone'))],
  ['under way', () => held().call],
];

describe('a breaker stays closed', () => {
  it('for fewer than 20 calls, whatever becomes of them', async () => {
    await runs(19, ill);
    expect(breaker.state).toBe('closed');
  });

  it('where half of the calls fail and no more', async () => {
    for (let n = 0; n < 30; n += 1) {
      await run(well);
      await run(ill);
    }
    expect(breaker.state).toBe('closed');
  });

  it.each([
    ['a 429', new DownstreamRefused(named, 429, 1000)],
    ['a 404 of its own', new DownstreamRefused(named, 404)],
    ['any other 4xx', new DownstreamRefused(named, 401)],
    ['a client that hung up', new ClientGone('gone')],
  ])('for %s, however often', async (_what, error) => {
    await runs(100, failing(error));
    expect(breaker.state).toBe('closed');
  });

  it.each(saysNothing)('for fewer than 20 calls that failed, beside others that were %s', async (_what, nothing) => {
    for (let n = 0; n < 10; n += 1) void run(nothing());
    await runs(19, ill);
    expect(breaker.state).toBe('closed');
  });

  it('for failures that lie more than 10 s apart', async () => {
    for (let n = 0; n < 40; n += 1) {
      await run(ill);
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(breaker.state).toBe('closed');
  });
});

describe('a breaker opens', () => {
  it.each([
    ['a 500', new DownstreamRefused(named, 500)],
    ['a timeout', new DownstreamTimeout(named, 'late')],
    ['nonsense', new DownstreamInvalid(named, 'nonsense')],
  ])('at the 20th call that ended in %s', async (_what, error) => {
    await runs(20, failing(error));
    expect(breaker.state).toBe('open');
  });

  it.each(saysNothing)('at the 20th call that failed, however many were %s', async (_what, nothing) => {
    for (let n = 0; n < 20; n += 1) {
      expect(breaker.state).toBe('closed');
      for (let more = 0; more < 5; more += 1) void run(nothing());
      await run(ill);
    }
    expect(breaker.state).toBe('open');
  });

  it('and then makes no call, and says when to come again', async () => {
    await open();
    let calls = 0;
    const failure: unknown = await breaker.run(() => Promise.resolve((calls += 1))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DownstreamSpared);
    expect(failure).toMatchObject({ reason: 'unavailable', retryAfterMs: RESET_MS });
    expect(calls).toBe(0);
  });
});

describe('a breaker that was open for 2 s', () => {
  it('lets one call through, and no other before that has ended', async () => {
    await halfOpen();
    const probe = held();
    const probing = run(probe.call);
    expect(await run(well)).toBe('DownstreamSpared');
    probe.resolve();
    expect(await probing).toBe('answered');
    expect(breaker.state).toBe('closed');
    expect(await run(well)).toBe('answered');
  });

  it('opens again where that one fails', async () => {
    await halfOpen();
    await run(ill);
    expect(breaker.state).toBe('open');
    expect(await run(well)).toBe('DownstreamSpared');
  });

  it.each([
    ['nobody waits for any more', new ClientGone('gone')],
    ['is told 429', new DownstreamRefused(named, 429)],
  ])('is not closed by a probe that %s, and probes again', async (_what, error) => {
    await halfOpen();
    await run(failing(error));
    expect(breaker.state).toBe('open');
    await jest.advanceTimersByTimeAsync(RESET_MS);
    expect(await run(well)).toBe('answered');
    expect(breaker.state).toBe('closed');
  });

  it('is not closed by a success that began before it opened', async () => {
    const old = held();
    const late = run(old.call);
    await open();
    await jest.advanceTimersByTimeAsync(RESET_MS);
    old.resolve();
    expect(await late).toBe('answered');
    expect(breaker.state).toBe('half-open');
  });

  it('is not opened again by a failure that began before it opened', async () => {
    const old = held();
    const late = run(old.call);
    await halfOpen();
    await run(well);
    old.reject(new DownstreamRefused(named, 500));
    expect(await late).toBe('DownstreamRefused');
    expect(breaker.state).toBe('closed');
  });

  it('starts counting anew once it has closed', async () => {
    await halfOpen();
    await run(well);
    await runs(18, ill);
    expect(breaker.state).toBe('closed');
  });
});

describe('a silent service, where those who wait have less patience than its attempts may take,', () => {
  const timeoutMs = 200;
  function silentService() {
    const seen: CallObservation[] = [];
    const entered: BreakerState[] = [];
    const silent = ({ controller: { signal } }: { controller: AbortController }) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const events = { onCall: (call: CallObservation) => seen.push(call), onBreaker: () => entered.push('open') };
    const call = createOperations('pricing', silent, { timeoutMs, ...events });
    /** One call that several wait for, each until its time is up, unless they leave a millisecond before the last. */
    const ask = async (budgetsMs: number[], leave?: (deadline: Deadline) => void) => {
      const contexts = budgetsMs.map((budgetMs): CallContext => {
        return { deadline: new Deadline({ budgetMs }), requestId: 'r', childTraceparent: () => 'trace' };
      });
      const flight = new Flight<string>(contexts[0] as CallContext);
      const waits = contexts.map((context) => landed([flight], context, () => undefined));
      const ended = Promise.allSettled(waits);
      const read = () => ({ answer: 'lamp', outcome: 'ok' as const });
      const failed = call({ operation: 'getPrice', path: '/', maxBodyBytes: 1, calls: [flight], read }).catch(
        (error: unknown) => error,
      );
      await jest.advanceTimersByTimeAsync(Math.max(...budgetsMs) - 1);
      for (const { deadline } of contexts) leave?.(deadline);
      await jest.advanceTimersByTimeAsync(1);
      await ended;
      return failed;
    };
    return { seen, entered, ask };
  }

  it('is at fault once it has used up more than half of an attempt, and its breaker counts that', async () => {
    const { seen, entered, ask } = silentService();
    for (let n = 0; n < 20; n += 1) {
      expect(entered).toEqual([]);
      expect(await ask([50, timeoutMs / 2 + 1])).toBeInstanceOf(DownstreamTimeout);
    }
    expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(new Set(['timeout']));
    expect(entered).toEqual(['open']);
  });

  it.each<[string, number, (deadline: Deadline) => void]>([
    ['before that', timeoutMs / 2, () => undefined],
    ['where the last of them hung up', timeoutMs - 1, (deadline) => deadline.end()],
  ])('is not at fault %s', async (_when, budgetMs, leave) => {
    const { seen, entered, ask } = silentService();
    for (let n = 0; n < 30; n += 1) expect(await ask([50, budgetMs], leave)).toBeInstanceOf(ClientGone);
    expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(new Set(['cancelled']));
    expect(entered).toEqual([]);
  });
});

it('tells each state that it enters', async () => {
  await halfOpen();
  await run(well);
  expect(states).toEqual(['open', 'half-open', 'closed']);
});

it('hands on what a call gives and throws as it is', async () => {
  const error = new DownstreamInvalid(named, 'nonsense');
  await expect(breaker.run(well)).resolves.toBe('well');
  await expect(breaker.run(failing(error))).rejects.toBe(error);
});
