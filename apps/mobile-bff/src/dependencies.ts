import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createReviewsClient,
  type CatalogClient,
  type DownstreamOptions,
  type InventoryClient,
  type PricingClient,
  type ReviewsClient,
} from '@product-bffs/downstream';
import { createAnswers, createLogger, createTelemetry, type Answers, type Telemetry } from '@product-bffs/http-service';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

/** The services behind mobile-bff. */
export interface Downstreams {
  catalog: CatalogClient;
  pricing: PricingClient;
  inventory: InventoryClient;
  reviews: ReviewsClient;
}

export interface Dependencies {
  config: Config;
  logger: Logger;
  telemetry: Telemetry;
  answers: Answers;
  downstreams: Downstreams;
  /** Closes all of it. */
  close(): Promise<void>;
}

/**
 * The composition root: everything mobile-bff stands on, made from its configuration.
 * @param clock milliseconds since the epoch; lifetimes are judged by it
 */
export function createDependencies(
  config: Config,
  logger: Logger = createLogger('mobile-bff', config.LOG_LEVEL),
  clock: () => number = Date.now,
): Dependencies {
  const telemetry = createTelemetry({
    downstreams: ['catalog', 'pricing', 'inventory', 'reviews'],
    logger,
    measure: config.METRICS === 'on',
  });
  const at = (url: string, timeoutMs: number): DownstreamOptions => ({
    url,
    timeoutMs,
    userAgent: 'mobile-bff',
    onCall: telemetry.onCall,
  });
  return {
    config,
    logger,
    telemetry,
    answers: createAnswers({
      maxBytes: (config.CACHE_MB * 2 ** 20) / 2,
      telemetry,
      clock,
      timing: config.NODE_ENV !== 'production',
    }),
    downstreams: {
      catalog: createCatalogClient(at(config.CATALOG_URL, config.CATALOG_TIMEOUT_MS)),
      pricing: createPricingClient(at(config.PRICING_URL, config.PRICING_TIMEOUT_MS)),
      inventory: createInventoryClient(at(config.INVENTORY_URL, config.INVENTORY_TIMEOUT_MS)),
      reviews: createReviewsClient(at(config.REVIEWS_URL, config.REVIEWS_TIMEOUT_MS)),
    },
    close: () => Promise.resolve(),
  };
}
