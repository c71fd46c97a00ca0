import type { Deadline, Lifetime } from '@product-bffs/composition';
import type { z } from 'zod';
import type { FailedCall } from './errors.ts';

/** What a call needs to know of the request it is made for. */
export interface CallContext {
  readonly deadline: Deadline;
  readonly requestId: string;
  /** A traceparent (W3C Trace Context) with a new span id for each call. */
  readonly childTraceparent: () => string;
}

/** How a call ended, for logs, metrics and the status page. */
export interface CallObservation extends FailedCall {
  /** Of the request that the call was made for. */
  requestId: string;
  outcome: 'ok' | 'not-found' | 'cancelled' | 'unavailable' | 'timeout' | 'invalid';
  durationMs: number;
  /** What failed or did not fit the wire schema, without any value that was sent. */
  detail?: string;
}

/** One call of one service: a path, a wire schema and a policy. */
export interface Operation<T> {
  operation: string;
  path: string;
  query: Record<string, string | number | undefined>;
  schema: z.ZodType<T>;
  lifetime: Lifetime;
  /** Whether the value is what was asked for; absent = always. An answer to another question makes no sense. */
  answers?: (value: T) => boolean;
  /** No lifetime reaches beyond this time (milliseconds since the epoch), where the value has an end of its own. */
  endsAt?: (value: T) => number | undefined;
}
