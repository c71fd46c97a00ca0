import { Refusal } from '@product-bffs/composition';

/** What an access token may be signed with (RFC 8725 §3.1): public keys only, so that no published key is a secret. */
export const TOKEN_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/** What a proof may be signed with: curves, whose cost does not grow with a key that the sender chose. */
export const PROOF_ALGORITHMS = ['ES256', 'EdDSA'];

export type Scheme = 'bearer' | 'dpop';

const algorithms = `algs="${PROOF_ALGORITHMS.join(' ')}"`;

/** Of a 401 where no token was sent (RFC 6750 §3, RFC 9449 §7.1). */
export const tokenChallenge = `Bearer, DPoP ${algorithms}`;

/** The token, or its proof, is not valid: 401. @param detail for the reader, without anything that was sent */
export function invalidToken(
  detail: string,
  scheme: Scheme,
  error: 'invalid_token' | 'invalid_dpop_proof' = 'invalid_token',
): Refusal {
  const named = `error="${error}", error_description="${detail}"`;
  return new Refusal('unauthenticated', detail, {
    'www-authenticate': scheme === 'dpop' ? `DPoP ${named}, ${algorithms}` : `Bearer ${named}`,
  });
}

/** The request itself is malformed (RFC 6750 §3.1): 400. */
export function malformed(detail: string): Refusal {
  const challenge = `Bearer error="invalid_request", error_description="${detail}"`;
  return new Refusal('invalid-request', detail, { 'www-authenticate': challenge });
}

/** Who asks says so in a way that is not taken here: 401. */
export function otherScheme(): Refusal {
  return new Refusal('unauthenticated', 'This takes access tokens only.', { 'www-authenticate': tokenChallenge });
}
