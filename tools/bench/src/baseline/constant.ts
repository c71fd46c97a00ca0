import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';

/** What is sent again and again: the body of somebody else's answer. */
export interface Constant {
  body: Buffer;
  etag: string;
}

const contentType = 'application/json; charset=utf-8';

/** The path of a 304. */
export const NOT_MODIFIED = '/not-modified';

/** @throws Error where the answer is not 200 */
export async function readConstant(url: string): Promise<Constant> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}.`);
  return { body: Buffer.from(await answer.arrayBuffer()), etag: answer.headers.get('etag') ?? '"constant"' };
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
