import type { RequestHandler, Router } from 'express';
import { newRouter } from './new-app.ts';
import { Representations } from './representations.ts';
import { respond } from './respond.ts';

/**
 * GET /openapi.json: the committed OpenAPI document.
 * @param guard who may read it
 */
export function openApiRoute(document: object, guard: RequestHandler): Router {
  const router = newRouter();
  let body: Representations | undefined;
  router.get('/openapi.json', guard, (req, res) => {
    body ??= new Representations(document);
    respond(req, res, { body, cacheControl: 'public, max-age=300' });
  });
  return router;
}
