import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watch } from '../test/watch.ts';
import { Deadline } from './deadline.ts';
import { ClientGone, DeadlineExceeded, SectionLimitExceeded } from './failures.ts';

const forever = () => new Promise<never>(() => undefined);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a deadline', () => {
  it('shrinks as time passes, and never below nothing', () => {
    const deadline = new Deadline({ budgetMs: 800 });
    expect(deadline.remainingMs()).toBe(800);
    jest.advanceTimersByTime(300);
    expect(deadline.remainingMs()).toBe(500);
    jest.advanceTimersByTime(2000);
    expect(deadline.remainingMs()).toBe(0);
  });

  it('aborts its signal at the end of the budget, not before, and says why', () => {
    const { signal } = new Deadline({ budgetMs: 800 });
    jest.advanceTimersByTime(799);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.reason).toBeInstanceOf(DeadlineExceeded);
    expect(signal.reason).toMatchObject({ reason: 'timeout', message: 'No answer within 800 ms' });
  });

  it('gives up waiting at the end of the budget for what does not listen to the signal', async () => {
    const deadline = new Deadline({ budgetMs: 800 });
    const outcome = watch(deadline.within(forever()));
    await jest.advanceTimersByTimeAsync(799);
    expect(outcome()).toBe('pending');
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome()).toBeInstanceOf(DeadlineExceeded);
  });

  it('hands on what comes in time, and the failure of what fails in time', async () => {
    const deadline = new Deadline({ budgetMs: 800 });
    const failure = new Error('of its own');
    await expect(deadline.within(Promise.resolve('lamp'))).resolves.toBe('lamp');
    await expect(deadline.within(Promise.reject(failure))).rejects.toBe(failure);
    await expect(deadline.withinSectionLimit(Promise.resolve('lamp'))).resolves.toBe('lamp');
    await expect(deadline.withinSectionLimit(Promise.reject(failure))).rejects.toBe(failure);
  });

  it('gives way to an answer that is there already when the time is up', async () => {
    const deadline = new Deadline({ budgetMs: 800 });
    await jest.advanceTimersByTimeAsync(900);
    await expect(deadline.within(Promise.resolve('lamp'))).resolves.toBe('lamp');
  });
});

describe('the section limit', () => {
  it.each([
    ['where it says', { budgetMs: 800, sectionLimitMs: 400 }, 400],
    ['20 ms before a deadline that comes first', { budgetMs: 300, sectionLimitMs: 400 }, 280],
    ['20 ms before a deadline that comes right after it', { budgetMs: 410, sectionLimitMs: 400 }, 390],
    ['20 ms before the deadline where there is none', { budgetMs: 800 }, 780],
    ['at once where the whole budget is shorter than that', { budgetMs: 10, sectionLimitMs: 400 }, 0],
  ])('lies %s', async (_where, options, limitMs) => {
    const outcome = watch(new Deadline(options).withinSectionLimit(forever()));
    if (limitMs > 0) {
      await jest.advanceTimersByTimeAsync(limitMs - 1);
      expect(outcome()).toBe('pending');
    }
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome()).toBeInstanceOf(SectionLimitExceeded);
    expect(outcome()).toMatchObject({ reason: 'timeout', message: `Given up after ${limitMs} ms` });
  });

  it('ends no call: the signal is the deadline', async () => {
    const { signal } = new Deadline({ budgetMs: 800, sectionLimitMs: 400 });
    await jest.advanceTimersByTimeAsync(500);
    expect(signal.aborted).toBe(false);
  });
});

describe('the stale limit', () => {
  it.each([
    ['20 ms before the section limit', { budgetMs: 800, sectionLimitMs: 400 }, 380],
    ['40 ms before a deadline that comes first', { budgetMs: 300, sectionLimitMs: 400 }, 260],
    ['40 ms before the deadline where there is no section limit', { budgetMs: 800 }, 760],
    ['at once where the whole budget is shorter than that', { budgetMs: 30, sectionLimitMs: 400 }, 0],
  ])('lies %s', async (_where, options, limitMs) => {
    const outcome = watch(new Deadline(options).withinStaleLimit(forever()));
    if (limitMs > 0) {
      await jest.advanceTimersByTimeAsync(limitMs - 1);
      expect(outcome()).toBe('pending');
    }
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome()).toBeInstanceOf(SectionLimitExceeded);
  });

  it('leaves an old value time to be taken within the section limit', async () => {
    const deadline = new Deadline({ budgetMs: 800, sectionLimitMs: 400 });
    const old = deadline.withinStaleLimit(forever()).catch(() => 'old');
    const outcome = watch(deadline.withinSectionLimit(old));
    await jest.advanceTimersByTimeAsync(400);
    expect(outcome()).toBe('old');
  });
});

it('counts from when the request began, not from when someone first asked for the time', async () => {
  const startedAt = performance.now();
  jest.advanceTimersByTime(100);
  const deadline = new Deadline({ budgetMs: 800, sectionLimitMs: 400, startedAt });
  expect(deadline.remainingMs()).toBe(700);
  const [whole, section] = [watch(deadline.within(forever())), watch(deadline.withinSectionLimit(forever()))];
  await jest.advanceTimersByTimeAsync(299);
  expect(section()).toBe('pending');
  await jest.advanceTimersByTimeAsync(1);
  expect(section()).toBeInstanceOf(SectionLimitExceeded);
  await jest.advanceTimersByTimeAsync(399);
  expect(whole()).toBe('pending');
  await jest.advanceTimersByTimeAsync(1);
  expect(whole()).toBeInstanceOf(DeadlineExceeded);
});

describe('an answer that is out', () => {
  it('cancels nothing, then or later, and leaves no timer', () => {
    const deadline = new Deadline({ budgetMs: 800, sectionLimitMs: 400 });
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    deadline.answered();
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(10_000);
    expect(deadline.signal.aborted).toBe(false);
  });
});

describe('a client that is gone', () => {
  it('aborts what is under way because nobody waits for it, and leaves no timer', () => {
    const deadline = new Deadline({ budgetMs: 800, sectionLimitMs: 400 });
    deadline.end();
    expect(deadline.signal.reason).toBeInstanceOf(ClientGone);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('after the deadline does not change why the signal was aborted', () => {
    const deadline = new Deadline({ budgetMs: 800 });
    jest.advanceTimersByTime(800);
    deadline.end();
    expect(deadline.signal.reason).toBeInstanceOf(DeadlineExceeded);
  });

  it('may be said twice', () => {
    const deadline = new Deadline({ budgetMs: 800 });
    deadline.end();
    const { reason } = deadline.signal as { reason: unknown };
    deadline.end();
    expect(deadline.signal.reason).toBe(reason);
  });
});
