import { createProvider } from '../provider.ts';
import { createServiceTokens, type ServiceToken } from './service-tokens.ts';

/** As the environment names it. */
export interface ServiceTokenSettings {
  OIDC_ISSUER?: string | undefined;
  SERVICE_CLIENT_ID?: string | undefined;
  SERVICE_CLIENT_SECRET?: string | undefined;
  SERVICE_AUDIENCE?: string | undefined;
  SERVICE_SCOPE?: string | undefined;
}

/** @returns the token that a service's calls carry; undefined where they are to carry none */
export function serviceToken(settings: ServiceTokenSettings): ServiceToken | undefined {
  const { OIDC_ISSUER: issuer, SERVICE_CLIENT_ID: id, SERVICE_CLIENT_SECRET: secret } = settings;
  if (issuer === undefined || id === undefined || secret === undefined) return undefined;
  const tokens = createServiceTokens({ provider: createProvider({ issuer, client: { id, secret } }) });
  return tokens({ audience: settings.SERVICE_AUDIENCE, scope: settings.SERVICE_SCOPE });
}
