import type { Client, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Audiences } from './audiences.ts';
import { scopesOf } from './audiences.ts';
import type { ClientRegistry } from './client-registry.ts';

export interface ResourceIndicatorsOptions {
  audiences: Audiences;
  clients: ClientRegistry;
  /** Seconds. */
  accessTokenTtlS: number;
}

/** Which audience a client's access tokens are for (RFC 8707): its own, asked for or not, and no other. */
export function resourceIndicators({ audiences, clients, accessTokenTtlS }: ResourceIndicatorsOptions) {
  const own = ({ clientId }: Client) => {
    const audience = clients.audienceOf(clientId);
    if (audience === undefined) throw new errors.InvalidTarget();
    return { indicator: audiences[audience], scope: scopesOf[audience].join(' ') };
  };
  return {
    enabled: true,
    defaultResource: (_ctx: KoaContextWithOIDC, client: Client) => own(client).indicator,
    getResourceServerInfo(ctx: KoaContextWithOIDC, indicator: string, client: Client): ResourceServer {
      const { indicator: ownIndicator, scope } = own(client);
      if (indicator !== ownIndicator) throw new errors.InvalidTarget();
      const { params } = ctx.oidc;
      // Who asks for nothing in particular gets all there is (RFC 6749 §3.3).
      if (params?.['grant_type'] === 'client_credentials') params['scope'] ??= scope;
      return {
        scope,
        audience: indicator,
        accessTokenTTL: accessTokenTtlS,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      };
    },
  };
}
