import { NotFound, Refusal, SectionFailure, type MissingReason } from '@product-bffs/composition';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { defaultLocale } from './locale.ts';
import { Problem, problemBody, type ProblemCode } from './problem.ts';
import { requestStart } from './request-context.ts';

/** What a client may wait before it asks again, where no service said more. */
const RETRY_AFTER_S = 1;
/** "There is no such product" may be kept this long. */
const NOT_FOUND_MAX_AGE_S = 30;

/**
 * Every error becomes problem details (RFC 9457). Only faults of ours (500) are logged with their stack; what a service
 * did wrong is in the call's own log line.
 */
export function problemHandler(options: { problemBaseUrl: string; logger: Logger }): ErrorRequestHandler {
  const { problemBaseUrl, logger } = options;
  return (error: unknown, req, res, next) => {
    if (res.destroyed) return; // The client hung up: what its request was doing has ended, and nobody is there to tell.
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    const requestId = requestStart(req)?.requestId ?? 'unknown';
    if (problem.code === 'internal-error') logger.error({ err: error, requestId }, 'internal error');
    sendProblem(req, res, problem, JSON.stringify(problemBody(problem, problemBaseUrl, requestId)));
  };
}

function sendProblem(req: Request, res: Response, problem: Problem, json: string): void {
  const body = Buffer.from(json);
  res.removeHeader('etag');
  res.setHeader('content-language', defaultLocale);
  const { maxAgeS, headers } = problem.given;
  const whose = requestStart(req)?.subject === undefined ? 'public' : 'private';
  res.setHeader('cache-control', maxAgeS === undefined ? 'no-store' : `${whose}, max-age=${maxAgeS}`);
  res.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': body.length,
    ...headers,
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) {
    const { code, message: detail, headers } = error;
    return new Problem(code, { detail, headers });
  }
  if (error instanceof NotFound) {
    return new Problem('not-found', { detail: 'There is no such product.', maxAgeS: NOT_FOUND_MAX_AGE_S });
  }
  if (error instanceof SectionFailure) return problemOfFailure(error);
  return problemOfExpress(error) ?? new Problem('internal-error', { detail: 'Something went wrong on our side.' });
}

/** What a required section's failure makes of the whole answer. */
export const problemOfReason = {
  unavailable: 'service-unavailable',
  timeout: 'deadline-exceeded',
  invalid: 'invalid-downstream-answer',
} as const satisfies Record<MissingReason, ProblemCode>;

const detailOfReason: Record<MissingReason, string> = {
  unavailable: 'A service that this answer needs is unavailable.',
  timeout: 'A service that this answer needs took too long.',
  invalid: 'A service that this answer needs gave an answer that makes no sense.',
};

function problemOfFailure({ reason, retryAfterMs = 0 }: SectionFailure): Problem {
  const retryAfterS = Math.max(RETRY_AFTER_S, Math.ceil(retryAfterMs / 1000));
  return new Problem(problemOfReason[reason], {
    detail: detailOfReason[reason],
    ...(reason === 'unavailable' && { headers: { 'retry-after': String(retryAfterS) } }),
  });
}

const bad = (part: 'path' | 'body', code: string, fault: string, detail = `${fault}.`) =>
  new Problem('invalid-request', { detail, errors: [{ in: part, name: part, code, detail: fault }] });
const encoding = 'The path has a malformed percent-encoding.';
const badPath = bad('path', 'malformed_encoding', 'Malformed percent-encoding', encoding);
const badBody = bad('body', 'invalid_json', 'The body is not JSON');
const badBytes = 'The body has a charset or content encoding that this service does not read.';
const problemOfStatus: Record<number, Problem> = {
  400: new Problem('invalid-request', { detail: 'The request cannot be read: a malformed URL or body.' }),
  413: new Problem('content-too-large', { detail: 'The body is larger than this service reads.' }),
  415: new Problem('unsupported-media-type', { detail: badBytes }),
};

/** Errors that Express and its body parser throw carry a status; their messages may hold what was sent. */
function problemOfExpress(error: unknown): Problem | undefined {
  const { status = 0, type, expose } = error as { status?: number; type?: string; expose?: boolean };
  if (error instanceof URIError && status === 400) return badPath;
  if (expose !== true) return undefined;
  return type === 'entity.parse.failed' ? badBody : problemOfStatus[status];
}
