import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { defaultLocale } from './locale.ts';
import { Problem, problemBody } from './problem.ts';
import { constantHeaders } from './security-headers.ts';

/** What Node's HTTP parser refuses before there is a request; everything else is a request that cannot be read. */
const refusals: Record<string, Problem> = {
  HPE_HEADER_OVERFLOW: new Problem('header-fields-too-large', {
    detail: 'The headers are larger than this service reads.',
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem('request-timeout', { detail: 'The request did not arrive in time.' }),
};
const unreadable = new Problem('invalid-request', { detail: 'This is not a well-formed HTTP request.' });

/** Answers with problem details what Node's parser refused, then closes the connection. */
export function answerClientErrors(server: Server, problemBaseUrl: string): void {
  const answering = new WeakMap<Socket, ServerResponse | 'several'>();
  server.on('request', (req, res) => {
    answering.set(req.socket, answering.has(req.socket) ? 'several' : res);
    res.once('close', () => answering.delete(req.socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // In the middle of another answer, one more would be taken for a part of it.
    const other = answering.get(socket);
    const isOwed = other !== undefined && (other === 'several' || other.headersSent || other.req.complete);
    if (error.code === 'ECONNRESET' || !socket.writable || isOwed) {
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
        `content-language: ${defaultLocale}`,
        ...Array.from(constantHeaders, ([name, value]) => `${name}: ${value}`),
        'cache-control: no-store',
        `x-request-id: ${requestId}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
