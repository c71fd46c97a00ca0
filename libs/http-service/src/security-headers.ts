import { ServerResponse } from 'node:http';
import type { Express, Response } from 'express';
import { defaultLocale } from './locale.ts';
import { requestStart } from './request-context.ts';

/** The same for every answer: JSON is nothing to render, frame, sniff or embed. */
export const constantHeaders = new Map([
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
]);

/**
 * Completes the headers of every answer at the last moment, whoever sends it: the constant ones, the request's id and
 * the language, unless they were set.
 */
export function completeHeaders(app: Express): void {
  app.response.writeHead = function (this: Response, ...args: unknown[]) {
    const request = requestStart(this.req);
    const { locale = defaultLocale, negotiated = false } = request?.language ?? {};
    const set = (value: string, name: string) => this.hasHeader(name) || this.setHeader(name, value);
    constantHeaders.forEach(set);
    set(locale, 'content-language');
    if (request?.vary !== undefined) this.vary(request.vary);
    if (negotiated) this.vary('Accept-Language');
    if (request !== undefined) set(request.requestId, 'x-request-id');
    return ServerResponse.prototype.writeHead.apply(this, args as [number]) as Response;
  } as Response['writeHead'];
}
