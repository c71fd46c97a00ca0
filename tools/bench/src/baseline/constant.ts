import type { RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import express, { type Express } from 'express';

/** What is sent again and again: the body of somebody else's answer. */
export interface Constant {
  body: Buffer;
  etag: string;
}

const contentType = 'application/json; charset=utf-8';

/** The path of a 304. */
export const NOT_MODIFIED = '/not-modified';

const POLL_MS = 50;
const PATIENCE_MS = 10_000;

/**
 * What an address answers with. An answer that lacks a section, because its sender has only just started, may not be
 * stored; then it is asked again.
 * @throws Error where there is no whole answer within 10 s
 */
export async function readConstant(url: string, headers: Record<string, string>): Promise<Constant> {
  const begunMs = performance.now();
  for (;;) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } });
    const body = Buffer.from(await answer.arrayBuffer());
    const isWhole = answer.status === 200 && answer.headers.get('cache-control') !== 'no-store';
    if (isWhole) return { body, etag: answer.headers.get('etag') ?? '"constant"' };
    if (performance.now() - begunMs > PATIENCE_MS) throw new Error(`${url} answers ${answer.status}, and not whole.`);
    await delay(POLL_MS);
  }
}

/** The least that an answer of that size can cost. */
export function bareConstant({ body, etag }: Constant): RequestListener {
  return (req, res) => {
    if (req.url === NOT_MODIFIED) {
      res.writeHead(304, { etag }).end();
      return;
    }
    res.writeHead(200, { 'content-type': contentType, 'content-length': body.length });
    res.end(body);
  };
}

/** Express as it comes, with one route; the bytes are ended without `res.send`, which would hash them. */
export function expressConstant({ body }: Constant): Express {
  const app = express();
  app.get('/*path', (_req, res) => {
    res.writeHead(200, { 'content-type': contentType, 'content-length': body.length });
    res.end(body);
  });
  return app;
}
