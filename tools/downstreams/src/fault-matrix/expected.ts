import { isDeepStrictEqual } from 'node:util';
import type { FaultRow } from '../../fault-matrix.ts';
import type { ServiceName } from '../service.ts';
import type { BffUnderTest, Knowledge, Need, Told } from './bff-under-test.ts';

/** F: complete, S: with an old value, D: without a section, or the status of a problem. */
export type Cell = 'F' | 'S' | 'D' | '404' | '502' | '503' | '504';

/** Everything about an answer that the matrix promises. */
export interface Promised {
  cell: Cell;
  status: number;
  /** Whether a cache may keep it, and for how long without asking again. */
  caching: 'kept' | 'kept by the wrong ones' | 'kept, asked for each time' | 'not kept';
  /** Whether Retry-After is there, and long enough. */
  retryAfter: 'none' | 'long enough' | 'too short';
  /** Of a problem its status and code alone. */
  body: object;
}

/** What the table says of an answer that needs the service so much. */
export function cellOf({ required, optional, warm }: FaultRow, need: Need, state: 'cold' | 'warm'): Cell {
  if (state === 'warm') return warm === 'S' ? 'S' : 'F';
  if (need === 'required' && required !== 'F') return `${required}`;
  if (optional === 'F' || optional === 'none') return 'F';
  return need === 'optional' || required === 'F' ? 'D' : `${required}`;
}

/** What a row leaves known of the service's sections; undefined where it is all that there is to know. */
export function knowledgeOf(
  { at, optional, warm }: FaultRow,
  service: ServiceName,
  asOf?: string,
): Knowledge | undefined {
  if (asOf !== undefined && warm === 'S') return { is: 'stale', asOf };
  if (optional === 'none') return { is: 'none' };
  if (optional !== 'F') return { is: 'missing', reason: optional };
  const mishap = at(service);
  const fault = mishap && 'scripted' in mishap ? mishap.scripted : undefined;
  return fault?.kind === 'drift' && fault.change === 'enum' ? { is: 'unheard-of' } : undefined;
}

const problemCodes = {
  404: 'not-found',
  502: 'invalid-downstream-answer',
  503: 'service-unavailable',
  504: 'deadline-exceeded',
} as const;

export type ProblemCell = Exclude<Cell, 'F' | 'S' | 'D'>;

export const isProblem = (cell: Cell): cell is ProblemCell => cell in problemCodes;

export function promisedProblem(cell: ProblemCell): Promised {
  const status = Number(cell);
  return {
    cell,
    status,
    caching: cell === '404' ? 'kept' : 'not kept',
    retryAfter: cell === '503' ? 'long enough' : 'none',
    body: { status, code: problemCodes[cell] },
  };
}

export function promisedAnswer(body: Told['body'], bff: BffUnderTest): Promised {
  const states = bff.troubled(body);
  const cell = states.includes('missing') ? 'D' : states.includes('stale') ? 'S' : 'F';
  const caching = ({ D: 'not kept', S: 'kept, asked for each time', F: 'kept' } as const)[cell];
  // As it goes over the wire, where nothing is undefined.
  return { cell, status: 200, caching, retryAfter: 'none', body: JSON.parse(JSON.stringify(body)) as object };
}

/** The answer that came, in the words of what was promised. @param retryAfterS what the service asked for, in seconds */
export function observed({ status, headers, body }: Told, bff: BffUnderTest, retryAfterS = 1): Promised {
  const told = { status, caching: cachingOf(headers, bff), retryAfter: waitOf(headers, retryAfterS) };
  if (status === 200) return { ...promisedAnswer(body, bff), ...told };
  const problem = body as { status?: unknown; code?: unknown };
  return { ...told, cell: String(status) as Cell, body: { status: problem.status, code: problem.code } };
}

export function isAsPromised(told: Promised, promised: Promised): boolean {
  return isDeepStrictEqual(told, promised);
}

function cachingOf({ 'cache-control': value = '' }: Told['headers'], bff: BffUnderTest): Promised['caching'] {
  const [, whose, seconds = NaN] = /^(\w+), max-age=(\d+)/.exec(value) ?? [];
  if (whose !== undefined && whose !== bff.answersAre) return 'kept by the wrong ones';
  const maxAgeS = Number(seconds);
  if (maxAgeS > 0) return 'kept';
  return maxAgeS === 0 ? 'kept, asked for each time' : 'not kept';
}

function waitOf({ 'retry-after': value }: Told['headers'], leastS: number): Promised['retryAfter'] {
  if (value === undefined) return 'none';
  return Number(value) >= leastS ? 'long enough' : 'too short';
}
