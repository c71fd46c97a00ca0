import {
  downstreamSettings,
  httpUrl,
  issuerSettings,
  milliseconds,
  parseEnvironment,
  serviceSettings,
  serviceTokenSettings,
  storeSettings,
} from '@product-bffs/http-service';
import * as z from 'zod';
import { AppVersionsFault, readAppVersions } from './app-versions/policy.ts';

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
  ...issuerSettings('Issuer of access tokens, found by OpenID Connect Discovery'),
  TOKEN_AUDIENCE: z.string().min(1).meta({ description: 'Audience that access tokens have to be for' }),
  PUBLIC_URL: httpUrl('Address at which apps reach this service: what DPoP proofs are made for'),
  PRICE_LIST_CLAIM: z
    .string()
    .min(1)
    .prefault('price_list')
    .meta({ description: "Claim of an access token that names the user's price list" }),
  ...storeSettings('REPLAY', 'DPoP proofs that were used'),
  APP_VERSIONS_FILE: z.string().optional().meta({
    description: 'Which versions of the app are answered, a JSON file; absent: app-versions.json as it was built in',
    rules: faultOfAppVersions,
  }),
});

export type Config = Readonly<z.output<typeof environment>>;

/** @throws ConfigError listing all that is missing or wrong */
export function readConfig(): Config {
  return parseEnvironment(environment, process.env);
}

function faultOfAppVersions(_text: string, { APP_VERSIONS_FILE: file }: Record<string, string | undefined>) {
  try {
    readAppVersions(file);
    return undefined;
  } catch (error) {
    if (error instanceof AppVersionsFault) return error.message;
    throw error;
  }
}
