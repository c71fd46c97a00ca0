import { anonymous, requireNeeds, signInRoutes } from '@product-bffs/auth';
import {
  accessLog,
  crossOrigin,
  invalidRequest,
  limitRequests,
  newApp,
  noSuchRoute,
  openApiRoute,
  problemHandler,
  requestRules,
  startRequestContext,
} from '@product-bffs/http-service';
import type { Express } from 'express';
import openApiDocument from '../openapi.json' with { type: 'json' };
import type { Dependencies } from './dependencies.ts';
import { offerRoute } from './offer/route.ts';
import { productDetailRoute } from './product-detail/route.ts';
import { reviewPageRoute } from './reviews/route.ts';

/** web-bff as an Express app; no I/O, no environment. */
export function createApp(dependencies: Dependencies): Express {
  const { config, logger, telemetry, sessions } = dependencies;
  const app = newApp(config.TRUSTED_PROXIES);
  const admit = limitRequests({ config, telemetry, timeoutMs: config.CATALOG_TIMEOUT_MS });
  const { DEADLINE_MS: deadlineMs, SECTION_LIMIT_MS: sectionLimitMs } = config;
  app.use(startRequestContext({ deadlineMs, sectionLimitMs, admit, onClose: accessLog(logger, telemetry.onRequest) }));
  app.use(crossOrigin(config.ALLOWED_ORIGINS));
  app.use(requestRules(app, ['/auth/backchannel-logout']));
  app.use(productDetailRoute(dependencies));
  app.use(reviewPageRoute(dependencies));
  app.use(offerRoute(dependencies));
  app.use('/auth', (req, res, next) => {
    admit(req, res);
    next();
  });
  app.use(signInRoutes({ sessions, invalid: (fault) => invalidRequest([fault]) }));
  app.use(openApiRoute(openApiDocument, anonymous()));
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: config.PROBLEM_BASE_URL, logger }));
  requireNeeds(app);
  return app;
}
