import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Deadline } from '@product-bffs/composition';
import type { Request, RequestHandler, Response } from 'express';
import type { Locale } from './locale.ts';
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
  /** Knowledge that ends by then is asked for anew, though it is still fresh; milliseconds since the epoch. */
  readonly freshUntil?: number;
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
  /** Lets in a request that has to wait for something, or throws why not. */
  admit?: (req: Request, res: Response) => void;
  /** Told once, when the answer is out or the client is gone. */
  onClose?: (req: Request, res: Response, request: RequestStart) => void;
}

/** What is known of a request from its first moment; all that a warm answer needs. */
export interface RequestStart {
  readonly requestId: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly trace: () => TraceContext;
  readonly context: () => RequestContext;
  /** For what is done on the occasion of this request, but for nobody who waits: with time of its own. */
  readonly background: (freshUntil: number) => RequestContext;
  /** The context, where someone asked for it. */
  made: RequestContext | undefined;
  /** Whose answer it is: such an answer is private, and kept for this subject alone. */
  subject: string | undefined;
  /** Request headers beside those of content negotiation that have a say in the answer, as Vary lists them. */
  vary: string | undefined;
  /** Of the answer, and whether Accept-Language had a say. */
  language: { locale: Locale; negotiated: boolean } | undefined;
}

const start = Symbol('start');
type Started = { [start]?: RequestStart };
const toldHeaders = ['x-request-id', 'traceparent', 'x-request-timeout-ms'];
const requestIdPattern = /^[\w.:-]{1,128}$/;

/**
 * Starts the request's clock. x-request-id, traceparent and x-request-timeout-ms are believed only from a trusted proxy
 * (Express's `trust proxy`), and the timeout can only shorten the time. What only a request that waits needs (deadline,
 * trace) is made when it is first asked for.
 */
export function startRequestContext(options: RequestContextOptions): RequestHandler {
  return (req, res, next) => {
    const request = startOf(req, res, options);
    (req as Started)[start] = request;
    res.on('close', () => {
      const deadline = request.made?.deadline;
      // Of an answer that failed, nobody wants the rest.
      if (res.writableFinished && res.statusCode < 400) deadline?.answered();
      else deadline?.end();
      options.onClose?.(req, res, request);
    });
    next();
  };
}

/** @throws when the app was built without startRequestContext */
export function requestContext(req: Request): RequestContext {
  const request = started(req);
  return (request.made ??= request.context());
}

/** Of one page of an answer that is sent as a stream: with time of its own, which whoever sends it has to end. */
export function pageContext(req: Request): RequestContext {
  return started(req).background(-Infinity);
}

/** Undefined where the app was built without startRequestContext. */
export function requestStart(req: ServerResponse['req']): RequestStart | undefined {
  return (req as Started)[start];
}

/**
 * The answer belongs to this subject, from its first question on.
 * @param subject opaque and stable: a name or an address is no subject
 * @throws when something was already asked for nobody
 */
export function actFor(req: Request, subject: string): void {
  const request = started(req);
  if (request.made !== undefined) throw new Error('A subject has to be known before anything is asked');
  request.subject = subject;
}

/** A header of the request that has a say in who is answered; caches are told. */
export function varyOn(req: Request, header: string): void {
  started(req).vary = header;
}

function started(req: Request): RequestStart {
  const request = requestStart(req);
  if (request === undefined) throw new Error('startRequestContext is missing from the app');
  return request;
}

function startOf(req: Request, res: Response, options: RequestContextOptions): RequestStart {
  const { deadlineMs, sectionLimitMs, admit } = options;
  const startedAt = performance.now();
  const isTold = toldHeaders.some((name) => req.headers[name] !== undefined);
  const isBelieved = isTold && isFromTrustedProxy(req);
  const inbound = (name: string) => (isBelieved ? req.get(name) : undefined);
  const inboundId = inbound('x-request-id') ?? '';
  const isNamed = requestIdPattern.test(inboundId);
  const requestId = isNamed ? inboundId : randomUUID();
  let trace: TraceContext | undefined;
  const traceOnce = () =>
    (trace ??= parseTraceparent(inbound('traceparent')) ?? newTrace(isNamed ? undefined : requestId));
  const contextWith = (deadline: Deadline): RequestContext => {
    const own = traceOnce();
    const spans = () => childTraceparent(own);
    const { subject } = request;
    const whose = subject === undefined ? {} : { subject };
    return { requestId, trace: own, deadline, childTraceparent: spans, sources: new Set(), timings: [], ...whose };
  };
  const request: RequestStart = {
    requestId,
    startedAt,
    trace: traceOnce,
    context() {
      admit?.(req, res);
      const budgetMs = Math.min(deadlineMs, timeoutOf(inbound('x-request-timeout-ms')));
      const deadline = new Deadline({ budgetMs, sectionLimitMs, startedAt });
      if (res.destroyed) deadline.end();
      return contextWith(deadline);
    },
    background: (freshUntil) => ({ ...contextWith(new Deadline({ budgetMs: deadlineMs })), freshUntil }),
    made: undefined,
    subject: undefined,
    vary: undefined,
    language: undefined,
  };
  return request;
}

function isFromTrustedProxy(req: Request): boolean {
  const trust = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return trust(req.socket.remoteAddress, 0);
}

function timeoutOf(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : Infinity;
}
