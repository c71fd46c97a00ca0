import type { Deadline, Lifetime } from '@product-bffs/composition';
import type { z } from 'zod';
import type { FailedCall } from './errors.ts';

/** What a call needs to know of the request it is made for. */
export interface CallContext {
  readonly deadline: Deadline;
  readonly requestId: string;
  /** A traceparent (W3C Trace Context) with a new span id for each call. */
  readonly childTraceparent: () => string;
  /** Whose identity the calls carry; nobody's when absent. What is asked for one subject is never shared with another. */
  readonly subject?: string | undefined;
  /** Gets `<downstream>:<id>` of everything that was used, so that a change of it can end what was made of it. */
  readonly sources?: Set<string> | undefined;
  /** Gets what was waited for. */
  readonly timings?: { name: string; ms: number; detail?: string }[] | undefined;
  /** Knowledge that is to be asked for again ends by then: milliseconds since the epoch. */
  readonly freshUntil?: number | undefined;
  /** Asks the services as they are from now on: nothing that was asked before is used, and nothing is kept. */
  readonly anew?: boolean | undefined;
}

/** How one attempt ended, for logs, metrics and the status page. */
export interface CallObservation extends FailedCall {
  /** Of the request that the call was made for; of a shared one the first. */
  requestId: string;
  outcome: 'ok' | 'not-found' | 'cancelled' | 'refused' | 'unavailable' | 'timeout' | 'invalid';
  durationMs: number;
  /** What failed or did not fit the wire schema, without any value that was sent. */
  detail?: string;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** What can be seen of the calls of a downstream. */
export interface DownstreamEvents {
  onCall?: ((call: CallObservation) => void) | undefined;
  onRetry?: ((call: FailedCall) => void) | undefined;
  onHedge?: ((call: FailedCall) => void) | undefined;
  onBreaker?: ((call: FailedCall & { state: BreakerState }) => void) | undefined;
  /** Whether the changes that a downstream announces are heard. */
  onFeed?: ((feed: { downstream: string; state: 'up' | 'down' }) => void) | undefined;
  /** Where knowledge came from; stale: an old value, because asking again failed or took too long. */
  onLookup?: ((lookup: { downstream: string; level: 'memory' | 'redis' | 'service' | 'stale' }) => void) | undefined;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** What a downstream knows of ids: how to ask for it, its wire schema and its policy. */
export interface Resource<T, Q extends Query> {
  /** The call for one id; absent where there is none. A page may be as large as a batch, and a 410 is an answer of it. */
  one?: { operation: string; path: (id: string) => string; isPage?: boolean };
  /** The call for up to 100 ids, `?ids=`; absent where there is none. */
  many?: { operation: string; path: string };
  schema: z.ZodType<T>;
  lifetime: Lifetime;
  /** Whether a call carries the identity of the subject, so that it is shared with no other. Default: false */
  isPersonal?: boolean;
  /** Whether the value is what was asked for; absent = always. An answer to another question makes no sense. */
  answers?: (value: T, id: string, query: Q) => boolean;
  /** No lifetime reaches beyond this time (milliseconds since the epoch), where the value has an end of its own. */
  endsAt?: (value: T) => number | undefined;
}
