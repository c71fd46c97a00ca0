import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import type { Audiences } from './audiences.ts';
import type { BackChannel } from './back-channel.ts';
import { sendLogout } from './back-channel.ts';
import type { ClientRegistry } from './client-registry.ts';
import type { MemoryStorage } from './memory-storage.ts';
import { logoutPage, messagePage } from './pages.ts';
import { resourceIndicators } from './resource-indicators.ts';
import type { SigningKey } from './signing-keys.ts';
import type { Stats } from './stats.ts';
import { customerClaims, type User } from './users.ts';

export interface ProviderOptions {
  issuer: string;
  audiences: Audiences;
  users: readonly User[];
  clients: ClientRegistry;
  storage: MemoryStorage;
  /** The first one signs, all are published. */
  keys: readonly SigningKey[];
  /** What cookies are signed with. */
  cookieKeys: readonly string[];
  stats: Stats;
  backChannel: BackChannel;
  /** Seconds. */
  accessTokenTtlS: number;
  /** A fault of the provider itself. */
  onError: (error: Error) => void;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** oidc-provider as this system needs it. Its keys never change: see RotatingProvider. */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, backChannel, stats, onError } = options;
  const provider = new Provider(issuer, configurationOf(options));
  countTokenRequests(provider, stats);
  keepFrontChannelAtIssuer(provider);
  sendLogoutsOurselves(provider, backChannel);
  provider.on('server_error', (_ctx, error) => onError(error));
  // Without a listener Koa writes to the console, also where a client only went away in the middle of an answer.
  (provider as NodeJS.EventEmitter).on('error', onError);
  return provider;
}

function configurationOf({
  audiences,
  users,
  clients,
  storage,
  keys,
  cookieKeys,
  accessTokenTtlS,
}: ProviderOptions): Configuration {
  const findUser = (subject: string) => users.find(({ username }) => username === subject);
  return {
    adapter: (model) => {
      const adapter = storage.adapterOf(model);
      return model === 'Client' ? { ...adapter, find: (id) => Promise.resolve(clients.metadataOf(id)) } : adapter;
    },
    jwks: { keys },
    cookies: { keys: [...cookieKeys] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    clientBasedCORS: () => false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'customer_group', 'price_list'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount(_ctx, subject) {
      const user = findUser(subject);
      if (!user) return undefined;
      const { name, email } = user;
      const claims = { sub: subject, ...customerClaims(user), name, email, email_verified: true };
      return { accountId: subject, claims: () => claims };
    },
    extraTokenClaims(_ctx, token) {
      const user = token.kind === 'AccessToken' ? findUser(token.accountId) : undefined;
      return user && { ...customerClaims(user) };
    },
    features: {
      devInteractions: { enabled: false },
      // Without it the ID token holds the claims of its scopes, and a code is good for the audience it was granted for.
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: false },
      resourceIndicators: resourceIndicators({ audiences, clients, accessTokenTtlS }),
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => htmlAnswer(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => htmlAnswer(ctx, messagePage('Signed out', 'You can close this page.')),
      },
    },
    renderError: (ctx, { error, error_description: description }) =>
      htmlAnswer(ctx, messagePage('That did not work', [error, description].filter(Boolean).join(': '))),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    // First-party clients get a refresh token without asking. It ends with the provider's session, as OpenID Connect
    // has it without offline_access; an app's stays, because its user never sees that session again.
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: (ctx, { scopes }) =>
      ctx.oidc.client?.applicationType !== 'native' && !scopes.has('offline_access'),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenTtlS,
      ClientCredentials: accessTokenTtlS,
      AuthorizationCode: MINUTE_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      Session: 14 * DAY_S,
      Grant: 14 * DAY_S,
      RefreshToken: 14 * DAY_S,
    },
  };
}

function htmlAnswer(ctx: KoaContextWithOIDC, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}

function countTokenRequests(provider: Provider, stats: Stats): void {
  const count = (ctx: KoaContextWithOIDC, refused: boolean) => {
    const grantType = ctx.oidc.params?.['grant_type'];
    stats.countToken(typeof grantType === 'string' ? grantType : '', { refused });
  };
  provider.on('grant.success', (ctx) => count(ctx, false));
  provider.on('grant.error', (ctx) => count(ctx, true));
}

/**
 * Endpoints are named by the address at which the discovery document was asked for, so that containers find them.
 * What a browser is sent to stays at the issuer, where browsers are.
 */
function keepFrontChannelAtIssuer(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (!ctx.path.startsWith('/.well-known/') || ctx.status !== 200) return;
    Object.assign(ctx.body as object, {
      authorization_endpoint: provider.urlFor('authorization'),
      end_session_endpoint: provider.urlFor('end_session'),
    });
  });
}

/** The library refuses to call loopback and private addresses, which is where clients live in development. */
function sendLogoutsOurselves(provider: Provider, backChannel: BackChannel): void {
  Object.assign(provider.Client.prototype, {
    backchannelLogout(
      this: { clientId: string; backchannelLogoutUri: string },
      subject: string,
      sid: string | undefined,
    ): Promise<void> {
      const { clientId, backchannelLogoutUri: backChannelLogoutUri } = this;
      return sendLogout({ clientId, backChannelLogoutUri, subject, sid }, backChannel);
    },
  });
}
