import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClientGone } from '@product-bffs/composition';
import { DownstreamInvalid, DownstreamRefused, DownstreamSpared, DownstreamTimeout } from '../src/errors.ts';
import type { BreakerState } from '../src/operation.ts';
import type { Breaker } from '../src/resilience/breaker.ts';

// The windows of all breakers turn by one timer, which is to be a fake one too.
jest.useFakeTimers();
const { createBreaker } = await import('../src/resilience/breaker.ts');

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
