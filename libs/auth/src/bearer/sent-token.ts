import type { Request } from 'express';
import { malformed, otherScheme, type Scheme } from './challenges.ts';

export interface SentToken {
  scheme: Scheme;
  token: string;
}

/**
 * The header in which a request carries its access token (RFC 6750 §2.1, RFC 9449 §7.1); undefined where there is none.
 * @throws Refusal where it is there twice, or a token is sent in another way
 */
export function authorizationOf({ url, headers, rawHeaders }: Request): string | undefined {
  if (url.includes('access_token=')) throw malformed('An access token belongs into the header Authorization.');
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  // Node keeps the first of several.
  const isIt = (text: string, place: number) => place % 2 === 0 && /^authorization$/i.test(text);
  if (rawHeaders.filter(isIt).length > 1) throw malformed('Authorization is to be sent once.');
  return authorization;
}

/** @throws Refusal where it is no access token */
export function sentToken(authorization: string): SentToken {
  const [named = '', token = ''] = authorization.split(/ +(.*)/s, 2);
  const scheme = named.toLowerCase();
  if (scheme !== 'bearer' && scheme !== 'dpop') throw otherScheme();
  if (!/^[\w~+/.-]+=*$/.test(token)) throw malformed('Authorization is not a scheme and one token.');
  return { scheme, token };
}
