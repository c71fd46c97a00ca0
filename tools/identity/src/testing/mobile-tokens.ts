import { createHash, randomBytes } from 'node:crypto';
import { mobileRedirectUri } from '../clients.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { DpopKey } from './dpop.ts';
import { signIn } from './sign-in.ts';
import type { TokenResponse } from './token-request.ts';
import { requestToken } from './token-request.ts';

export interface MobileSignIn {
  username: string;
  /** Binds the tokens to it (RFC 9449). Default: bearer tokens. */
  dpopKey?: DpopKey;
  /** Default: openid and products:read. */
  scope?: string;
  /** Default: an app browser without cookies. */
  jar?: CookieJar;
}

/** Signs a user in to the app: code with PKCE (RFC 7636), then tokens for the mobile BFF. @throws TokenRefusal */
export async function mobileTokens(
  issuer: string,
  { username, dpopKey, scope = 'openid products:read', jar }: MobileSignIn,
): Promise<TokenResponse> {
  const verifier = randomBytes(32).toString('base64url');
  const authorization = new URL('/auth', issuer);
  authorization.search = new URLSearchParams({
    client_id: 'mobile-app',
    response_type: 'code',
    redirect_uri: mobileRedirectUri,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: randomBytes(16).toString('base64url'),
  }).toString();
  const callback = new URL(await signIn({ authorizationUrl: authorization.href, username, ...(jar && { jar }) }));
  const code = callback.searchParams.get('code');
  if (code === null) throw new Error(`No code: ${callback.search}`);
  return requestToken(issuer, {
    parameters: {
      grant_type: 'authorization_code',
      client_id: 'mobile-app',
      redirect_uri: mobileRedirectUri,
      code,
      code_verifier: verifier,
    },
    dpopKey,
  });
}

/** What the app does when its access token has run out. @throws TokenRefusal */
export async function refreshMobileTokens(
  issuer: string,
  { refreshToken, dpopKey }: { refreshToken: string; dpopKey?: DpopKey },
): Promise<TokenResponse> {
  return requestToken(issuer, {
    parameters: { grant_type: 'refresh_token', client_id: 'mobile-app', refresh_token: refreshToken },
    dpopKey,
  });
}
