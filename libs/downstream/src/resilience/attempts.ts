import { ClientGone } from '@product-bffs/composition';
import { DownstreamRefused, DownstreamUnreachable } from '../errors.ts';
import type { TokenBucket } from './token-bucket.ts';

/** A retry waits a random time below this, so that many do not come at once. */
const RETRY_WITHIN_MS = 20;
// Who takes less is not slow, however quick most are.
const LEAST_HEDGE_MS = 5;

export interface Attempts {
  retries: TokenBucket;
  onRetry: () => void;
  /** After how long without an answer, 5 ms at least, a second attempt runs beside the first; absent = never. */
  hedgeAfterMs?: number | undefined;
  /** For so long after that it may still begin where its budget is spent at first. */
  hedgeWithinMs: number;
  hedges: TokenBucket;
  onHedge: () => void;
  /** Is told how to end all attempts. */
  onCancel: (cancel: (reason?: Error) => void) => void;
  random: () => number;
}

const gone = () => new ClientGone('Nobody waits for this call any more');

/**
 * At most two attempts: the second where the first failed in a way that a second may not (within the budget of retries), or
 * where it is slower than most (within the budget of hedges). The first success counts, and ends the other.
 */
export async function attempts<T>(attempt: (controller: AbortController) => Promise<T>, of: Attempts): Promise<T> {
  of.retries.payIn();
  of.hedges.payIn();
  const controllers: AbortController[] = [];
  const running: Promise<T>[] = [];
  const begin = () => {
    const controller = new AbortController();
    controllers.push(controller);
    running.push(attempt(controller));
  };
  of.onCancel((reason = gone()) => {
    for (const controller of controllers) controller.abort(reason);
  });
  begin();
  let hedge: NodeJS.Timeout | undefined;
  const hedged =
    of.hedgeAfterMs !== undefined &&
    new Promise<void>((resolve) => {
      const everyMs = Math.max(LEAST_HEDGE_MS, of.hedgeAfterMs ?? 0);
      let looks = 1 + Math.floor(of.hedgeWithinMs / everyMs);
      // Where the budget is spent just then, it is looked at again: the slowest call is not to go without for one that came first.
      const look = () => {
        looks -= 1;
        const isPaid = of.hedges.take();
        if (isPaid || looks === 0) clearInterval(hedge);
        if (!isPaid) return;
        of.onHedge();
        begin();
        resolve();
      };
      hedge = setInterval(look, everyMs);
    });
  try {
    if (hedged !== false) await Promise.race([running[0], hedged]);
    return await firstOf(running);
  } catch (error) {
    clearInterval(hedge);
    if (running.length > 1 || !mayRetry(error) || !of.retries.take()) throw error;
    await new Promise((resolve) => setTimeout(resolve, of.random() * RETRY_WITHIN_MS));
    controllers[0]?.signal.throwIfAborted();
    of.onRetry();
    begin();
    return await (running[1] as Promise<T>);
  } finally {
    clearInterval(hedge);
    if (controllers.length > 1) for (const controller of controllers) controller.abort(gone());
  }
}

/** @throws the first failure, where all fail */
async function firstOf<T>(running: Promise<T>[]): Promise<T> {
  return Promise.any(running).catch((all: unknown) => {
    throw (all as AggregateError).errors[0];
  });
}

/** Never a 4xx, a 500, a timeout or nonsense; nor a service that asks to be left alone. */
function mayRetry(error: unknown): boolean {
  if (error instanceof DownstreamUnreachable) return error.unanswered;
  return error instanceof DownstreamRefused && [502, 503, 504].includes(error.status) && !error.retryAfterMs;
}
