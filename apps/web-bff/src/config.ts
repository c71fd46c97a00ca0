import { readSessionKeys } from '@product-bffs/auth';
import {
  downstreamSettings,
  httpUrl,
  issuerSettings,
  milliseconds,
  oneOf,
  onlyInDevelopment,
  parseEnvironment,
  secret,
  serviceSettings,
  serviceTokenSettings,
  storeSettings,
} from '@product-bffs/http-service';
import * as z from 'zod';

const DAY_MS = 86_400_000;

/** Every environment variable of web-bff. */
export const environment = z.object({
  ...serviceSettings({ port: 3001, adminPort: 9001, deadlineMs: 800 }),
  SECTION_LIMIT_MS: milliseconds(400, 'When optional sections are given up, in milliseconds after the request began'),
  PUBLIC_URL: httpUrl('Address of the shop, the base of canonical URLs; sign-ins lead back to it'),
  MEDIA_BASE_URL: httpUrl('Base that image paths are resolved against'),
  ...downstreamSettings('CATALOG', 400),
  ...downstreamSettings('PRICING', 300),
  ...downstreamSettings('INVENTORY', 300),
  ...downstreamSettings('REVIEWS', 300),
  ...downstreamSettings('RECOMMENDATIONS', 200),
  ...serviceTokenSettings(),
  ...issuerSettings('Issuer of the identity provider that users sign in at'),
  OIDC_CLIENT_ID: z.string().min(1).meta({ description: 'What this service is called there' }),
  OIDC_CLIENT_SECRET: secret('What it proves that with'),
  PRICE_LIST_CLAIM: z.string().min(1).prefault('price_list').meta({ description: 'Claim of an ID token: price list' }),
  BFF_URL: httpUrl('Address at which browsers reach this service; sign-ins come back to /auth/callback below it'),
  ...storeSettings('SESSION', 'sessions'),
  SESSION_KEYS: z
    .string()
    .transform(readSessionKeys)
    .refine(({ length }) => length > 0, 'must be id:base64 of 32 bytes, several with ids of their own')
    .meta({ description: 'Keys of sessions, id:base64 of 32 bytes, by commas; the first encrypts, all decrypt' }),
  SESSION_IDLE_MS: milliseconds(1_800_000, 'When an unused session ends, in milliseconds', 1, DAY_MS),
  SESSION_LIFETIME_MS: milliseconds(28_800_000, 'When any session ends, in milliseconds', 1, DAY_MS),
  COOKIES: oneOf(['secure', 'plain'], 'secure', 'plain: also over http, for localhost; refused in production').meta({
    rules: onlyInDevelopment('plain'),
  }),
});

export type Config = Readonly<z.output<typeof environment>>;

/** @throws ConfigError listing all that is missing or wrong */
export function readConfig(): Config {
  return parseEnvironment(environment, process.env);
}
