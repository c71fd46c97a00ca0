import { createHash, randomBytes } from 'node:crypto';
import type { CookieJar, TokenResponse } from '../src/index.ts';
import { developmentSecretOf, requestToken, signIn } from '../src/index.ts';

export const webRedirectUri = 'http://127.0.0.1:3001/auth/callback';
const verifier = randomBytes(32).toString('base64url');
const basic = `Basic ${btoa(`web-bff:${developmentSecretOf('web-bff')}`)}`;

/** What the web BFF sends a browser to, unless told otherwise; undefined leaves a parameter out. */
export function authorizationParameters(parameters: Record<string, string | undefined> = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    client_id: 'web-bff',
    response_type: 'code',
    redirect_uri: webRedirectUri,
    scope: 'openid products:read',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'a-state',
    nonce: 'a-nonce',
    ...parameters,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export function authorizationUrl(issuer: string, parameters?: Record<string, string | undefined>): string {
  return `${issuer}/auth?${new URLSearchParams(authorizationParameters(parameters)).toString()}`;
}

export interface WebSignIn {
  username: string;
  jar?: CookieJar;
  scope?: string;
}

/** Signs a user in to the web BFF. */
export async function webTokens(issuer: string, { username, jar, scope }: WebSignIn): Promise<TokenResponse> {
  const url = authorizationUrl(issuer, scope === undefined ? {} : { scope });
  const callback = new URL(await signIn({ authorizationUrl: url, username, ...(jar && { jar }) }));
  return exchangeCode(issuer, callback.searchParams.get('code') ?? '');
}

export async function exchangeCode(
  issuer: string,
  code: string,
  parameters: Record<string, string> = {},
): Promise<TokenResponse> {
  return askAsWeb(issuer, {
    grant_type: 'authorization_code',
    redirect_uri: webRedirectUri,
    code,
    code_verifier: verifier,
    ...parameters,
  });
}

export async function refreshWebTokens(issuer: string, refreshToken: string): Promise<TokenResponse> {
  return askAsWeb(issuer, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

async function askAsWeb(issuer: string, parameters: Record<string, string>): Promise<TokenResponse> {
  return requestToken(issuer, { parameters, headers: { authorization: basic } });
}
