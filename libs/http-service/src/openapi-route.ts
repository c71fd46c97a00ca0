import type { Router } from 'express';
import { newRouter } from './new-app.ts';
import { respond } from './respond.ts';

/** GET /openapi.json: the committed OpenAPI document. */
export function openApiRoute(document: object): Router {
  const router = newRouter();
  router.get('/openapi.json', (req, res) => {
    respond(req, res, { body: document, cacheControl: 'public, max-age=300' });
  });
  return router;
}
