import { DeadlineExceeded } from '@product-bffs/composition';
import { DownstreamError, DownstreamRefused, DownstreamSpared, DownstreamTimeout, type FailedCall } from '../errors.ts';
import type { SharedCall } from '../flights.ts';
import type { GetJson, JsonAnswer, JsonGetter } from '../http/get-json.ts';
import type { CallObservation, DownstreamEvents } from '../operation.ts';
import { attempts } from './attempts.ts';
import { createBreaker } from './breaker.ts';
import { Latencies } from './latencies.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface OperationCall<T> extends Pick<GetJson, 'path' | 'maxBodyBytes' | 'readsGone' | 'onBehalfOf'> {
  operation: string;
  /** Who waits for it; it ends when nobody does any more. */
  calls: readonly [SharedCall, ...SharedCall[]];
  /** @throws DownstreamInvalid where the answer makes no sense */
  read: (answer: JsonAnswer, named: FailedCall) => Read<T>;
}

export interface Read<T> {
  answer: T;
  outcome: 'ok' | 'not-found';
  /** What an answer that could be used still had wrong. */
  fault?: string | undefined;
}

export interface OperationOptions extends DownstreamEvents {
  /** One attempt at most, in milliseconds. */
  timeoutMs: number;
  hedge?: boolean | undefined;
}

/** Of all calls, so many may be retried, and so many hedged. */
const RETRY_SHARE = 0.1;
const RETRIES_SAVED = 10;
const HEDGE_SHARE = 0.05;
const HEDGES_SAVED = 5;
/** A service that asks for patience three times in a row is left alone, at most so long: a wrong Retry-After must not take it away for a day. */
const PATIENCE = 3;
const LONGEST_PAUSE_MS = 1000;

/** The calls of one downstream: each operation with a breaker of its own, all with one budget of retries and one of hedges. */
export function createOperations(downstream: string, getJson: JsonGetter, options: OperationOptions) {
  const { timeoutMs, hedge = false, onCall, onRetry, onHedge, onBreaker } = options;
  const states = new Map<string, ReturnType<typeof newState>>();
  const retries = createTokenBucket(RETRY_SHARE, RETRIES_SAVED);
  const hedges = createTokenBucket(HEDGE_SHARE, HEDGES_SAVED);

  /** Of one operation; times are those of `performance.now()`. Pushbacks: how often in a row it has asked for patience. */
  function newState(named: FailedCall) {
    const breaker = createBreaker(named, (state) => onBreaker?.({ ...named, state }));
    return { breaker, latencies: new Latencies(), pushbacks: 0, pausedUntil: -Infinity, retryAt: -Infinity };
  }

  return async function call<T>({ operation, calls, read, ...get }: OperationCall<T>): Promise<T> {
    const named = { downstream, operation };
    const state = states.get(operation) ?? newState(named);
    states.set(operation, state);
    const [{ requestId, childTraceparent }] = calls;

    async function attempt(controller: AbortController): Promise<T> {
      const startedAt = performance.now();
      const report = (outcome: CallObservation['outcome'], detail: string | undefined) => {
        const durationMs = performance.now() - startedAt;
        if (outcome === 'ok') state.latencies.add(durationMs);
        onCall?.({ requestId, ...named, outcome, durationMs, ...(detail !== undefined && { detail }) });
      };
      const leftMs = Math.ceil(calls.reduce((most, waiting) => Math.max(most, waiting.remainingMs()), 1));
      const traceparent = childTraceparent();
      const announcedMs = Math.min(timeoutMs, leftMs);
      try {
        const json = await getJson({ ...get, requestId, traceparent, announcedMs, controller }, named);
        const { answer, outcome, fault } = read(json, named);
        report(outcome, fault);
        state.pushbacks = 0;
        return answer;
      } catch (error) {
        const isRefused = error instanceof DownstreamRefused && error.status < 500;
        if (error instanceof DownstreamError) report(isRefused ? 'refused' : error.reason, error.message);
        else report('cancelled', undefined);
        const retryAfterMs = error instanceof DownstreamRefused ? (error.retryAfterMs ?? 0) : 0;
        state.pushbacks = retryAfterMs > 0 ? state.pushbacks + 1 : 0;
        if (state.pushbacks >= PATIENCE) {
          state.retryAt = performance.now() + retryAfterMs;
          state.pausedUntil = performance.now() + Math.min(retryAfterMs, LONGEST_PAUSE_MS);
        }
        throw error;
      }
    }

    const now = performance.now();
    if (now < state.pausedUntil) throw new DownstreamSpared(named, 'it asked to be left alone', state.retryAt - now);
    // A service that used up most of its time is at fault, also where those who asked had less patience than that.
    const whyCancelled = (reason: unknown) =>
      reason instanceof DeadlineExceeded && performance.now() - now > timeoutMs / 2
        ? new DownstreamTimeout(named, 'no complete answer while anybody could wait')
        : undefined;
    return state.breaker.run(() =>
      attempts(attempt, {
        retries,
        hedges,
        onRetry: () => onRetry?.(named),
        onHedge: () => onHedge?.(named),
        onCancel: (cancel) => whenAllAreCancelled(calls, (reason) => cancel(whyCancelled(reason))),
        // A page costs its service too much to be asked for twice.
        hedgeAfterMs:
          hedge && get.readsGone !== true && state.breaker.state === 'closed' ? state.latencies.p95 : undefined,
        hedgeWithinMs: timeoutMs / 2,
        random: Math.random,
      }),
    );
  };
}

function whenAllAreCancelled(calls: readonly SharedCall[], cancel: (reason: unknown) => void): void {
  let left = calls.length;
  const leave = (reason: unknown) => {
    left -= 1;
    if (left === 0) cancel(reason);
  };
  for (const call of calls) call.onCancel(leave);
}
