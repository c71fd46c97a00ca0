import { hash } from 'node:crypto';
import { Refusal } from '@product-bffs/composition';
import type { Request } from 'express';
import { errors } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Configuration } from 'openid-client';
import { verifyAccessToken, type AccessToken, type TokenIdentity } from './access-token.ts';
import { invalidToken, type Scheme } from './challenges.ts';
import { proves, type ProofOfToken } from './dpop-proof.ts';
import { createProviderKeys } from './provider-keys.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { authorizationOf, sentToken } from './sent-token.ts';

export interface TokenVerifierOptions {
  /** Who issues the tokens. */
  provider: () => Promise<Configuration>;
  /** Whom they have to be for: this service, as the provider names it. */
  audience: string;
  /** Claim that holds the price list. Default: none does */
  priceListClaim?: string;
  /** What keeps a proof from being used twice. */
  replay: Pick<ReplayGuard, 'firstSeen'>;
  /** Base address at which clients reach this service: proofs are made for it. */
  publicUrl: string;
  /** Told when the provider's keys cannot be read, by a code; tokens go on being verified with the last ones. */
  onFault?: (code: string) => void;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

const MAX_REMEMBERED = 10_000;

/** Of a token that was verified, as it was sent. */
interface Remembered {
  identity: TokenIdentity;
  /** What each request has to prove; undefined: nothing. */
  proof: ProofOfToken | undefined;
}

/**
 * Who asks, by the access token that a request carries: a bearer token (RFC 6750) or one that is bound to a key (DPoP,
 * RFC 9449). A verified one is remembered by its hash until it ends or one of the provider's keys is retired; the answer
 * to such a bearer token is no promise.
 * @returns a function whose result is undefined for a guest. It throws, or rejects with, a Refusal: 401 where the token is
 *   not valid, 400 where the request is malformed, 503 where the provider was never seen
 */
export function createTokenVerifier(options: TokenVerifierOptions) {
  const { provider, audience, priceListClaim, replay, onFault = () => undefined, clock = Date.now } = options;
  const publicUrl = new URL(options.publicUrl).href.replace(/\/$/, '');
  let remembered = memory();
  const keys = createProviderKeys({ provider, clock, onFault, onRetired: () => (remembered = memory()) });

  async function verified(authorization: string, id: string): Promise<Remembered> {
    const { scheme, token } = sentToken(authorization);
    // A key that is retired meanwhile leaves a memory that nobody asks any more.
    const memoryOfNow = remembered;
    const { identity, boundTo } = await verifiedToken(scheme, token);
    if (scheme === 'bearer' && boundTo !== undefined) {
      throw invalidToken('The access token is bound to a key, and is to be sent with a proof of it.', 'dpop');
    }
    if (scheme === 'dpop' && boundTo === undefined) throw invalidToken('The access token is bound to no key.', scheme);
    const proof = boundTo === undefined ? undefined : { boundTo, ath: hash('sha256', token, 'base64url') };
    const found = { identity, proof };
    memoryOfNow.set(id, found);
    return found;
  }

  async function verifiedToken(scheme: Scheme, token: string): Promise<AccessToken> {
    const issuer = await keys.issuer();
    const now = new Date(clock());
    try {
      return await verifyAccessToken(token, { issuer, audience, priceListClaim, key: keys.key, now });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const isLate = error instanceof errors.JWTExpired;
      throw invalidToken(isLate ? 'The access token has expired.' : 'The access token is not valid.', scheme);
    }
  }

  async function proven(req: Request, identity: TokenIdentity, expected: ProofOfToken): Promise<TokenIdentity> {
    const [path = ''] = req.originalUrl.split('?', 1);
    const request = { method: req.method, url: publicUrl + path, ...expected };
    const isProven = await proves(String(req.headers['dpop']), request, { now: clock(), replay }).catch(() => false);
    if (!isProven) throw invalidToken('The DPoP proof is not valid.', 'dpop', 'invalid_dpop_proof');
    return identity;
  }

  function admit(req: Request, { identity, proof }: Remembered) {
    return proof === undefined ? identity : proven(req, identity, proof);
  }

  return (req: Request): TokenIdentity | undefined | Promise<TokenIdentity> => {
    const authorization = authorizationOf(req);
    if (authorization === undefined) return undefined;
    const id = hash('sha256', authorization, 'base64url');
    const known = keys.areCurrent() ? remembered.get(id) : undefined;
    if (known !== undefined && clock() < known.identity.expiresAtMs) return admit(req, known);
    return verified(authorization, id).then((found) => admit(req, found));
  };
}

function memory() {
  return new LRUCache<string, Remembered>({ max: MAX_REMEMBERED });
}
