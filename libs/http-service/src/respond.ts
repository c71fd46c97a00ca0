import { ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import { defaultLocale } from './locale.ts';
import { remembering } from './remember.ts';
import { preferredCoding, Representations, type Coding } from './representations.ts';
import { requestStart } from './request-context.ts';
import { constantHeaders } from './security-headers.ts';

export interface Answer {
  /** What is sent as JSON, or its bytes of last time. */
  body: unknown;
  cacheControl: string;
  /** Default: JSON */
  type?: string;
  /** Of these bytes alone, beside those of all answers: names and values in turn. */
  headers?: readonly string[];
}

const constant = [...constantHeaders].flat();
const codingOf = remembering<Coding>(200);

/**
 * Sends 200 in the coding that the client likes best, with a strong ETag over the bytes, or 304 where the client has them
 * already (RFC 9110 §13.1.2). HEAD gets the same headers without the body.
 * @returns whether it was a 304
 */
export function respond(
  req: Request,
  res: Response,
  { body, cacheControl, type = 'application/json; charset=utf-8', headers = [] }: Answer,
): boolean {
  const representations = body instanceof Representations ? body : new Representations(body);
  const { isCompressible } = representations;
  const accepted = isCompressible ? req.headers['accept-encoding'] : undefined;
  const coding = accepted === undefined ? 'identity' : codingOf(accepted, () => preferredCoding(accepted));
  const etag = representations.etag(coding);
  const { requestId = '', language, vary: asked } = requestStart(req) ?? {};
  // All in one list: Node takes twice as long where a header was set before.
  const sent = [...constant, 'x-request-id', requestId, 'content-language', language?.locale ?? defaultLocale];
  const coded = isCompressible && 'Accept-Encoding';
  const varied = [res.getHeader('vary'), asked, language?.negotiated && 'Accept-Language', coded];
  const vary = varied.filter(Boolean).join(', ');
  if (vary !== '') sent.push('vary', vary);
  sent.push('cache-control', cacheControl, ...headers, 'etag', etag);
  const isKnown = isMatch(req.headers['if-none-match'], etag);
  if (isKnown) {
    ServerResponse.prototype.writeHead.call(res, 304, sent);
    res.end();
    return true;
  }
  const bytes = representations.bytes(coding);
  if (coding !== 'identity') sent.push('content-encoding', coding);
  sent.push('content-type', type, 'content-length', String(bytes.length));
  ServerResponse.prototype.writeHead.call(res, 200, sent);
  res.end(req.method === 'HEAD' ? undefined : bytes);
  return false;
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
function isMatch(tags: string | undefined, etag: string): boolean {
  if (tags === undefined || tags === etag) return tags === etag;
  return tags.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()));
}
