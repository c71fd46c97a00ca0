/** Who is refused first where there is not room for all: bulk, then prefetch, and page views last. */
export type Priority = 'page' | 'prefetch' | 'bulk';

export interface AdaptiveLimitOptions {
  /** The limit never falls below. */
  min: number;
  /** The limit where nothing is known to be wrong. */
  max: number;
  /** Time that a required call may take, in milliseconds: what a long wait is goes by it. */
  timeoutMs: number;
  /** Milliseconds that only rise. Default: performance.now. */
  clock?: () => number;
}

export type AdaptiveLimit = ReturnType<typeof createAdaptiveLimit>;

// Prefetches may fill so much of the limit. Bulk may fill half of it, and has a tenth where the rest is full.
const PREFETCH_SHARE = 0.8;
const BULK_SHARE = 0.5;
const BULK_LEAST_SHARE = 0.1;
// The limit is judged once a window, which is as long as a wait, and at least so long; the last few are remembered.
const WINDOW_MS = 80;
const WINDOWS = 5;
const SHRINK = 0.8;
const GROW = 1.2;
const MUCH_DELAY_MS = 100;
// What was seen before nobody asked for so long says nothing of now.
const FORGOTTEN_MS = 2000;

/**
 * A limit on the requests that wait at once, out of the way at its maximum until something is wrong. What comes out in a
 * second times the longest good wait is how many can usefully be under way (Little's law). Where waits grow and more are
 * under way than that, by more than chance explains, the limit falls to half of it at once. Where answers come too late, and
 * the others nearly, or the event loop does again and again, it falls by a fifth; much further where none is in time, so that
 * a line of work that nobody waits for can end. It grows while waits are short, and doubles while it is not reached.
 */
export function createAdaptiveLimit({ min, max, timeoutMs, clock = () => performance.now() }: AdaptiveLimitOptions) {
  let [limit, inFlight, bulkInFlight, changedAt, delayMs] = [max, 0, 0, -Infinity, 0];
  const startWindow = (since: number, lengthMs: number) => {
    return { since, lengthMs, inTime: 0, judged: 0, tooLate: 0, waitedMs: 0, lateMs: 0, longestMs: 0, peak: inFlight };
  };
  let window = startWindow(clock(), WINDOW_MS);
  const before: { rate: number; meanMs: number; longestMs: number }[] = [];
  let cameOut = false;

  function hasRoom(priority: Priority): boolean {
    if (priority === 'page' || inFlight >= limit) return inFlight < limit;
    if (priority === 'prefetch') return inFlight < limit * PREFETCH_SHARE;
    return inFlight < limit * BULK_SHARE || bulkInFlight < limit * BULK_LEAST_SHARE;
  }

  function changeTo(other: number, now: number): void {
    limit = Math.min(max, Math.max(min, other));
    changedAt = now;
  }

  function judge(now: number): void {
    if (now - window.since >= FORGOTTEN_MS) {
      [limit, delayMs, before.length] = [max, 0, 0];
      window = startWindow(now, WINDOW_MS);
      return;
    }
    const { since, inTime, judged, tooLate, waitedMs, lateMs, longestMs, peak } = window;
    const meanMs = judged > 0 ? waitedMs / judged : 0;
    const rate = inTime / (now - since);
    const useful = timeoutMs * Math.max(rate, ...before.map((one) => one.rate));
    const isSlower = meanMs > 1.25 * Math.min(...before.map((one) => one.meanMs));
    // Where all waits grow at once, hardly anything comes out for a while: waits far longer than their window, and than any
    // before, are no rate yet.
    const isKnownWait = longestMs <= 1.25 * Math.max(0, ...before.map((one) => one.longestMs));
    const isRate = isKnownWait || (cameOut && longestMs <= (now - since) * 2.5);
    // Of so many as come by chance, hardly ever three times the root more are there. A small overload is seen later for it.
    const tooMany = Math.max(min, useful * 1.2 + Math.sqrt(useful) * 3);
    // Where those in time come quickly, the late ones waited for something that is broken, not for their turn.
    const goodMs = judged > tooLate ? (waitedMs - lateMs) / (judged - tooLate) : Infinity;
    if (isRate && isSlower && inFlight > tooMany) changeTo(Math.min(limit, useful / 2), now);
    else if (goodMs > timeoutMs * 0.75 && tooLate > 1 + judged * 0.05)
      changeTo(Math.min(limit, inTime === 0 ? useful / 4 : Math.max(useful / 2, peak * SHRINK)), now);
    else if (peak < limit / 2) limit = Math.min(max, limit * 2);
    else if (goodMs < timeoutMs * 0.6) changeTo(limit * GROW, now);
    if (judged > 0 && before.push({ rate, meanMs, longestMs }) > WINDOWS) before.shift();
    cameOut = inTime > 0;
    window = startWindow(now, Math.max(WINDOW_MS, meanMs));
  }

  return {
    get inFlight(): number {
      return inFlight;
    },
    get limit(): number {
      return Math.floor(limit);
    },
    /** @returns how to leave, saying whether the answer came too late; undefined where there is no room */
    enter(priority: Priority): ((tooLate: boolean) => void) | undefined {
      const enteredAt = clock();
      if (enteredAt - window.since >= window.lengthMs) judge(enteredAt);
      if (!hasRoom(priority)) return undefined;
      inFlight += 1;
      if (priority === 'bulk') bulkInFlight += 1;
      window.peak = Math.max(window.peak, inFlight);
      return (tooLate) => {
        inFlight -= 1;
        if (priority === 'bulk') bulkInFlight -= 1;
        const waitedMs = clock() - enteredAt;
        // It had less time than that, and says nothing of how long things take.
        if (tooLate && waitedMs < timeoutMs * 0.9) return;
        const isLate = tooLate || waitedMs > timeoutMs * 1.2;
        if (!isLate) window.inTime += 1;
        // What was let in before the limit changed says nothing of the limit as it is.
        if (enteredAt < changedAt) return;
        window.judged += 1;
        window.waitedMs += waitedMs;
        window.longestMs = Math.max(window.longestMs, waitedMs);
        if (isLate) [window.tooLate, window.lateMs] = [window.tooLate + 1, window.lateMs + waitedMs];
      };
    },
    /** Tells by how many milliseconds the event loop was late. A pause of our own says nothing of those we wait for. */
    delayed(ms: number): void {
      delayMs += (ms - delayMs) * 0.1;
      if (ms < MUCH_DELAY_MS) return;
      const now = clock();
      changeTo(delayMs < MUCH_DELAY_MS ? limit : Math.min(limit, window.peak) * SHRINK, now);
      window = startWindow(now, WINDOW_MS + ms);
    },
  };
}
