import type { RequestHandler } from 'express';

/** The same for every answer: JSON is nothing to render, frame, sniff or embed. */
export const constantHeaders = new Map([
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
]);

export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeaders(constantHeaders);
  next();
};
