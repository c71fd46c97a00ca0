import { hash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import * as z from 'zod';
import { PROOF_ALGORITHMS } from './challenges.ts';
import type { ReplayGuard } from './replay-guard.ts';

/** How old a proof may be, and how far a sender's clock may be ahead. */
const MAX_AGE_MS = 60_000;

const claimsSchema = z.object({
  jti: z.string().min(1),
  htm: z.string(),
  htu: z.url(),
  iat: z.number(),
  ath: z.string(),
});

/** What a proof says of the token that it is sent with. */
export interface ProofOfToken {
  /** Thumbprint of the key that the token is bound to. */
  boundTo: string;
  /** SHA-256 of the token, base64url. */
  ath: string;
}

export interface ProvenRequest extends ProofOfToken {
  method: string;
  /** As the client sees it, without query and fragment. */
  url: string;
}

/**
 * Whether a DPoP proof (RFC 9449 §4.3) was made for this request with the key that its token is bound to, and was never
 * seen before.
 * @param now milliseconds since the epoch
 * @throws what jose and zod throw where it is no valid proof
 */
export async function proves(
  proof: string,
  { method, url, ath, boundTo }: ProvenRequest,
  { now, replay }: { now: number; replay: Pick<ReplayGuard, 'firstSeen'> },
): Promise<boolean> {
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
    algorithms: PROOF_ALGORITHMS,
    typ: 'dpop+jwt',
    currentDate: new Date(now),
  });
  const { jti, htm, htu, iat, ath: athOfProof } = claimsSchema.parse(payload);
  const { origin, pathname } = new URL(htu);
  const isOfThisRequest = htm === method && origin + pathname === url && athOfProof === ath;
  if (!isOfThisRequest || Math.abs(now - iat * 1000) > MAX_AGE_MS) return false;
  // EmbeddedJWK has seen that there is one.
  if ((await calculateJwkThumbprint(protectedHeader.jwk as JWK)) !== boundTo) return false;
  return replay.firstSeen(hash('sha256', `${boundTo} ${jti}`, 'base64url'), 2 * MAX_AGE_MS);
}
