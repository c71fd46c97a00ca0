import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

interface Answer {
  body: unknown;
  cacheControl: string;
}

/**
 * Sends 200 with a strong ETag over the bytes, or 304 where the client has them already (RFC 9110 §13.1.2). HEAD gets
 * the same headers without the body.
 */
export function respond(req: Request, res: Response, { body, cacheControl }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  res.setHeader('cache-control', cacheControl);
  res.setHeader('etag', `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`);
  if (req.fresh) {
    res.writeHead(304).end();
    return;
  }
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
