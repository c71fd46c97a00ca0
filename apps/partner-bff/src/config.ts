import { PartnersFileFault, readPartners, readSessionKeys } from '@product-bffs/auth';
import {
  downstreamSettings,
  httpUrl,
  issuerSettings,
  parseEnvironment,
  serviceSettings,
  serviceTokenSettings,
  storeSettings,
} from '@product-bffs/http-service';
import * as z from 'zod';

/** Every environment variable of partner-bff. */
export const environment = z.object({
  ...serviceSettings({ port: 3003, adminPort: 9003, deadlineMs: 2000 }),
  ...downstreamSettings('CATALOG', 800),
  ...downstreamSettings('PRICING', 800),
  ...downstreamSettings('INVENTORY', 800),
  ...serviceTokenSettings(),
  ...issuerSettings('Issuer of the access tokens; found by discovery when the first one comes'),
  TOKEN_AUDIENCE: z.string().min(1).meta({ description: 'What an access token for this service has as its audience' }),
  PUBLIC_URL: httpUrl('Address at which partners reach this service, as DPoP proofs name it'),
  ...storeSettings('REPLAY', 'DPoP proofs that were used'),
  ...storeSettings('QUOTA', 'counts of quotas and of versions in use'),
  PARTNERS_FILE: z.string().meta({
    description: 'The registry of partners, a JSON file; a new version holds within a second',
    rules: faultOfPartners,
  }),
  API_KEY_PEPPER: z
    .base64('must be base64')
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(({ length }) => length >= 32, 'must have at least 32 bytes')
    .meta({ description: 'What API keys are hashed with; base64, at least 32 bytes' }),
  CURSOR_KEYS: z
    .string()
    .transform(readSessionKeys)
    .refine(({ length }) => length > 0, 'must be id:base64 of 32 bytes, several with ids of their own')
    .meta({ description: 'Keys of cursors, id:base64 of 32 bytes, by commas; the first encrypts, all decrypt' }),
});

export type Config = Readonly<z.output<typeof environment>>;

/** @throws ConfigError listing all that is missing or wrong */
export function readConfig(): Config {
  return parseEnvironment(environment, process.env);
}

function faultOfPartners(file: string): string | undefined {
  try {
    readPartners(file);
    return undefined;
  } catch (error) {
    if (error instanceof PartnersFileFault) return error.message;
    throw error;
  }
}
