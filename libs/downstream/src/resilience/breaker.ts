import { EventEmitter } from 'node:events';
import CircuitBreaker from 'opossum';
import { DownstreamRefused, DownstreamSpared, DownstreamError, type FailedCall } from '../errors.ts';
import type { BreakerState } from '../operation.ts';

const RESET_MS = 2000;
const WINDOW_MS = 10_000;
const BUCKETS = 10;

/** One timer turns the windows of all breakers, and keeps no process alive. */
const windows = new Set<EventEmitter>();
setInterval(() => {
  for (const window of windows) window.emit('rotate');
}, WINDOW_MS / BUCKETS).unref();

type Verdict = 'well' | 'ill' | 'nothing';

/**
 * What a call that ended says of its service's health. A 4xx was answered by a service that is well; a 429, and a call
 * that nobody waited for any more or that was never made, say nothing.
 */
function verdictOf(error: unknown): Verdict {
  if (!(error instanceof DownstreamError) || error instanceof DownstreamSpared) return 'nothing';
  if (!(error instanceof DownstreamRefused) || error.status >= 500) return 'ill';
  return error.status === 429 ? 'nothing' : 'well';
}

export type Breaker = ReturnType<typeof createBreaker>;

/**
 * Opens when more than half of at least 20 calls within 10 s failed, and lets one through every 2 s from then on. opossum
 * counts and times; it is told verdicts instead of results, since by itself it takes a filtered error, or a call from
 * before it opened, for a success that closes it. A verdict that says nothing is never given; a probe that says nothing
 * counts as failed, for the next one to find out. Calls are counted when they end.
 */
export function createBreaker(named: FailedCall, onState: (state: BreakerState) => void) {
  const window = new EventEmitter();
  windows.add(window);
  const circuit = new CircuitBreaker((begin: () => Promise<void>) => begin(), {
    timeout: false,
    volumeThreshold: 20,
    errorThresholdPercentage: 50,
    rollingCountTimeout: WINDOW_MS,
    rollingCountBuckets: BUCKETS,
    resetTimeout: RESET_MS,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
    rotateBucketController: window,
  });
  let openings = 0;
  let state: BreakerState = 'closed';
  const turn = (to: BreakerState) => () => onState((state = to));
  circuit.on('open', () => (openings += 1));
  circuit.on('open', turn('open'));
  circuit.on('halfOpen', turn('half-open'));
  circuit.on('close', turn('closed'));
  // opossum would go on counting what failed before it opened.
  circuit.on('close', () => {
    for (let n = 0; n < BUCKETS; n += 1) window.emit('rotate');
  });

  const told = (verdict: Verdict) => (verdict === 'well' ? Promise.resolve() : Promise.reject(new Error(verdict)));

  function probe<T>(call: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const begin = () => {
        const outcome = call();
        outcome.then(resolve, reject);
        return outcome.then(
          () => told('well'),
          (error: unknown) => told(verdictOf(error)),
        );
      };
      circuit.fire(begin).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EOPENBREAKER') return;
        reject(new DownstreamSpared(named, 'its breaker is open', RESET_MS));
      });
    });
  }

  return {
    get state(): BreakerState {
      return state;
    },
    /** @throws DownstreamSpared where it is open; else what the call throws */
    run<T>(call: () => Promise<T>): Promise<T> {
      if (state !== 'closed') return probe(call);
      const bornIn = openings;
      const outcome = call();
      const tell = (verdict: Verdict) => {
        if (verdict === 'nothing' || state !== 'closed' || bornIn !== openings) return;
        circuit.fire(() => told(verdict)).catch(() => undefined);
      };
      outcome.then(
        () => tell('well'),
        (error: unknown) => tell(verdictOf(error)),
      );
      return outcome;
    },
  };
}
