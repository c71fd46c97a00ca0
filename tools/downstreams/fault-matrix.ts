/**
 * What becomes of an answer when one service goes wrong: 18 faults, some with several faces, for a service that an answer
 * cannot do without and for one that it can. Every BFF's test is generated from this table.
 */
import type { FaultInput } from './src/faults/schema.ts';
import type { ServiceName } from './src/service.ts';

export type { BffUnderTest, Knowledge, RunningBff, Told } from './src/fault-matrix/bff-under-test.ts';
export { cellOf, type Cell } from './src/fault-matrix/expected.ts';
export { reportFile, type MatrixReport, type ReportedCell } from './src/fault-matrix/report.ts';

export interface FaultRow {
  /** Number of the fault, and a letter where it has several faces. */
  id: string;
  fault: string;
  /** How it is brought about; undefined where the service has nothing that could go wrong like this. */
  at: (service: ServiceName) => Mishap | undefined;
  /** Whether the breaker of the operation counts it as a failure. */
  breaker: 'counts' | 'ignores';
  /** Attempts after the first. */
  retries: 0 | 1;
  /** Status of the answer when a service has it that the answer cannot do without; F: complete. */
  required: 'F' | 404 | 502 | 503 | 504;
  /** Why the section is missing of a service that the answer can do without; F: complete, none: known that there is none. */
  optional: 'F' | 'none' | 'timeout' | 'invalid' | 'unavailable';
  /** The same when the answer was given before and has grown old: S stands for the old value, said to be stale; - is no case. */
  warm: 'F' | 'S' | '-';
  /** The service asks to be left alone for so long: our Retry-After says no less. */
  retryAfterS?: number;
  /** What else it must not do; checked where it says how below. */
  also?: 'keeps the event loop free' | 'asks nothing';
}

export type Mishap =
  | { scripted: FaultInput }
  /** Nobody listens, and every connection is gone. */
  | { stopped: true }
  /** The service has never heard of the product. */
  | { absent: true }
  /** Its texts hold half a surrogate pair. */
  | { text: 'lone surrogate' }
  | { name: 'unknown' | 'slow' }
  | { certificate: 'expired' | 'for another name' | 'untrusted' };

const scripted = (fault: FaultInput) => () => ({ scripted: fault });

/** A field that somebody reads. */
const readField = {
  catalog: 'name',
  pricing: 'currentMinor',
  inventory: 'status',
  reviews: 'summary',
  recommendations: 'items',
} as const satisfies Record<ServiceName, string>;

type Change = Extract<FaultInput, { kind: 'drift' }>['change'];

const drift = (change: Change) => (service: ServiceName) => ({
  scripted: { kind: 'drift', field: readField[service], change } as const,
});

const only =
  (services: readonly ServiceName[], mishap: Mishap): FaultRow['at'] =>
  (service) =>
    services.includes(service) ? mishap : undefined;

// What follows from how a call fails is the same in every row of a kind.
const unharmed = { breaker: 'ignores', retries: 0, required: 'F', optional: 'F', warm: 'F' } as const;
const tooLate = { breaker: 'counts', retries: 0, required: 504, optional: 'timeout', warm: 'S' } as const;
const refused = { breaker: 'counts', retries: 0, required: 503, optional: 'unavailable', warm: 'S' } as const;
const nonsense = { breaker: 'counts', retries: 0, required: 502, optional: 'invalid', warm: 'S' } as const;

export const faultMatrix: readonly FaultRow[] = [
  { id: '1', fault: 'latency below the timeout', at: scripted({ kind: 'latency', latencyMs: 60 }), ...unharmed },
  { id: '2', fault: 'latency above the budget', at: scripted({ kind: 'latency', latencyMs: 3000 }), ...tooLate },
  { id: '3', fault: '500', at: scripted({ kind: 'status', status: 500 }), ...refused },
  { id: '4a', fault: '502', at: scripted({ kind: 'status', status: 502 }), ...refused, retries: 1 },
  { id: '4b', fault: '503', at: scripted({ kind: 'status', status: 503 }), ...refused, retries: 1 },
  { id: '4c', fault: '504', at: scripted({ kind: 'status', status: 504 }), ...refused, retries: 1 },
  {
    id: '5a',
    fault: '503 + Retry-After',
    at: scripted({ kind: 'status', status: 503, retryAfterS: 7 }),
    ...refused,
    retryAfterS: 7,
  },
  {
    id: '5b',
    fault: '429 + Retry-After',
    at: scripted({ kind: 'status', status: 429, retryAfterS: 7 }),
    ...refused,
    breaker: 'ignores',
    retryAfterS: 7,
  },
  { id: '6', fault: '404', at: () => ({ absent: true }), ...unharmed, required: 404, optional: 'none', warm: '-' },
  { id: '7', fault: 'connection refused', at: () => ({ stopped: true }), ...refused, retries: 1 },
  { id: '8a', fault: 'reset before headers', at: scripted({ kind: 'reset' }), ...refused, retries: 1 },
  { id: '8b', fault: 'reset in the body', at: scripted({ kind: 'reset', afterBytes: 40 }), ...refused },
  { id: '9', fault: 'accepted, then silence', at: scripted({ kind: 'hang' }), ...tooLate },
  { id: '10', fault: 'drips', at: scripted({ kind: 'drip', bytesPerSecond: 10 }), ...tooLate },
  { id: '11', fault: 'cut off', at: scripted({ kind: 'truncate' }), ...refused },
  { id: '12', fault: 'HTML', at: scripted({ kind: 'html' }), ...nonsense },
  { id: '13a', fault: 'garbage', at: scripted({ kind: 'garbage' }), ...nonsense },
  { id: '13b', fault: 'lone surrogate', at: only(['catalog', 'reviews'], { text: 'lone surrogate' }), ...unharmed },
  {
    id: '13c',
    fault: 'depth that nobody reads',
    at: scripted({ kind: 'deep-json' }),
    ...unharmed,
    also: 'keeps the event loop free',
  },
  { id: '14a', fault: 'field missing', at: drift('missing'), ...nonsense },
  { id: '14b', fault: 'field renamed', at: drift('renamed'), ...nonsense },
  { id: '14c', fault: 'field of another type', at: drift('retyped'), ...nonsense },
  {
    id: '14d',
    fault: 'status nobody knows',
    at: only(['catalog', 'inventory'], { scripted: { kind: 'drift', field: 'status', change: 'enum' } }),
    ...unharmed,
  },
  {
    id: '14e',
    fault: 'field nobody knows',
    at: scripted({ kind: 'drift', field: 'surprise', change: 'extra' }),
    ...unharmed,
  },
  {
    id: '15',
    fault: '50 MB',
    at: scripted({ kind: 'huge', bytes: 50_000_000 }),
    ...nonsense,
    also: 'keeps the event loop free',
  },
  {
    id: '16a',
    fault: 'gzip bomb',
    at: scripted({ kind: 'gzip-bomb' }),
    ...nonsense,
    also: 'keeps the event loop free',
  },
  { id: '16b', fault: 'gzip that is none', at: scripted({ kind: 'bad-gzip' }), ...nonsense },
  {
    id: '17a',
    fault: 'name nobody has',
    at: () => ({ name: 'unknown' }),
    ...refused,
    retries: 1,
    also: 'asks nothing',
  },
  // Whoever waits for a name server knows no more than one who waits for the service.
  { id: '17b', fault: 'slow name server', at: () => ({ name: 'slow' }), ...tooLate, also: 'asks nothing' },
  { id: '18a', fault: 'expired certificate', at: () => ({ certificate: 'expired' }), ...refused, also: 'asks nothing' },
  {
    id: '18b',
    fault: 'certificate of another',
    at: () => ({ certificate: 'for another name' }),
    ...refused,
    also: 'asks nothing',
  },
  {
    id: '18c',
    fault: 'certificate nobody trusts',
    at: () => ({ certificate: 'untrusted' }),
    ...refused,
    also: 'asks nothing',
  },
];
