import { afterEach } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Express, RequestHandler } from 'express';
import type { RequestObservation } from '../src/index.ts';
import { collectingLogger } from './log-lines.ts';
import { answerClientErrors } from '../src/client-error.ts';
import { tinyApp, type TinyOptions } from './tiny-app.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface TinyRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Tiny {
  url: string;
  port: number;
  /** What was logged, a line each. */
  log: Record<string, unknown>[];
  observed: RequestObservation[];
  /** Sends the path as it is written, which fetch does not. */
  send(path: string, options?: TinyRequest): Promise<Answer>;
}

/** Guards nothing. */
export const everyone: RequestHandler = (_req, _res, next) => next();

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Runs such an app until the test ends. */
export async function startTiny(addRoutes: (app: Express) => void, options: TinyOptions = {}): Promise<Tiny> {
  const { logger, lines } = collectingLogger();
  const observed: RequestObservation[] = [];
  const server = createServer(tinyApp(addRoutes, { logger, onRequest: (seen) => observed.push(seen), ...options }));
  answerClientErrors(server, 'https://problems.example');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    log: lines,
    observed,
    send: (path, sent) => send(port, path, sent),
  };
}

export async function send(
  port: number,
  path: string,
  { method = 'GET', headers, body }: TinyRequest = {},
): Promise<Answer> {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...length, ...headers }, agent: false });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

/** The body of an answer that is JSON. */
export function jsonOf({ body }: Answer): Record<string, unknown> {
  return JSON.parse(body) as Record<string, unknown>;
}

/** Waits for what happens on the other side of a socket; fails after four seconds. */
export async function eventually(holds: () => boolean): Promise<void> {
  const until = performance.now() + 4000;
  while (!holds()) {
    if (performance.now() > until) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
