import { describe, expect, it } from '@jest/globals';
import { createAdaptiveLimit, type Priority } from '../../src/overload/adaptive-limit.ts';
import { createRandom, simulate, TIMEOUT_MS } from './simulate.ts';

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
const calm = [{ requestsPerSecond: 180, seconds: 5 }];
const tenfold = [{ requestsPerSecond: 2000, seconds: 20 }];
const seeds = [1, 2, 3, 4, 5];

describe('before a dependency of 200 requests a second, ten times as much is offered for 20 s', () => {
  it.each(seeds)('and at least 90 %% of what it can do are good answers (seed %i)', (seed) => {
    const { good } = simulate({ phases: [calm, tenfold, calm], limited: true, seed });
    expect(sum(good.slice(5, 25))).toBeGreaterThanOrEqual(0.9 * 200 * 20);
  });

  it.each(seeds)('and what is let in is out within its time (seed %i)', (seed) => {
    const { acceptedMs } = simulate({ phases: [calm, tenfold, calm], limited: true, seed });
    expect(acceptedMs[Math.floor(acceptedMs.length * 0.99)]).toBeLessThanOrEqual(TIMEOUT_MS + 1);
    // Once the limit is found, nobody waits in vain.
    expect(acceptedMs[Math.floor(acceptedMs.length * 0.75)]).toBeLessThan(TIMEOUT_MS);
  });

  it.each(seeds)('and two seconds after it is over all is as before (seed %i)', (seed) => {
    const { good, limits } = simulate({ phases: [calm, tenfold, calm], limited: true, seed });
    expect(sum(good.slice(27, 30)) / 3).toBeGreaterThanOrEqual(0.85 * 180);
    expect(limits[27]).toBe(1024);
  });

  it.each(seeds)('and without a limit nothing good comes out, then or after (seed %i)', (seed) => {
    const { good } = simulate({ phases: [calm, tenfold, calm], limited: false, seed });
    expect(sum(good.slice(7, 30))).toBe(0);
  });
});

it.each(seeds)('finds it as well where a tenth of all answers is always slow (seed %i)', (seed) => {
  const tail = { share: 0.1, laterMs: 300 };
  const { good } = simulate({ phases: [calm, tenfold, calm], limited: true, seed, tail });
  expect(sum(good.slice(5, 25))).toBeGreaterThanOrEqual(0.75 * 200 * 20);
});

it.each([1.5, 2, 3])('keeps up most of what a dependency can do where %f times as much is offered', (factor) => {
  for (const seed of seeds) {
    const over = [{ requestsPerSecond: 200 * factor, seconds: 20 }];
    const { good } = simulate({ phases: [calm, over, calm], limited: true, seed });
    expect(sum(good.slice(5, 25))).toBeGreaterThanOrEqual(0.9 * 200 * 20);
  }
});

it.each([
  [0.05, 200],
  [0.15, 200],
  [0.4, 200],
  [0.4, 50],
])(
  'refuses hardly anything where %f of all answers never come, and the others after %i ms as ever',
  (share, workMs) => {
    for (const seed of seeds) {
      const tail = { share, laterMs: 10_000 };
      const phases = [[{ requestsPerSecond: 100, seconds: 20 }]];
      const { admitted, acceptedMs } = simulate({ phases, limited: true, seed, capacity: 400, workMs, tail });
      expect(admitted.page).toBeGreaterThan(0.93 * 2000);
      expect(acceptedMs.filter((ms) => ms === 400).length).toBeGreaterThan(0.7 * share * 2000);
    }
  },
);

it.each([1.5, 3])(
  'keeps up most of what comes out after half of its time where %f times as much is offered',
  (factor) => {
    for (const seed of seeds) {
      const phases = [calm, [{ requestsPerSecond: 200 * factor, seconds: 20 }]];
      const { good } = simulate({ phases, limited: true, seed, workMs: 200 });
      expect(sum(good.slice(5, 25))).toBeGreaterThanOrEqual(0.8 * 200 * 20);
    }
  },
);

it('takes who had no time left when it came in for no sign of overload', () => {
  let now = 0;
  const limit = createAdaptiveLimit({ min: 10, max: 1000, timeoutMs: 400, clock: () => now });
  for (let n = 0; n < 400; n += 1) {
    const [served, short] = [limit.enter('page'), limit.enter('page')];
    short?.(true);
    now += 20;
    served?.(false);
  }
  expect(limit.limit).toBe(1000);
});

it.each([
  ['a fifth of the capacity', 40, 50],
  ['five times the capacity', 1000, 50],
])('finds the limit of a dependency with %s', (_what, capacity, workMs) => {
  const { good } = simulate({
    phases: [[{ requestsPerSecond: capacity * 0.8, seconds: 5 }], [{ requestsPerSecond: capacity * 5, seconds: 20 }]],
    limited: true,
    seed: 1,
    capacity,
    workMs,
  });
  expect(sum(good.slice(15, 25))).toBeGreaterThanOrEqual(0.9 * capacity * 10);
});

it('lets everything in where a load rises twentyfold and what is behind bears it, slow as it is', () => {
  const { good, acceptedMs } = simulate({
    phases: [[{ requestsPerSecond: 100, seconds: 3 }], [{ requestsPerSecond: 2000, seconds: 5 }]],
    limited: true,
    seed: 1,
    capacity: 5000,
    workMs: 300,
  });
  expect(sum(good.slice(4, 8))).toBeGreaterThanOrEqual(0.95 * 2000 * 4);
  expect(acceptedMs.at(-1)).toBeLessThanOrEqual(301);
});

it.each([
  { rush: 1, quick: 0, slowMs: 430 },
  { rush: 2, quick: 0.02, slowMs: 400 },
  { rush: 4, quick: 0, slowMs: 400 },
  { rush: 4, quick: 0.1, slowMs: 400 },
  { rush: 8, quick: 0, slowMs: 200 },
  { rush: 4, quick: 0.2, slowMs: 300 },
  { rush: 8, quick: 0.1, slowMs: 430 },
])('lets everything in where what is behind gets slow in the moment of a rush, in time as it is: %j', (play) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = createRandom(seed);
    let now = 0;
    const limit = createAdaptiveLimit({ min: 10, max: 1000, timeoutMs: 400, clock: () => now });
    const underWay: { until: number; leave: (tooLate: boolean) => void }[] = [];
    for (let at = 0; at < 4000; at += (-Math.log(1 - random()) * 1000) / (at < 1000 ? 50 : 50 * play.rush)) {
      underWay.sort((a, b) => a.until - b.until);
      while (underWay[0] !== undefined && underWay[0].until <= at) {
        const { until, leave } = underWay.shift()!;
        now = until;
        leave(false);
      }
      now = at;
      const leave = limit.enter('page');
      if (leave === undefined) throw new Error(`seed ${seed}: refused after ${at} ms, ${underWay.length} under way`);
      // Some need nothing of what is slow: it is known already.
      const waitMs = random() < play.quick ? 1 : (at < 1000 ? 15 : play.slowMs) + 20 * random();
      underWay.push({ until: at + waitMs, leave });
    }
    expect(limit.limit).toBe(1000);
  }
});

it('grows with a dependency that gets better', () => {
  const [slow, quick] = [50, 1000].map((capacity) => simulate({ phases: [tenfold], limited: true, seed: 1, capacity }));
  expect(quick!.limits[15]! / slow!.limits[15]!).toBeGreaterThan(5);
});

it('refuses bulk first and page views last', () => {
  const { admitted } = simulate({
    phases: [
      [
        { requestsPerSecond: 150, seconds: 20, priority: 'page' },
        { requestsPerSecond: 150, seconds: 20, priority: 'prefetch' },
        { requestsPerSecond: 600, seconds: 20, priority: 'bulk' },
      ],
    ],
    limited: true,
    seed: 1,
  });
  const share = (priority: Priority, offered: number) => admitted[priority] / (offered * 20);
  expect(share('page', 150)).toBeGreaterThan(0.85);
  expect(share('prefetch', 150)).toBeLessThan(share('page', 150));
  expect(share('bulk', 600)).toBeLessThan(share('prefetch', 150));
});

describe('a limit that is reached', () => {
  const filled = (priority: Priority) => {
    const limit = createAdaptiveLimit({ min: 1, max: 100, timeoutMs: 400, clock: () => 0 });
    let admitted = 0;
    while (limit.enter(priority) !== undefined) admitted += 1;
    return { limit, admitted };
  };

  it.each([
    ['page', 100],
    ['prefetch', 80],
    ['bulk', 50],
  ] as const)('has room for so many of one kind: %s %i', (priority, most) => {
    expect(filled(priority).admitted).toBe(most);
  });

  it('has room for page views beside all that bulk and prefetches may take', () => {
    const { limit } = filled('bulk');
    for (let n = 0; n < 30; n += 1) expect(limit.enter('prefetch')).toBeDefined();
    expect(limit.enter('prefetch')).toBeUndefined();
    for (let n = 0; n < 20; n += 1) expect(limit.enter('page')).toBeDefined();
    expect(limit.enter('page')).toBeUndefined();
  });

  it('leaves bulk a tenth, so that it is never shut out by page views alone', () => {
    const limit = createAdaptiveLimit({ min: 1, max: 100, timeoutMs: 400, clock: () => 0 });
    for (let n = 0; n < 90; n += 1) limit.enter('page');
    for (let n = 0; n < 10; n += 1) expect(limit.enter('bulk')).toBeDefined();
    expect(limit.enter('bulk')).toBeUndefined();
  });

  it('has room again as soon as one leaves', () => {
    const limit = createAdaptiveLimit({ min: 1, max: 1, timeoutMs: 400, clock: () => 0 });
    const leave = limit.enter('page')!;
    expect([limit.inFlight, limit.enter('page')]).toEqual([1, undefined]);
    leave(false);
    expect(limit.inFlight).toBe(0);
    expect(limit.enter('page')).toBeDefined();
  });
});

it('falls where the event loop is late again and again, and not for a single pause', () => {
  let now = 0;
  const limit = createAdaptiveLimit({ min: 20, max: 1000, timeoutMs: 400, clock: () => now });
  const windowWith = (delayMs: number) => {
    for (let n = 0; n < 60; n += 1) limit.enter('page')?.(false);
    limit.delayed(delayMs);
    now += 101;
    limit.enter('page')?.(false);
    return limit.limit;
  };
  expect(windowWith(300)).toBe(1000);
  expect(windowWith(0)).toBe(1000);
  for (let n = 0; n < 8; n += 1) windowWith(300);
  expect(limit.limit).toBeLessThan(200);
  for (let n = 0; n < 25; n += 1) windowWith(0);
  expect(limit.limit).toBe(1000);
});

it('takes what was under way in a pause of its own for no sign of overload', () => {
  let now = 0;
  const limit = createAdaptiveLimit({ min: 10, max: 1000, timeoutMs: 400, clock: () => now });
  for (let n = 0; n < 60; n += 1) {
    now += 10;
    const leave = limit.enter('page');
    now += 10;
    leave?.(false);
  }
  const paused = Array.from({ length: 20 }, () => limit.enter('page'));
  now += 600;
  limit.delayed(600);
  const backlog = Array.from({ length: 200 }, () => limit.enter('page'));
  now += 50;
  for (const leave of [...paused, ...backlog]) leave?.(false);
  now += 100;
  expect([limit.enter('page') === undefined, limit.limit]).toEqual([false, 1000]);
});

it('forgets what it saw before nobody asked for two seconds', () => {
  let now = 0;
  const limit = createAdaptiveLimit({ min: 10, max: 1000, timeoutMs: 400, clock: () => now });
  const leaving = Array.from({ length: 100 }, () => limit.enter('page'));
  now += 600;
  for (const leave of leaving) leave?.(true);
  limit.enter('page');
  expect(limit.limit).toBe(10);
  now += 2000;
  limit.enter('page');
  expect(limit.limit).toBe(1000);
});
