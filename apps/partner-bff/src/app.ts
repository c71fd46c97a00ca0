import { requireNeeds } from '@product-bffs/auth';
import {
  accessLog,
  crossOrigin,
  limitRequests,
  newApp,
  noSuchRoute,
  problemHandler,
  requestRules,
  startRequestContext,
} from '@product-bffs/http-service';
import type { Express } from 'express';
import { accountRoute } from './account/route.ts';
import type { Dependencies } from './dependencies.ts';
import { comparableVersions } from './digest/contract.ts';
import { digestRoute } from './digest/route.ts';
import { productDetailRoute } from './product-detail/route.ts';
import { createCursors } from './sync/cursor.ts';
import { syncRoutes } from './sync/routes.ts';
import { versionLifecycle } from './versions/lifecycle.ts';
import { versions } from './versions/registry.ts';
import { versionsRoute } from './versions/versions-route.ts';

/** partner-bff as an Express app; no I/O, no environment. */
export function createApp(dependencies: Dependencies): Express {
  const { config, logger, telemetry, downstreams, answers, authentication, clock } = dependencies;
  const app = newApp(config.TRUSTED_PROXIES);
  const streams = versions.map(({ name }) => `/${name}/products`);
  const bulk = [...streams, ...comparableVersions.map(({ name }) => `/${name}/digest`)];
  const admit = limitRequests({ config, telemetry, timeoutMs: config.CATALOG_TIMEOUT_MS, bulk });
  const onClose = accessLog(logger, telemetry.onRequest);
  app.use(startRequestContext({ deadlineMs: config.DEADLINE_MS, admit, onClose }));
  app.use(crossOrigin(config.ALLOWED_ORIGINS));
  app.use(versionLifecycle(clock));
  app.use(requestRules(app, [], streams));
  const cursors = createCursors(config.CURSOR_KEYS);
  const problemBaseUrl = config.PROBLEM_BASE_URL;
  app.use(syncRoutes({ versions, downstreams, answers, authentication, cursors, problemBaseUrl, logger }));
  app.use(productDetailRoute({ downstreams, answers, authentication, problemBaseUrl: config.PROBLEM_BASE_URL }));
  app.use(digestRoute({ downstreams, answers, authentication }));
  app.use(accountRoute(authentication, clock));
  app.use(versionsRoute(clock));
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: config.PROBLEM_BASE_URL, logger }));
  requireNeeds(app);
  return app;
}
