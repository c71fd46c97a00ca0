import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problemBody } from './problem.ts';

/** What Node's HTTP parser refuses before there is a request; everything else is a request that cannot be read. */
const refusals: Record<string, Problem> = {
  HPE_HEADER_OVERFLOW: new Problem('header-fields-too-large', { detail: 'The headers are larger than 16 KiB.' }),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem('request-timeout', { detail: 'The request did not arrive in time.' }),
};
const unreadable = new Problem('invalid-request', { detail: 'This is not a well-formed HTTP request.' });

/** Answers with problem details what Node's parser refused, then closes the connection. */
export function answerClientErrors(server: Server, problemBaseUrl: string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = refusals[error.code ?? ''] ?? unreadable;
    const requestId = randomUUID();
    const body = JSON.stringify(problemBody(problem, problemBaseUrl, requestId));
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
        'content-type: application/problem+json',
        `content-length: ${Buffer.byteLength(body)}`,
        'content-language: en-GB',
        'cache-control: no-store',
        `x-request-id: ${requestId}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
