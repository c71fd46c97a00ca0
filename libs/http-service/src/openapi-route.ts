import type { RequestHandler, Router } from 'express';
import { newRouter } from './new-app.ts';
import { Representations } from './representations.ts';
import { respond } from './respond.ts';

/**
 * The committed OpenAPI document.
 * @param guard who may read it
 * @param path default: /openapi.json
 */
export function openApiRoute(document: object, guard: RequestHandler, path = '/openapi.json'): Router {
  const router = newRouter();
  let body: Representations | undefined;
  router.get(path, guard, (req, res) => {
    body ??= new Representations(document);
    respond(req, res, { body, cacheControl: 'public, max-age=300' });
  });
  return router;
}
