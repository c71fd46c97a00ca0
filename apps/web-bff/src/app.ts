import {
  accessLog,
  crossOrigin,
  newApp,
  noSuchRoute,
  openApiRoute,
  problemHandler,
  requestRules,
  securityHeaders,
  startRequestContext,
} from '@product-bffs/http-service';
import type { Express } from 'express';
import openApiDocument from '../openapi.json' with { type: 'json' };
import type { Dependencies } from './dependencies.ts';
import { productDetailRoute } from './product-detail/route.ts';
import { reviewPageRoute } from './reviews/route.ts';

/** web-bff as an Express app; no I/O, no environment. */
export function createApp({ config, logger, telemetry, downstreams }: Dependencies): Express {
  const app = newApp(config.TRUSTED_PROXIES);
  app.use(startRequestContext({ deadlineMs: config.DEADLINE_MS, sectionLimitMs: config.SECTION_LIMIT_MS }));
  app.use(accessLog(logger, telemetry.onRequest));
  app.use(securityHeaders);
  app.use(crossOrigin(config.ALLOWED_ORIGINS));
  app.use(requestRules(app));
  app.use(
    productDetailRoute({ downstreams, telemetry, publicUrl: config.PUBLIC_URL, mediaBaseUrl: config.MEDIA_BASE_URL }),
  );
  app.use(reviewPageRoute({ downstreams, telemetry }));
  app.use(openApiRoute(openApiDocument));
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: config.PROBLEM_BASE_URL, logger }));
  return app;
}
