import { startDownstreams, type CatalogueEntry, type Downstreams } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import type { Express } from 'express';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';

/** Time enough for everything on a busy machine: for tests that are not about time. */
export const unhurried = {
  DEADLINE_MS: '10000',
  SECTION_LIMIT_MS: '10000',
  CATALOG_TIMEOUT_MS: '10000',
  PRICING_TIMEOUT_MS: '10000',
  INVENTORY_TIMEOUT_MS: '10000',
  REVIEWS_TIMEOUT_MS: '10000',
};

/** Who issues tokens: nobody, where a test asks for nothing but what guests see. */
export const guestsOnly = {
  OIDC_ISSUER: 'http://127.0.0.1:1',
  TOKEN_AUDIENCE: 'https://api.shop.example/mobile',
  PUBLIC_URL: 'https://mobile.shop.example',
  REPLAY_STORE: 'memory',
};

export interface StartMobile {
  /** Absent: the seed. */
  catalogue?: CatalogueEntry[];
  /** Beside those that every test has. */
  variables?: Record<string, string>;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** The services' clock; absent: the clock. */
  now?: () => Date;
}

export interface StartedMobile {
  app: Express;
  services: Downstreams;
  metrics: () => Promise<string>;
  stop: () => Promise<void>;
}

/** mobile-bff over services of its own; it listens nowhere. */
export async function startMobile({ variables, clock, ...options }: StartMobile): Promise<StartedMobile> {
  const services = await startDownstreams(options);
  const { catalog, pricing, inventory, reviews } = services.urls;
  const config = parseEnvironment(environment, {
    MEDIA_BASE_URL: 'https://media.example',
    PROBLEM_BASE_URL: 'https://problems.example',
    LOG_LEVEL: 'silent',
    // Each test sees its services as they are: nothing is kept from the one before.
    CACHE_MB: '0',
    CATALOG_URL: catalog,
    PRICING_URL: pricing,
    INVENTORY_URL: inventory,
    REVIEWS_URL: reviews,
    ...guestsOnly,
    ...variables,
  });
  const dependencies = createDependencies(config, undefined, clock);
  return {
    app: createApp(dependencies),
    services,
    metrics: dependencies.telemetry.metrics,
    async stop() {
      await dependencies.close();
      await services.stop();
    },
  };
}
