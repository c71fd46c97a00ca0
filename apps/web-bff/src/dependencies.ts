import { createWebSessions, serviceToken } from '@product-bffs/auth';
import {
  connectDownstreams,
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createRecommendationsClient,
  createReviewsClient,
} from '@product-bffs/downstream';
import { actFor, createAnswers, createLogger, createTelemetry } from '@product-bffs/http-service';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

const downstreams = ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const;

export type Dependencies = ReturnType<typeof createDependencies>;
/** The services behind web-bff. */
export type Downstreams = Dependencies['downstreams'];

/**
 * The composition root: everything web-bff stands on, made from its configuration.
 * @param clock milliseconds since the epoch; lifetimes are judged by it
 * @returns all of it, and `close`, which closes it
 */
export function createDependencies(
  config: Config,
  logger: Logger = createLogger('web-bff', config.LOG_LEVEL),
  clock: () => number = Date.now,
) {
  const telemetry = createTelemetry({ downstreams, logger, measure: config.METRICS === 'on' });
  const maxBytes = (config.CACHE_MB * 2 ** 20) / 2;
  const answers = createAnswers({ maxBytes, telemetry, clock, timing: config.NODE_ENV !== 'production' });
  const connected = connectDownstreams<(typeof downstreams)[number]>({
    service: 'web-bff',
    settings: config,
    events: telemetry,
    authorization: serviceToken(config),
    onChange: answers.evict,
    clock,
  });
  const onFault = (code: string) => logger.warn({ code }, 'the identity provider cannot be asked');
  const sessions = createWebSessions({ settings: config, service: 'web-bff', onSubject: actFor, onFault, clock });
  return {
    ...{ config, logger, telemetry, answers, sessions },
    downstreams: {
      catalog: createCatalogClient(connected.to('catalog')),
      pricing: createPricingClient(connected.to('pricing')),
      inventory: createInventoryClient(connected.to('inventory')),
      reviews: createReviewsClient(connected.to('reviews')),
      recommendations: createRecommendationsClient(connected.to('recommendations')),
    },
    async close(): Promise<void> {
      await Promise.all([connected.close(), sessions.close()]);
    },
  };
}
