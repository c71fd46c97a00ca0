import { createAdaptiveLimit, type Priority } from '../../src/overload/adaptive-limit.ts';

export interface Phase {
  requestsPerSecond: number;
  seconds: number;
  priority?: Priority;
}

export interface Simulated {
  /** Answered in time, by the second in which they were. */
  good: number[];
  /** Time that each request spent that was let in, in milliseconds, rising. */
  acceptedMs: number[];
  /** Let in of those offered, by priority. */
  admitted: Record<Priority, number>;
  /** The limit at the end of each second. */
  limits: number[];
}

interface Options {
  /** One after the other; each is a list of what is offered at the same time. */
  phases: Phase[][];
  /** False lets everything in. */
  limited: boolean;
  seed: number;
  /** What the dependency does in a second. Default: 200. */
  capacity?: number;
  /** How long one piece of its work takes, in milliseconds. Default: 50. */
  workMs?: number;
  /** So many of its answers, of one, come later by so much, whatever the line. Default: none. */
  tail?: { share: number; laterMs: number };
}

/** Callers give up after this. */
export const TIMEOUT_MS = 400;

/**
 * Requests at random times before a dependency that works on a few things at once and lets the rest wait in line, in a
 * time of its own. As real ones do, it works as well for callers who have long gone.
 */
export function simulate({ phases, limited, seed, capacity = 200, workMs = 50, tail }: Options): Simulated {
  const time = createTime();
  const random = createRandom(seed);
  const limit = createAdaptiveLimit({ min: 10, max: 1024, timeoutMs: TIMEOUT_MS, clock: time.now });
  const line: (() => void)[] = [];
  let atWork = 0;
  const work = () => {
    while (atWork < (capacity * workMs) / 1000) {
      const done = line.shift();
      if (done === undefined) return;
      atWork += 1;
      time.after(workMs, () => {
        atWork -= 1;
        if (tail && random() < tail.share) time.after(tail.laterMs, done);
        else done();
        work();
      });
    }
  };

  const seen: Simulated = { good: [], acceptedMs: [], admitted: { page: 0, prefetch: 0, bulk: 0 }, limits: [] };
  const count = (counts: number[]) => {
    const second = Math.floor(time.now() / 1000);
    counts[second] = (counts[second] ?? 0) + 1;
  };
  const request = (priority: Priority) => {
    const leave = limited ? limit.enter(priority) : () => undefined;
    if (leave === undefined) return;
    seen.admitted[priority] += 1;
    const startedAt = time.now();
    let isOver = false;
    const end = (isTooLate: boolean) => {
      if (isOver) return;
      isOver = true;
      leave(isTooLate);
      seen.acceptedMs.push(time.now() - startedAt);
      if (!isTooLate) count(seen.good);
    };
    line.push(() => end(false));
    time.after(TIMEOUT_MS, () => end(true));
    work();
  };

  let begins = 0;
  for (const phase of phases) {
    const ends = begins + (phase[0]?.seconds ?? 0) * 1000;
    for (const { requestsPerSecond, priority = 'page' } of phase) {
      let at = begins;
      while ((at += (-Math.log(1 - random()) * 1000) / requestsPerSecond) < ends) {
        time.after(at, () => request(priority));
      }
    }
    begins = ends;
  }
  for (let second = 0; second < begins / 1000; second += 1) {
    time.after(second * 1000 + 999, () => (seen.limits[second] = limit.limit));
  }
  time.run(begins);
  for (let second = 0; second < begins / 1000; second += 1) seen.good[second] ??= 0;
  seen.acceptedMs.sort((a, b) => a - b);
  return seen;
}

/** What is to be done, in the order of its time; a heap. */
function createTime() {
  const events: { at: number; order: number; run: () => void }[] = [];
  let [now, order] = [0, 0];
  const isBefore = (a: number, b: number) =>
    events[a]!.at - events[b]!.at < 0 || (events[a]!.at === events[b]!.at && events[a]!.order < events[b]!.order);
  const swap = (a: number, b: number) => ([events[a], events[b]] = [events[b]!, events[a]!]);
  return {
    now: () => now,
    after(ms: number, run: () => void) {
      let at = events.push({ at: now + ms, order: (order += 1), run }) - 1;
      while (at > 0 && isBefore(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    },
    run(until: number) {
      while (events.length > 0 && events[0]!.at <= until) {
        const first = events[0]!;
        const last = events.pop()!;
        if (events.length > 0) events[0] = last;
        for (let at = 0; ;) {
          let least = at;
          for (const child of [2 * at + 1, 2 * at + 2]) {
            if (child < events.length && isBefore(child, least)) least = child;
          }
          if (least === at) break;
          swap(at, least);
          at = least;
        }
        now = first.at;
        first.run();
      }
    },
  };
}

/** The same numbers from 0 to below 1 for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
