import type { Request, Response } from 'express';
import type { ServiceConfig } from '../environment.ts';
import { Problem } from '../problem.ts';
import type { Telemetry } from '../telemetry.ts';
import { createAdaptiveLimit, type Priority } from './adaptive-limit.ts';

export interface LimitRequestsOptions {
  config: Pick<ServiceConfig, 'MIN_IN_FLIGHT' | 'MAX_IN_FLIGHT'>;
  telemetry: Pick<Telemetry, 'onShed' | 'watch'>;
  /** Time that a required call may take, in milliseconds. */
  timeoutMs: number;
  /** Routes, by their pattern, that answer much at once and can wait. */
  bulk?: readonly string[];
}

// Clients that were refused together do not come back together.
const overloaded = [1, 2, 3].map((retryAfterS) => {
  const headers = { 'retry-after': String(retryAfterS) };
  return new Problem('service-unavailable', { detail: 'Too much is asked at once. Try again later.', headers });
});
const DELAY_MEASURED_MS = 50;

/**
 * Limits the requests that wait for something; one that is answered from memory never asks.
 * @returns what lets a request in, until its response is closed or a stream is piped into it. It throws a Problem (503) where there is no room
 */
export function limitRequests({ config, telemetry, timeoutMs, bulk = [] }: LimitRequestsOptions) {
  const limit = createAdaptiveLimit({ min: config.MIN_IN_FLIGHT, max: config.MAX_IN_FLIGHT, timeoutMs });
  telemetry.watch(limit);
  let isMeasuring = false;
  const measureDelay = () => {
    const due = performance.now() + DELAY_MEASURED_MS;
    isMeasuring = true;
    setTimeout(() => {
      isMeasuring = false;
      limit.delayed(performance.now() - due);
    }, DELAY_MEASURED_MS).unref();
  };

  return (req: Request, res: Response): void => {
    const priority = bulk.includes((req.route as { path: string } | undefined)?.path ?? '') ? 'bulk' : priorityOf(req);
    if (res.destroyed) return; // Nothing would tell when it leaves.
    const leave = limit.enter(priority);
    if (leave === undefined) {
      telemetry.onShed(priority);
      throw overloaded[Math.floor(Math.random() * overloaded.length)] as Problem;
    }
    const end = () => {
      res.off('close', end).off('pipe', end);
      leave(res.statusCode === 504);
    };
    // A stream that has begun waits for its reader.
    res.once('close', end).once('pipe', end);
    if (!isMeasuring) measureDelay();
  };
}

/** Sec-Purpose says which requests a browser makes ahead of need (Fetch, "prefetch" or "prefetch;prerender"). */
function priorityOf(req: Request): Priority {
  const purpose = req.headers['sec-purpose'];
  return typeof purpose === 'string' && purpose.startsWith('prefetch') ? 'prefetch' : 'page';
}
