import { anonymous, createGuards, requireNeeds, tokenChallenge } from '@product-bffs/auth';
import {
  accessLog,
  actFor,
  crossOrigin,
  limitRequests,
  newApp,
  noSuchRoute,
  openApiRoute,
  problemHandler,
  requestRules,
  startRequestContext,
  varyOn,
} from '@product-bffs/http-service';
import type { Express } from 'express';
import openApiDocument from '../openapi.json' with { type: 'json' };
import { clientAppHeaders } from './app-versions/client-apps.ts';
import type { Dependencies } from './dependencies.ts';
import { productDetailRoute } from './product-detail/route.ts';

/** mobile-bff as an Express app; no I/O, no environment. */
export function createApp(dependencies: Dependencies): Express {
  const { config, logger, telemetry, downstreams, answers, authenticate, clientApps } = dependencies;
  const app = newApp(config.TRUSTED_PROXIES);
  const admit = limitRequests({ config, telemetry, timeoutMs: config.CATALOG_TIMEOUT_MS });
  const { DEADLINE_MS: deadlineMs, SECTION_LIMIT_MS: sectionLimitMs } = config;
  const guards = createGuards({
    // An app that is no longer answered is told so whatever its token is.
    authenticate(req, res) {
      clientApps.read(req, res);
      return authenticate(req, res);
    },
    schemes: ['bearer', 'dpop'],
    challenge: tokenChallenge,
    onSubject: actFor,
    onVary: (req, header) => varyOn(req, `${header}, ${clientAppHeaders}`),
  });
  app.use(startRequestContext({ deadlineMs, sectionLimitMs, admit, onClose: accessLog(logger, telemetry.onRequest) }));
  app.use(crossOrigin(config.ALLOWED_ORIGINS));
  app.use(requestRules(app));
  app.use(productDetailRoute({ downstreams, answers, guards, clientApps, mediaBaseUrl: config.MEDIA_BASE_URL }));
  app.use(openApiRoute(openApiDocument, anonymous()));
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: config.PROBLEM_BASE_URL, logger }));
  requireNeeds(app);
  return app;
}
