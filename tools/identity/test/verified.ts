import type { JWTPayload } from 'jose';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { defaultAudiences, type AudienceName } from '../src/index.ts';

/** Claims of an access token that holds by the published keys (RFC 9068 §4). */
export async function verifiedAccessToken(issuer: string, token: string, audience: AudienceName): Promise<JWTPayload> {
  return verified(issuer, token, { audience: defaultAudiences[audience], typ: 'at+jwt' });
}

export async function verified(
  issuer: string,
  token: string,
  expected: { audience: string; typ?: string },
): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL('/jwks', issuer));
  return (await jwtVerify(token, keys, { issuer, algorithms: ['ES256'], ...expected })).payload;
}
