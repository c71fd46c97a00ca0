import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DownstreamInvalid,
  DownstreamRefused,
  DownstreamTimeout,
  DownstreamUnreachable,
  type DownstreamError,
} from '../src/index.ts';
import { attempts, type Attempts } from '../src/resilience/attempts.ts';
import { Latencies } from '../src/resilience/latencies.ts';
import { createTokenBucket } from '../src/resilience/token-bucket.ts';

const named = { downstream: 'catalog', operation: 'getProduct' };
const unreachable = new DownstreamUnreachable(named, 'refused', true);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Each attempt of a call, for the test to end. */
function call(options: Partial<Attempts> = {}) {
  const made: { controller: AbortController; resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const events: string[] = [];
  let cancel: (() => void) | undefined;
  const result = attempts<string>(
    (controller) =>
      new Promise((resolve, reject) => {
        made.push({ controller, resolve, reject });
        controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error));
      }),
    {
      retries: createTokenBucket(0.1, 10),
      hedges: createTokenBucket(0.05, 5),
      hedgeWithinMs: 200,
      onRetry: () => events.push('retry'),
      onHedge: () => events.push('hedge'),
      onCancel: (ends) => (cancel = ends),
      random: () => 0.5,
      ...options,
    },
  );
  result.catch(() => undefined);
  return { made, events, result, cancel: () => cancel?.() };
}

describe('a second attempt', () => {
  it.each<[string, DownstreamError]>([
    ['a service that was not reached', unreachable],
    ['a 502', new DownstreamRefused(named, 502)],
    ['a 503', new DownstreamRefused(named, 503)],
    ['a 504', new DownstreamRefused(named, 504)],
    ['a 503 that may be retried at once', new DownstreamRefused(named, 503, 0)],
  ])('is made after %s, once, within 20 ms', async (_what, error) => {
    const { made, events, result } = call();
    made[0]?.reject(error);
    await jest.advanceTimersByTimeAsync(20);
    expect(made).toHaveLength(2);
    made[1]?.reject(error);
    await expect(result).rejects.toBe(error);
    await jest.advanceTimersByTimeAsync(1000);
    expect([made.length, events]).toEqual([2, ['retry']]);
  });

  it.each<[string, DownstreamError]>([
    ['a timeout', new DownstreamTimeout(named, 'late')],
    ['a 500', new DownstreamRefused(named, 500)],
    ['a 400', new DownstreamRefused(named, 400)],
    ['a 429', new DownstreamRefused(named, 429)],
    ['a 503 that asks for patience', new DownstreamRefused(named, 503, 1000)],
    ['nonsense', new DownstreamInvalid(named, 'nonsense')],
    ['an answer that broke off', new DownstreamUnreachable(named, 'cut off', false)],
  ])('is not made after %s', async (_what, error) => {
    const { made, result } = call();
    made[0]?.reject(error);
    await jest.advanceTimersByTimeAsync(1000);
    await expect(result).rejects.toBe(error);
    expect(made).toHaveLength(1);
  });

  it('is not made where the budget is spent', async () => {
    const retries = createTokenBucket(0.1, 1);
    for (const expected of [2, 1]) {
      const { made } = call({ retries });
      made[0]?.reject(unreachable);
      await jest.advanceTimersByTimeAsync(20);
      expect(made).toHaveLength(expected);
    }
  });

  it('is not made for a call that nobody waits for any more', async () => {
    const { made, result, cancel } = call();
    made[0]?.reject(unreachable);
    await jest.advanceTimersByTimeAsync(1);
    cancel();
    await jest.advanceTimersByTimeAsync(1000);
    await expect(result).rejects.toMatchObject({ name: 'ClientGone' });
    expect(made).toHaveLength(1);
  });
});

describe('a hedge', () => {
  it('runs beside an attempt that is slower than most; the first success counts and ends the other', async () => {
    const { made, events, result } = call({ hedgeAfterMs: 30 });
    await jest.advanceTimersByTimeAsync(29);
    expect(made).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(made).toHaveLength(2);
    made[1]?.resolve('second');
    expect(await result).toBe('second');
    expect([made[0]?.controller.signal.aborted, events]).toEqual([true, ['hedge']]);
  });

  it('is waited for where the first attempt fails, and the other way round', async () => {
    for (const [fails, succeeds] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const { made, result } = call({ hedgeAfterMs: 30 });
      await jest.advanceTimersByTimeAsync(30);
      made[fails]?.reject(unreachable);
      made[succeeds]?.resolve('there');
      expect(await result).toBe('there');
    }
  });

  it('is no reason for a third attempt', async () => {
    const { made, result } = call({ hedgeAfterMs: 30 });
    await jest.advanceTimersByTimeAsync(30);
    for (const { reject } of made) reject(unreachable);
    await expect(result).rejects.toBe(unreachable);
    await jest.advanceTimersByTimeAsync(1000);
    expect(made).toHaveLength(2);
  });

  it('is not made where its own budget is spent, whatever there is for retries', async () => {
    const { made } = call({ hedgeAfterMs: 30, hedges: createTokenBucket(0.05, 0.5) });
    await jest.advanceTimersByTimeAsync(1000);
    expect(made).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not made so late that a call would take twice its time', async () => {
    const hedges = createTokenBucket(1, 1);
    const { made } = call({ hedgeAfterMs: 30, hedges, hedgeWithinMs: 100 });
    hedges.take();
    await jest.advanceTimersByTimeAsync(130);
    hedges.payIn();
    await jest.advanceTimersByTimeAsync(1000);
    expect(made).toHaveLength(1);
  });

  it('is not made beside a retry', async () => {
    const { made, events } = call({ hedgeAfterMs: 5, random: () => 0.9 });
    made[0]?.reject(unreachable);
    await jest.advanceTimersByTimeAsync(1000);
    expect([made.length, events]).toEqual([2, ['retry']]);
  });

  it('is made later where its budget was spent at first', async () => {
    const hedges = createTokenBucket(0.4, 1);
    const slow = call({ hedgeAfterMs: 30, hedges });
    const slower = call({ hedgeAfterMs: 30, hedges });
    await jest.advanceTimersByTimeAsync(30);
    expect([slow.made.length, slower.made.length]).toEqual([2, 1]);
    for (let n = 0; n < 3; n += 1) call({ hedges }).made[0]?.resolve('quick');
    await jest.advanceTimersByTimeAsync(30);
    expect([slow.made.length, slower.made.length]).toEqual([2, 2]);
    slower.made[1]?.resolve('second');
    expect(await slower.result).toBe('second');
    expect(slower.events).toEqual(['hedge']);
  });

  it('is never made within 5 ms, where all are quick', async () => {
    const { made } = call({ hedgeAfterMs: 0.4 });
    await jest.advanceTimersByTimeAsync(4);
    expect(made).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(made).toHaveLength(2);
  });

  it('is not made after the answer, and leaves no timer', async () => {
    const { made, result } = call({ hedgeAfterMs: 30 });
    made[0]?.resolve('first');
    expect(await result).toBe('first');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends with its call', async () => {
    const { made, result, cancel } = call({ hedgeAfterMs: 30 });
    await jest.advanceTimersByTimeAsync(30);
    cancel();
    await expect(result).rejects.toMatchObject({ name: 'ClientGone' });
    expect(made.map(({ controller }) => controller.signal.aborted)).toEqual([true, true]);
  });
});

describe('a budget', () => {
  it('allows one extra call for each so many, and what was saved up', () => {
    const bucket = createTokenBucket(0.1, 3);
    let extra = 0;
    for (let n = 0; n < 1000; n += 1) {
      bucket.payIn();
      if (bucket.take()) extra += 1;
    }
    expect(extra).toBeGreaterThanOrEqual(100);
    expect(extra).toBeLessThanOrEqual(103);
  });
});

describe('the live 95th percentile', () => {
  it('is unknown for fewer than 20 calls, then what 95 of 100 stay below', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms < 20; ms += 1) latencies.add(ms);
    expect(latencies.p95).toBeUndefined();
    for (let ms = 20; ms <= 200; ms += 1) latencies.add(ms);
    expect(latencies.p95).toBe(191);
  });

  it('forgets what was before the last 200', () => {
    const latencies = new Latencies();
    for (let n = 0; n < 200; n += 1) latencies.add(1000);
    for (let n = 0; n < 200; n += 1) latencies.add(5);
    expect(latencies.p95).toBe(5);
  });
});
