import type { Express } from 'express';
import {
  accessLog,
  createLogger,
  crossOrigin,
  type limitRequests,
  newApp,
  noSuchRoute,
  problemHandler,
  requestRules,
  startRequestContext,
  type RequestObservation,
} from '../src/index.ts';

export interface TinyOptions {
  trustedProxies?: string[];
  allowedOrigins?: string[];
  deadlineMs?: number;
  logger?: ReturnType<typeof createLogger>;
  /** Lets everything in where absent. */
  admit?: ReturnType<typeof limitRequests>;
  onRequest?: (request: RequestObservation) => void;
}

/** An app made as the services make theirs, with routes of a test's own. */
export function tinyApp(addRoutes: (app: Express) => void, options: TinyOptions = {}): Express {
  const { trustedProxies = [], allowedOrigins = [], deadlineMs = 5000 } = options;
  const { logger = createLogger('tiny', 'silent'), onRequest = () => undefined } = options;
  const { admit = () => undefined } = options;
  const app = newApp(trustedProxies);
  app.use(startRequestContext({ deadlineMs, admit, onClose: accessLog(logger, onRequest) }));
  app.use(crossOrigin(allowedOrigins));
  app.use(requestRules(app));
  addRoutes(app);
  app.use(noSuchRoute);
  app.use(problemHandler({ problemBaseUrl: 'https://problems.example', logger }));
  return app;
}
