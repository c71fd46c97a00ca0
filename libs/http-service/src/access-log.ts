import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { requestContext } from './request-context.ts';

/** What one request came to, for the log and the metrics. */
export interface RequestObservation {
  method: string;
  /** The route's pattern, never the path itself; 'none' where no route took it. */
  route: string;
  status: number;
  durationMs: number;
  /** The client hung up before the answer was out. */
  aborted: boolean;
}

/** Logged where the client hung up before there was an answer (as nginx has it). */
const CLIENT_GONE = 499;

/**
 * One line a request when its answer is out. No personal data: no address, user agent, query, header or body; the path
 * only where a route found it well-formed, so that nothing a client made up gets in.
 */
export function accessLog(logger: Logger, onRequest: (request: RequestObservation) => void): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.once('close', () => {
      const { requestId, trace } = requestContext(req);
      const aborted = !res.writableFinished;
      const request = {
        method: req.method,
        route: routeOf(req),
        status: aborted && !res.headersSent ? CLIENT_GONE : res.statusCode,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        aborted,
      };
      onRequest(request);
      const isWellFormed = request.route !== 'none' && request.status !== 400;
      logger.info(
        { requestId, traceId: trace.traceId, ...request, ...(isWellFormed && { path: req.path }) },
        'request',
      );
    });
    next();
  };
}

function routeOf(req: Request): string {
  const route = req.route as { path?: string } | undefined;
  return route?.path ?? 'none';
}
