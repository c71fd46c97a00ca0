import {
  createProvider,
  createReplayGuard,
  createTokenVerifier,
  serviceToken,
  type GuardsOptions,
  type TokenIdentity,
} from '@product-bffs/auth';
import {
  connectDownstreams,
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  createReviewsClient,
  type CatalogClient,
  type InventoryClient,
  type PricingClient,
  type ReviewsClient,
} from '@product-bffs/downstream';
import { createAnswers, createLogger, createTelemetry, type Answers, type Telemetry } from '@product-bffs/http-service';
import type { Logger } from 'pino';
import { createClientApps, type ClientApps } from './app-versions/client-apps.ts';
import { readAppVersions } from './app-versions/policy.ts';
import type { Config } from './config.ts';

const downstreams = ['catalog', 'pricing', 'inventory', 'reviews'] as const;

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
  /** Who asks, by the access token that a request carries. */
  authenticate: GuardsOptions<TokenIdentity>['authenticate'];
  /** Which app asks, and what it knows. */
  clientApps: ClientApps;
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
  const telemetry = createTelemetry({ downstreams, logger, measure: config.METRICS === 'on' });
  const answers = createAnswers({
    maxBytes: (config.CACHE_MB * 2 ** 20) / 2,
    telemetry,
    clock,
    timing: config.NODE_ENV !== 'production',
  });
  const connected = connectDownstreams<(typeof downstreams)[number]>({
    service: 'mobile-bff',
    settings: config,
    events: telemetry,
    authorization: serviceToken(config),
    onChange: answers.evict,
    clock,
  });
  const { REPLAY_STORE, REDIS_URL, STORES_REDIS_URL: url = REDIS_URL, REDIS_TIMEOUT_MS: timeoutMs } = config;
  const redis = REPLAY_STORE === 'redis' && url ? { url, timeoutMs, prefix: 'mobile-bff' } : undefined;
  const replay = createReplayGuard({ redis, clock });
  const authenticate = createTokenVerifier({
    provider: createProvider({ issuer: config.OIDC_ISSUER }),
    audience: config.TOKEN_AUDIENCE,
    priceListClaim: config.PRICE_LIST_CLAIM,
    publicUrl: config.PUBLIC_URL,
    replay,
    onFault: (code) => logger.warn({ code }, "the provider's keys cannot be read"),
    clock,
  });
  return {
    config,
    logger,
    telemetry,
    answers,
    downstreams: {
      catalog: createCatalogClient(connected.to('catalog')),
      pricing: createPricingClient(connected.to('pricing')),
      inventory: createInventoryClient(connected.to('inventory')),
      reviews: createReviewsClient(connected.to('reviews')),
    },
    authenticate,
    clientApps: createClientApps({ policy: readAppVersions(config.APP_VERSIONS_FILE), telemetry }),
    async close() {
      await Promise.all([connected.close(), replay.close()]);
    },
  };
}
