import type { Request } from 'express';
import { symbols, type DestinationStream, type Logger } from 'pino';
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

/** Who is refused, is so before the route looks at the path: ids are no longer and have no other letters. */
const wellFormed = /^(?:\/[a-z0-9][a-z0-9.-]{0,63})+$/;

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
  const writeLine = lineWriter(logger);
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
    const isWellFormed = request.route !== 'none' && request.status !== 400 && wellFormed.test(req.path);
    writeLine(requestId, trace().traceId, request, isWellFormed ? req.path : undefined);
  };
}

function routeOf(req: Request): string {
  const route = req.route as { path?: string } | undefined;
  return route?.path ?? 'none';
}

/** The line as the logger would write it, but put together by hand: it is the dearest part of a warm answer. */
function lineWriter(logger: Logger) {
  const { [symbols.streamSym]: stream, [symbols.chindingsSym]: bindings } = logger as unknown as {
    [symbols.streamSym]: DestinationStream;
    [symbols.chindingsSym]: string;
  };
  return (requestId: string, traceId: string, request: RequestObservation, path: string | undefined) => {
    const { method, route, status, durationMs, aborted } = request;
    const who = `"requestId":"${requestId}","traceId":"${traceId}","method":"${method}","route":${JSON.stringify(route)}`;
    const what = `"status":${status},"durationMs":${durationMs},"aborted":${aborted}`;
    const where = path === undefined ? '' : `,"path":${JSON.stringify(path)}`;
    const time = new Date().toISOString();
    stream.write(`{"level":"info","time":"${time}"${bindings},${who},${what}${where},"msg":"request"}\n`);
  };
}
