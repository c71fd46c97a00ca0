import {
  downstreamSettings,
  httpUrl,
  milliseconds,
  parseEnvironment,
  serviceSettings,
  serviceTokenSettings,
} from '@product-bffs/http-service';
import { z } from 'zod';

/** Every environment variable of mobile-bff. */
export const environment = z.object({
  ...serviceSettings({ port: 3002, adminPort: 9002, deadlineMs: 1500 }),
  SECTION_LIMIT_MS: milliseconds(400, 'When optional sections are given up, in milliseconds after the request began'),
  MEDIA_BASE_URL: httpUrl('Base that image paths are resolved against'),
  ...downstreamSettings('CATALOG', 400),
  ...downstreamSettings('PRICING', 300),
  ...downstreamSettings('INVENTORY', 300),
  ...downstreamSettings('REVIEWS', 300),
  ...serviceTokenSettings(),
});

export type Config = Readonly<z.output<typeof environment>>;

/** @throws ConfigError listing all that is missing or wrong */
export function readConfig(): Config {
  return parseEnvironment(environment, process.env);
}
