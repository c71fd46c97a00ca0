import { anonymous } from '@product-bffs/auth';
import { newRouter, openApiRoute, respond } from '@product-bffs/http-service';
import type { Router } from 'express';
import type { z } from 'zod';
import ownDocument from '../../openapi-versions.json' with { type: 'json' };
import { documentOf } from './documents.ts';
import { announcedEnd, currentVersion, documentPath, statusOf, successorOf } from './lifecycle.ts';
import { versions } from './registry.ts';
import type { versionsSchema } from './versions-contract.ts';

/** GET /versions, and the documents: of each version, of what is beside them, and GET /openapi.json of the current one. */
export function versionsRoute(clock: () => number): Router {
  const router = newRouter();
  const current = currentVersion(clock());
  if (current) router.use(openApiRoute(documentOf[current.name], anonymous()));
  router.use(openApiRoute(ownDocument, anonymous(), '/versions/openapi.json'));
  for (const version of versions) {
    router.use(openApiRoute(documentOf[version.name], anonymous(), documentPath(version)));
  }
  router.get('/versions', anonymous(), (req, res) => {
    respond(req, res, { body: presentVersions(clock()), cacheControl: 'public, max-age=300' });
  });
  return router;
}

function presentVersions(now: number): z.infer<typeof versionsSchema> {
  return {
    current: currentVersion(now)?.name ?? null,
    versions: versions.map((version) => {
      const { name, releasedAt, changes } = version;
      const { deprecatedAt = null, sunsetAt = null, brownouts = [] } = announcedEnd(version, now) ?? {};
      return {
        name,
        status: statusOf(version, now),
        releasedAt,
        deprecatedAt,
        sunsetAt,
        brownouts: [...brownouts],
        successor: successorOf(version, now)?.name ?? null,
        document: documentPath(version),
        changes: [...changes],
      };
    }),
  };
}
