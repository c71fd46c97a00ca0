import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { answerClientErrors } from '../client-error.ts';
import type { ServiceConfig } from '../environment.ts';

/** How often Node looks for requests that arrive too slowly, at most; by default twice a minute. */
const CHECK_MS = 1000;

/** An HTTP server that cuts off, by the limits of its configuration, clients that send or read too slowly or too much. */
export function createLimitedServer(
  config: ServiceConfig,
  telemetry: { onCut: (why: string) => void },
  answer: RequestListener,
  classes: Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> = {},
): Server {
  const { HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS, READER_TIMEOUT_MS, DEADLINE_MS } = config;
  const server = createServer(
    {
      ...classes,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS),
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(CHECK_MS, HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS),
      keepAliveTimeout: config.KEEP_ALIVE_MS,
      maxHeaderSize: config.MAX_HEADER_BYTES,
      // The app refuses it, with a problem.
      requireHostHeader: false,
    },
    answer,
  );
  server.maxConnections = config.MAX_CONNECTIONS;
  server.maxRequestsPerSocket = config.MAX_REQUESTS_PER_CONNECTION;
  // Nothing moves while an answer is made either: that has its deadline, and is not to be taken for a client's fault.
  server.timeout = Math.max(READER_TIMEOUT_MS, DEADLINE_MS + 1000);
  server.on('drop', () => telemetry.onCut('too-many'));
  server.on('timeout', (socket: Socket) => {
    if (socket.writableLength > 0) telemetry.onCut('slow-reader');
    socket.destroy();
  });
  // An expectation that we do not know may be ignored (RFC 9110 §10.1.1); Node would answer 417 without a word.
  server.on('checkExpectation', answer);
  answerClientErrors(server, config.PROBLEM_BASE_URL);
  return server;
}
