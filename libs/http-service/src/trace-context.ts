import { randomUUID } from 'node:crypto';

/** W3C Trace Context: the trace that a request belongs to. */
export interface TraceContext {
  /** 32 lower-case hex digits. */
  traceId: string;
  /** Trace flags, 2 lower-case hex digits. */
  flags: string;
}

const zeros = /^0+$/;

/** @returns the trace of a traceparent header, or undefined where it is not a valid one (W3C Trace Context §3.2) */
export function parseTraceparent(header: string | undefined): TraceContext | undefined {
  const match = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header ?? '');
  if (match === null) return undefined;
  const [, version = '', traceId = '', parentId = '', flags = '', more] = match;
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  return zeros.test(traceId) || zeros.test(parentId) ? undefined : { traceId, flags };
}

/** A trace of its own, sampled. @param uuid whose digits it is named after; random by default */
export function newTrace(uuid: string = randomUUID()): TraceContext {
  return { traceId: uuid.replaceAll('-', ''), flags: '01' };
}

/** A traceparent header for one call, with a span id of its own. */
export function childTraceparent({ traceId, flags }: TraceContext): string {
  // Its random digits are kept in stock, which random bytes are not. The first and the last eight are nothing but random.
  const digits = randomUUID();
  return `00-${traceId}-${digits.slice(0, 8)}${digits.slice(-8)}-${flags}`;
}
