/** A service of its own process for serve.test.ts. Its environment is the first argument, as JSON. */
import type { Express } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { configOrExit, createLogger, createTelemetry, parseEnvironment, serve, serviceSettings } from '../src/index.ts';
import { tinyApp } from './tiny-app.ts';

const environment = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const schema = z.object(serviceSettings({ port: 0, adminPort: 0, deadlineMs: 5000 }));
const config = configOrExit(() => parseEnvironment(schema, environment));
const logger = createLogger('tiny', config.LOG_LEVEL);

await serve({
  name: 'tiny',
  version: '1.2.3',
  config,
  logger,
  telemetry: createTelemetry({ downstreams: [], logger, measure: false }),
  app: tinyApp(addRoutes, { logger }),
  close: () => {
    if (environment['CLOSE'] === 'fails') return Promise.reject(new Error('it does not close'));
    logger.info('closed what the app stands on');
    return Promise.resolve();
  },
});

function addRoutes(app: Express): void {
  app.get('/', (_req, res) => {
    res.json({});
  });
  app.get('/slow/:ms', async (req, res) => {
    logger.info('slow began');
    await pause(Number(req.params.ms));
    res.json({ slow: true });
  });
  app.get('/bug', (_req, res) => {
    void Promise.reject(new TypeError('a bug of ours'));
    res.json({});
  });
}
