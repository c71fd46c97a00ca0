import { json, type Express, type Request, type RequestHandler, type Router } from 'express';
import { Problem } from './problem.ts';
import { invalidRequest } from './read-input.ts';
import { remembering } from './remember.ts';

/** The largest body that is read, in bytes. */
const BODY_LIMIT = 100 * 1024;

/** What a client may say it accepts; with the charset too, as we send it. */
const sentTypes = ['application/json', 'application/json; charset=utf-8'];

/** Layers of Express's router, as far as the rules below look into them. */
interface Layer {
  /** Gives the part of the path that leads to it, or false. */
  match(path: string): { path: string } | false;
  route?: { methods: Record<string, boolean> };
  handle: RequestHandler & Partial<Pick<Router, 'stack'>>;
}

/**
 * Refuses, before any route runs, a request without its one Host (400, RFC 9112 §3.2), a method that the path's routes do
 * not know (405), an Accept without JSON (406), and a body that is too large (413), not JSON by its type (415) or by its
 * content (400).
 * @param forms paths whose body is a form, which their route reads
 * @param streams paths that can be answered as NDJSON too
 */
export function requestRules(
  app: Express,
  forms: readonly string[] = [],
  streams: readonly string[] = [],
): RequestHandler {
  const readJsonBody: RequestHandler = json({ limit: BODY_LIMIT });
  const takesJson = remembering<boolean>(200);
  return (req, res, next) => {
    if (!hasOneHost(req)) {
      throw invalidRequest([{ in: 'header', name: 'host', code: 'invalid_host', detail: 'must be there once' }]);
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') refuseUnknownMethod(app, req);
    const { accept } = req.headers;
    const takesStream = () => streams.includes(req.path) && req.accepts('application/x-ndjson') !== false;
    const takesPage = () => req.path.endsWith('/reference') && req.accepts('html') !== false;
    const takesSent = () => req.accepts(sentTypes) !== false;
    const isTaken = accept === undefined || takesJson(accept, takesSent) || takesStream() || takesPage();
    if (!isTaken) throw new Problem('not-acceptable', { detail: 'This service answers application/json only.' });
    if (!hasBody(req)) next();
    else if (req.is('application/json')) readJsonBody(req, res, next);
    else if (forms.includes(req.path) && req.is('application/x-www-form-urlencoded')) next();
    else throw new Problem('unsupported-media-type', { detail: 'This service reads application/json only.' });
  };
}

/** Answers everything that no route took. */
export const noSuchRoute: RequestHandler = (req) => {
  refuseUnknownMethod(req.app, req);
  throw new Problem('not-found', { detail: 'There is no such resource.' });
};

function hasOneHost(req: Request): boolean {
  if (req.httpVersion === '1.0') return true;
  const isHost = (text: string, n: number) => n % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host';
  return req.rawHeaders.filter(isHost).length === 1;
}

function hasBody(req: Request): boolean {
  const { headers } = req;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function refuseUnknownMethod(app: Pick<Express, 'router'>, req: Request): void {
  const methods = allowedMethods(stackOf(app.router), req.path);
  if (methods.size === 0 || methods.has(req.method)) return;
  const allow = [...methods].sort().join(', ');
  throw new Problem('method-not-allowed', {
    detail: `${req.method.slice(0, 20)} is not allowed here; allowed: ${allow}.`,
    headers: { allow },
  });
}

function allowedMethods(layers: Layer[], path: string): Set<string> {
  const methods = new Set<string>();
  for (const layer of layers) {
    const match = layer.match(path);
    if (match === false) continue;
    const within = `/${path.slice(match.path.length).replace(/^\//, '')}`;
    const found = layer.route ? Object.keys(layer.route.methods) : allowedMethods(stackOf(layer.handle), within);
    for (const method of found) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return methods;
}

function stackOf({ stack = [] }: Partial<Pick<Router, 'stack'>>): Layer[] {
  return stack as unknown as Layer[];
}
