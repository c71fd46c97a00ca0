import type { Request } from 'express';
import { malformed, otherScheme, type Scheme } from './challenges.ts';

export interface SentToken {
  scheme: Scheme;
  /** As it was sent: anything at all. */
  token: string;
}

/**
 * The access token that a request carries (RFC 6750 §2.1, RFC 9449 §7.1); undefined where it carries none.
 * @throws Refusal where it is sent in another way, or more than once
 */
export function sentToken({ url, headers, rawHeaders }: Request): SentToken | undefined {
  if (/[?&]access_token=/.test(url)) throw malformed('An access token belongs into the header Authorization.');
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  // Node keeps the first of several.
  if (rawHeaders.filter(isAuthorization).length > 1) throw malformed('Authorization is to be sent once.');
  const space = authorization.indexOf(' ');
  const scheme = (space < 0 ? authorization : authorization.slice(0, space)).toLowerCase();
  if (scheme !== 'bearer' && scheme !== 'dpop') throw otherScheme();
  return { scheme, token: space < 0 ? '' : authorization.slice(space + 1) };
}

function isAuthorization(text: string, place: number): boolean {
  return place % 2 === 0 && text.length === 13 && text.toLowerCase() === 'authorization';
}
