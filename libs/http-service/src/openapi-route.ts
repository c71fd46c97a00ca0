import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RequestHandler, Router } from 'express';
import { newRouter } from './new-app.ts';
import { Representations } from './representations.ts';
import { respond } from './respond.ts';

const CACHE_CONTROL = 'public, max-age=300';
/** All of it comes from this service: what Redoc adds to itself are styles, and pictures and fonts within them. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const SCRIPT = 'redoc.standalone.js';

/**
 * The committed OpenAPI document, and beside it `reference`, a page that shows it to people (Redoc).
 * @param guard who may read it
 * @param path of the document, which ends in openapi.json
 */
export function openApiRoute(document: object, guard: RequestHandler, path = '/openapi.json'): Router {
  const router = newRouter();
  const folder = path.slice(0, path.lastIndexOf('/'));
  let body: Representations | undefined;
  router.get(path, guard, (req, res) => {
    body ??= new Representations(document);
    respond(req, res, { body, cacheControl: CACHE_CONTROL });
  });
  const { title = '', version = '' } = (document as { info?: { title?: string; version?: string } }).info ?? {};
  router.get(`${folder}/reference`, guard, (_req, res) => {
    res.set({ 'content-security-policy': PAGE_POLICY, 'cache-control': CACHE_CONTROL }).type('html');
    res.send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${version}</title>
<redoc spec-url="${path}" disable-telemetry="true"></redoc>
<script type="module" src="${folder}/${SCRIPT}"></script>
</html>
`);
  });
  router.get(`${folder}/${SCRIPT}`, guard, (req, res) => {
    script ??= new Representations(readFileSync(scriptPath()));
    respond(req, res, { body: script, type: 'text/javascript; charset=utf-8', cacheControl: 'public, max-age=86400' });
  });
  return router;
}

/** Read when somebody first asks for it. */
let script: Representations | undefined;

/** Beside a bundle, else where the package is installed. */
function scriptPath(): string {
  const beside = join(import.meta.dirname, SCRIPT);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`redoc/bundles/${SCRIPT}`);
}
