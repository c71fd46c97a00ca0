import { anonymous, requireNeeds } from '@product-bffs/auth';
import {
  accessLog,
  crossOrigin,
  limitRequests,
  newApp,
  noSuchRoute,
  openApiRoute,
  problemHandler,
  requestRules,
  startRequestContext,
} from '@product-bffs/http-service';
import type { Express } from 'express';
import openApiDocument from '../openapi-2026-10.json' with { type: 'json' };
import type { Dependencies } from './dependencies.ts';
import { productDetailRoute } from './product-detail/route.ts';
import { versions } from './versions/registry.ts';

/** partner-bff as an Express app; no I/O, no environment. */
export function createApp(dependencies: Dependencies): Express {
  const { config, logger, telemetry, downstreams, answers, authentication } = dependencies;
  const app = newApp(config.TRUSTED_PROXIES);
  const admit = limitRequests({
    config,
    telemetry,
    timeoutMs: config.CATALOG_TIMEOUT_MS,
    bulk: versions.map(({ name }) => `/${name}/products`),
  });
  app.use(
    startRequestContext({ deadlineMs: config.DEADLINE_MS, admit, onClose: accessLog(logger, telemetry.onRequest) }),
  );
  app.use(crossOrigin(config.ALLOWED_ORIGINS));
  app.use(requestRules(app));
  app.use(productDetailRoute({ downstreams, answers, authentication, problemBaseUrl: config.PROBLEM_BASE_URL }));
  app.use(openApiRoute(openApiDocument, anonymous()));
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: config.PROBLEM_BASE_URL, logger }));
  requireNeeds(app);
  return app;
}
