import type { Request } from 'express';
import type { Logger } from 'pino';
import type { RequestContextOptions } from './request-context.ts';

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
export function accessLog(
  logger: Logger,
  onRequest: (request: RequestObservation) => void,
): NonNullable<RequestContextOptions['onClose']> {
  const isLogged = logger.isLevelEnabled('info');
  return (req, res, { requestId, startedAt, trace }) => {
    const aborted = !res.writableFinished;
    const request = {
      method: req.method,
      route: routeOf(req),
      status: aborted && !res.headersSent ? CLIENT_GONE : res.statusCode,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      aborted,
    };
    onRequest(request);
    if (!isLogged) return;
    const isWellFormed = request.route !== 'none' && request.status !== 400;
    logger.info(
      { requestId, traceId: trace().traceId, ...request, ...(isWellFormed && { path: req.path }) },
      'request',
    );
  };
}

function routeOf(req: Request): string {
  const route = req.route as { path?: string } | undefined;
  return route?.path ?? 'none';
}
