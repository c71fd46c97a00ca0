import type { ClientMetadata, JWK } from 'oidc-provider';
import type { AudienceName } from './audiences.ts';

/** A registered client: its metadata (RFC 7591), and the one audience that its tokens are for. */
export interface DevelopmentClient {
  audience: AudienceName;
  metadata: ClientMetadata;
}

/** No secret: it stands here for everybody to read, and is good for this provider only. */
export function developmentSecretOf(clientId: string): string {
  return `development-secret-of-${clientId}`;
}

export interface WebOrigins {
  /** Where browsers see the web BFF, such as http://localhost:3001. The first comes first in the metadata. */
  origins: readonly string[];
  /** Where this provider reaches it, for back-channel logout. Default: the last of the origins. */
  backChannelOrigin?: string;
}

/** The web BFF as a client: confidential, with sign-in, refresh, sign-out and back-channel logout. */
export function webBffClient({ origins, backChannelOrigin = origins.at(-1) }: WebOrigins): DevelopmentClient {
  return {
    audience: 'web',
    metadata: {
      client_id: 'web-bff',
      client_name: 'Web shop',
      client_secret: developmentSecretOf('web-bff'),
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: origins.map((origin) => `${origin}/auth/callback`),
      post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
      ...(backChannelOrigin !== undefined && {
        backchannel_logout_uri: `${backChannelOrigin}/auth/backchannel-logout`,
      }),
      backchannel_logout_session_required: true,
    },
  };
}

export const mobileRedirectUri = 'com.example.shop:/callback';

/** A native app (RFC 8252): public, so that PKCE is all that ties the code to it. DPoP is up to the app. */
const mobileApp: DevelopmentClient = {
  audience: 'mobile',
  metadata: {
    client_id: 'mobile-app',
    client_name: 'Shop app',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    // On a loopback address any port will do (RFC 8252 §7.3).
    redirect_uris: [mobileRedirectUri, 'http://127.0.0.1/callback'],
  },
};

function machine(clientId: string, audience: AudienceName, authentication: Partial<ClientMetadata>): DevelopmentClient {
  return {
    audience,
    metadata: {
      client_id: clientId,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      ...authentication,
    },
  };
}

function withSecret(clientId: string, audience: AudienceName): DevelopmentClient {
  return machine(clientId, audience, {
    client_secret: developmentSecretOf(clientId),
    token_endpoint_auth_method: 'client_secret_basic',
  });
}

export interface DevelopmentClientsOptions {
  web: WebOrigins;
  /** Public half of what globex signs its assertions with (RFC 7523), ES256. */
  globexKey: JWK;
}

export function developmentClients({ web, globexKey }: DevelopmentClientsOptions): DevelopmentClient[] {
  return [
    webBffClient(web),
    mobileApp,
    withSecret('acme', 'partner'),
    machine('globex', 'partner', {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [globexKey] },
    }),
    withSecret('web-bff-services', 'services'),
    withSecret('mobile-bff-services', 'services'),
    withSecret('partner-bff-services', 'services'),
  ];
}
