import { STATUS_CODES } from 'node:http';
import { jsonAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { Problem, problemAnswer } from '../http/problem.ts';
import type { Operation, Service } from '../service.ts';
import { applyDrift, driftPath } from './drift.ts';
import { gzipBomb } from './gzip-bomb.ts';
import type { Fault, FaultOf } from './schema.ts';

/** Faults that are answers themselves, sent as any answer is. */
type ReplacingFault = Exclude<Fault, { kind: 'latency' | 'hang' | 'reset' | 'truncate' | 'drip' | 'huge' }>;

interface RealAnswer {
  answer: Answer;
  operation: Operation;
  service: Service;
}

/** What goes out instead of the real answer. */
export function replacedAnswer(
  fault: ReplacingFault,
  { answer, operation, service }: RealAnswer,
): Answer | Promise<Answer> {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'garbage':
      return garbageAnswer();
    case 'html':
      return htmlAnswer();
    case 'deep-json':
      return deepAnswer(answer);
    case 'drift':
      return driftedAnswer(answer, fault, operation, service);
    case 'bad-gzip':
      return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } };
    case 'gzip-bomb':
      return gzipBombAnswer();
  }
}

function statusAnswer({ status, retryAfterS }: FaultOf<'status'>): Answer {
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  if (status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) };
  return problemAnswer(new Problem(status, `Scripted: ${STATUS_CODES[status] ?? 'this status'}.`, {}, headers));
}

/** Says it is JSON, breaks off within a number, and is not even UTF-8. */
function garbageAnswer(): Answer {
  const body = Buffer.concat([
    Buffer.from('{"id":"'),
    Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]),
    Buffer.from('","v":1e'),
  ]);
  return { ...jsonAnswer(null), body };
}

function htmlAnswer(): Answer {
  const body = '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(body) };
}

/** The real answer with one more field, nested deeper than a recursive reader's stack goes. */
function deepAnswer(answer: Answer): Answer {
  const depth = 10_000;
  const { head, tail } = openForField(answer, 'deep');
  const nested = '{"deeper":'.repeat(depth) + 'null' + '}'.repeat(depth);
  return asJson(answer, Buffer.concat([head, Buffer.from(nested), tail]));
}

/** Only a 200 with items drifts; anything else goes out as it is. */
function driftedAnswer(
  answer: Answer,
  { field, change }: FaultOf<'drift'>,
  operation: Operation,
  service: Service,
): Answer {
  if (answer.status !== 200 || operation.holds === undefined) return answer;
  const body = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  const items = operation.holds === 'item' ? body : body[operation.holds];
  applyDrift(items, driftPath(field, service), change);
  return { ...answer, body: Buffer.from(JSON.stringify(body)) };
}

async function gzipBombAnswer(): Promise<Answer> {
  const { status, headers } = jsonAnswer(null);
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: await gzipBomb() };
}

/** The real body cut open before its last brace for a field that nobody reads. A body that is no JSON object counts as an empty one. */
export function openForField({ headers, body }: Answer, field: string): { head: Buffer; tail: Buffer } {
  const isObject = headers['content-type']?.includes('json') === true && body.at(-1) === '}'.charCodeAt(0);
  const real = isObject ? body.subarray(0, -1) : Buffer.from('{');
  const comma = real.length > 1 ? ',' : '';
  return { head: Buffer.concat([real, Buffer.from(`${comma}"${field}":`)]), tail: Buffer.from('}') };
}

/** 204 has no body to grow. */
function asJson({ status, headers }: Answer, body: Buffer): Answer {
  return { ...jsonHead({ status, headers }), body };
}

export function jsonHead({ status, headers }: Pick<Answer, 'status' | 'headers'>): Pick<Answer, 'status' | 'headers'> {
  const type = headers['content-type']?.includes('json') === true ? {} : { 'content-type': 'application/json' };
  return { status: status === 204 ? 200 : status, headers: { ...headers, ...type } };
}
