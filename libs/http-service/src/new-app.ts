import cors from 'cors';
import express, { Router, type Express, type RequestHandler } from 'express';
import { completeHeaders } from './security-headers.ts';

/**
 * Express with the settings that hold for every service: no banner, flat query strings, who may say who asks, and the
 * headers that every answer has.
 */
export function newApp(trustedProxies: string[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies);
  completeHeaders(app);
  return app;
}

/** A router whose paths are exact: another case or a slash at the end is another path. */
export function newRouter(): Router {
  return Router({ caseSensitive: true, strict: true });
}

/** Cross-origin reads for the listed origins and no other; without a list, none (no CORS header at all). */
export function crossOrigin(allowedOrigins: string[]): RequestHandler {
  if (allowedOrigins.length === 0) return (_req, _res, next) => next();
  const allow = cors({
    origin: allowedOrigins,
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['content-language', 'etag', 'retry-after', 'x-request-id'],
    maxAge: 600,
  });
  return (req, res, next) => {
    if (allowedOrigins.includes(req.get('origin') ?? '')) {
      allow(req, res, next);
      return;
    }
    res.vary('Origin');
    next();
  };
}
