import {
  downstreamSettings,
  parseEnvironment,
  serviceSettings,
  serviceTokenSettings,
} from '@product-bffs/http-service';
import { z } from 'zod';

/** Every environment variable of partner-bff. */
export const environment = z.object({
  ...serviceSettings({ port: 3003, adminPort: 9003, deadlineMs: 2000 }),
  ...downstreamSettings('CATALOG', 800),
  ...downstreamSettings('PRICING', 800),
  ...downstreamSettings('INVENTORY', 800),
  ...serviceTokenSettings(),
});

export type Config = Readonly<z.output<typeof environment>>;

/** @throws ConfigError listing all that is missing or wrong */
export function readConfig(): Config {
  return parseEnvironment(environment, process.env);
}
