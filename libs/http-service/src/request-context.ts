import { randomUUID } from 'node:crypto';
import { Deadline } from '@product-bffs/composition';
import type { Request, RequestHandler } from 'express';
import { defaultLocale } from './locale.ts';
import { childTraceparent, newTrace, parseTraceparent, type TraceContext } from './trace-context.ts';

/** What holds for the whole of one request. */
export interface RequestContext {
  readonly requestId: string;
  readonly trace: TraceContext;
  readonly deadline: Deadline;
  /** A traceparent for one call of a downstream. */
  readonly childTraceparent: () => string;
  /** Every piece of knowledge that the answer was made of, as `<downstream>:<id>`. */
  readonly sources: Set<string>;
  /** What the answer waited for, and how long. */
  readonly timings: Timing[];
  /** Whose identity calls carry; absent: nobody's. */
  readonly subject?: string;
}

export interface Timing {
  name: string;
  ms: number;
  detail?: string;
}

export interface RequestContextOptions {
  /** Milliseconds for the whole request. */
  deadlineMs: number;
  /** Milliseconds after which optional sections are given up; absent = at the deadline. */
  sectionLimitMs?: number | undefined;
}

const contexts = new WeakMap<Request, RequestContext>();
const requestIdPattern = /^[\w.:-]{1,128}$/;

/**
 * Starts the request's clock. x-request-id, traceparent and x-request-timeout-ms are believed only from a trusted proxy
 * (Express's `trust proxy`), and the timeout can only shorten the time.
 */
export function startRequestContext({ deadlineMs, sectionLimitMs }: RequestContextOptions): RequestHandler {
  return (req, res, next) => {
    const trusted = isFromTrustedProxy(req);
    const inbound = (name: string) => (trusted ? req.get(name) : undefined);
    const inboundId = inbound('x-request-id') ?? '';
    const requestId = requestIdPattern.test(inboundId) ? inboundId : randomUUID();
    const trace = parseTraceparent(inbound('traceparent')) ?? newTrace();
    const deadline = new Deadline({
      budgetMs: Math.min(deadlineMs, timeoutOf(inbound('x-request-timeout-ms'))),
      sectionLimitMs,
    });
    contexts.set(req, {
      requestId,
      trace,
      deadline,
      childTraceparent: () => childTraceparent(trace),
      sources: new Set(),
      timings: [],
    });
    res.setHeader('x-request-id', requestId);
    res.setHeader('content-language', defaultLocale);
    res.once('close', () => {
      if (res.writableFinished) deadline.answered();
      else deadline.end();
    });
    next();
  };
}

/** @throws when the app was built without startRequestContext */
export function requestContext(req: Request): RequestContext {
  const context = contexts.get(req);
  if (context === undefined) throw new Error('startRequestContext is missing from the app');
  return context;
}

function isFromTrustedProxy(req: Request): boolean {
  const trust = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return trust(req.socket.remoteAddress, 0);
}

function timeoutOf(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : Infinity;
}
