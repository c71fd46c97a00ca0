import { hash } from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Identity } from '../identity.ts';
import { TOKEN_ALGORITHMS } from './challenges.ts';

/** Who asks with an access token. */
export interface TokenIdentity extends Identity {
  readonly clientId: string;
  /** When the token ends, in milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

export interface AccessToken {
  identity: TokenIdentity;
  /** Thumbprint of the key that it is bound to (RFC 9449 §6.1); undefined: it is a bearer token. */
  boundTo: string | undefined;
}

/** Clocks may differ by that much. */
const TOLERANCE_S = 5;
const MAX_CHARACTERS = 8192;

const text = z.string().min(1);
const claimsSchema = z.object({
  sub: text,
  client_id: text,
  jti: text,
  iat: z.number(),
  exp: z.number(),
  scope: z.string().default(''),
  // What is bound in any other way cannot be checked here, and is refused.
  cnf: z.strictObject({ jkt: text }).optional(),
});
/** The price list of a claim; absent, null, empty or `public`: what everyone pays. */
export const priceListSchema = z
  .union([z.literal(['', 'public', null]).transform(() => undefined), z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)])
  .optional();

export interface Expected {
  issuer: string;
  audience: string;
  /** Claim that holds the price list; absent or `public` in a token: what everyone pays. */
  priceListClaim?: string | undefined;
  key: JWTVerifyGetKey;
  now: Date;
}

/**
 * An access token by its profile (RFC 9068).
 * @throws what jose and zod throw where it is not valid, and what `key` throws
 */
export async function verifyAccessToken(token: string, expected: Expected): Promise<AccessToken> {
  const parts = token.split('.', 4).map((part) => Buffer.from(part, 'base64url'));
  // One token is written in one way only: jose also takes padding and spare bits.
  const isWritten = parts.length === 3 && parts.map((part) => part.toString('base64url')).join('.') === token;
  if (token.length > MAX_CHARACTERS || !isWritten) throw new Error('no signed JWT');
  const { issuer, audience, key, now, priceListClaim } = expected;
  const { payload } = await jwtVerify(token, key, {
    issuer,
    audience,
    algorithms: TOKEN_ALGORITHMS,
    typ: 'at+jwt',
    currentDate: now,
    clockTolerance: TOLERANCE_S,
  });
  // Only of what the provider signed: junk may be long, and costs as little as can be.
  if (parts.slice(0, 2).some((part) => namesTwice(part.toString()))) throw new Error('a member is there twice');
  const { sub, client_id: clientId, iat, exp, scope, cnf } = claimsSchema.parse(payload);
  if (iat * 1000 > now.getTime() + TOLERANCE_S * 1000) throw new Error('issued in the future');
  const identity = {
    subject: `user:${hash('sha256', `${issuer} ${sub}`, 'base64url').slice(0, 22)}`,
    scopes: new Set(scope.split(' ').filter(Boolean)),
    priceList: priceListClaim === undefined ? undefined : priceListSchema.parse(payload[priceListClaim]),
    clientId,
    expiresAtMs: exp * 1000,
  };
  return { identity, boundTo: cnf?.jkt };
}

/** Whether an object within a JSON text has two members of one name (RFC 7519 §4): others may take the other one. */
function namesTwice(json: string): boolean {
  let members = -1; // The reviver sees the whole as a member of its own.
  JSON.parse(json, function (this: unknown, _name, value: unknown) {
    if (!Array.isArray(this)) members += 1;
    return value;
  });
  const written = json.match(/"(?:[^"\\]|\\.)*"\s*:?/gs)?.filter((found) => found.endsWith(':')) ?? [];
  return written.length !== members;
}
