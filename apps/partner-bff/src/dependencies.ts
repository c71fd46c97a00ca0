import { serviceToken } from '@product-bffs/auth';
import {
  connectDownstreams,
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  type CatalogClient,
  type InventoryClient,
  type PricingClient,
} from '@product-bffs/downstream';
import { createAnswers, createLogger, createTelemetry, type Answers, type Telemetry } from '@product-bffs/http-service';
import type { Logger } from 'pino';
import { createAuthentication, type Authentication } from './authentication.ts';
import type { Config } from './config.ts';

const downstreams = ['catalog', 'pricing', 'inventory'] as const;

/** The services behind partner-bff. */
export interface Downstreams {
  catalog: CatalogClient;
  pricing: PricingClient;
  inventory: InventoryClient;
}

export interface Dependencies {
  config: Config;
  logger: Logger;
  telemetry: Telemetry;
  answers: Answers;
  downstreams: Downstreams;
  authentication: Authentication;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** Closes all of it. */
  close(): Promise<void>;
}

/**
 * The composition root: everything partner-bff stands on, made from its configuration.
 * @param clock milliseconds since the epoch; lifetimes are judged by it
 */
export function createDependencies(
  config: Config,
  logger: Logger = createLogger('partner-bff', config.LOG_LEVEL),
  clock: () => number = Date.now,
): Dependencies {
  const telemetry = createTelemetry({ downstreams, logger, measure: config.METRICS === 'on' });
  const answers = createAnswers({
    maxBytes: (config.CACHE_MB * 2 ** 20) / 2,
    telemetry,
    clock,
    timing: config.NODE_ENV !== 'production',
  });
  const connected = connectDownstreams<(typeof downstreams)[number]>({
    service: 'partner-bff',
    settings: config,
    events: telemetry,
    authorization: serviceToken(config),
    onChange: answers.evict,
    clock,
  });
  const authentication = createAuthentication({ config, logger, telemetry, clock });
  return {
    config,
    logger,
    telemetry,
    answers,
    downstreams: {
      catalog: createCatalogClient(connected.to('catalog')),
      pricing: createPricingClient(connected.to('pricing')),
      inventory: createInventoryClient(connected.to('inventory')),
    },
    authentication,
    clock,
    async close() {
      await Promise.all([connected.close(), authentication.close()]);
    },
  };
}
