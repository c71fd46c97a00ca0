import { createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@product-bffs/composition';
import type { Request } from 'express';
import { API_KEY_PREFIX, apiKeyId, hashApiKey } from './api-key.ts';
import { isLive } from './partners-file.ts';
import type { PartnerIdentity, PartnerRegistry } from './partner-registry.ts';

interface Token {
  clientId: string;
  scopes: ReadonlySet<string>;
}

export interface PartnerAuthentication {
  registry: PartnerRegistry;
  pepper: Buffer;
  /** Whose access token the request carries; undefined: none. @throws Refusal where it is not valid */
  tokens: (req: Request) => Promise<Token | undefined> | Token | undefined;
  /** Challenges of a 401. */
  challenge: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

const unknownHash = randomBytes(32);

/**
 * Which partner asks: by its key in X-API-Key, or by an access token of one of its clients.
 * @returns what `createGuards` authenticates by. It throws a Refusal: 400 for a key in a URL, two keys, or a key beside a
 * token; 401, the same for every reason, for a key that is not valid; 403 for the token of a client of no partner
 */
export function authenticatePartners({ registry, pepper, tokens, challenge, clock = Date.now }: PartnerAuthentication) {
  // Made once: what Node makes of a Buffer anew for each hash costs three times as much as the hash.
  const secret = createSecretKey(pepper);

  function byKey(text: string): PartnerIdentity {
    const keyId = apiKeyId(text);
    const found = keyId === undefined ? undefined : registry.byKey(keyId);
    // An unknown key takes as long as a wrong secret.
    const expected = found === undefined ? unknownHash : Buffer.from(found.key.hash, 'base64url');
    const isRight = keyId !== undefined && timingSafeEqual(hashApiKey(text, secret), expected);
    if (isRight && found !== undefined && isLive(found.key, clock())) return found.identity;
    throw new Refusal('unauthenticated', 'The API key is not valid.', { 'www-authenticate': challenge });
  }

  function byToken({ clientId, scopes }: Token): PartnerIdentity {
    const identity = registry.byClient(clientId);
    if (identity === undefined)
      throw new Refusal('forbidden', 'The client of this access token belongs to no partner.');
    return { ...identity, scopes: new Set([...identity.scopes].filter((scope) => scopes.has(scope))) };
  }

  return (req: Request): Promise<PartnerIdentity | undefined> | PartnerIdentity | undefined => {
    const { 'x-api-key': [key, another] = [], authorization } = req.headersDistinct;
    if (hasKeyInUrl(req))
      throw new Refusal('invalid-request', 'An API key belongs into X-API-Key, never into a URL. Revoke this one.');
    if (another !== undefined || (key !== undefined && authorization !== undefined))
      throw new Refusal('invalid-request', 'One API key or one access token, not several at once.');
    if (key !== undefined) return byKey(key);
    const token = tokens(req);
    if (token instanceof Promise) return token.then((found) => found && byToken(found));
    return token && byToken(token);
  };
}

/** Nor as it is decoded. */
function hasKeyInUrl({ originalUrl, query }: Request): boolean {
  if (originalUrl.includes(API_KEY_PREFIX)) return true;
  return originalUrl.includes('%') && JSON.stringify(query).includes(API_KEY_PREFIX);
}
