import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A key pair that tokens can be bound to (RFC 9449), ES256. */
export type DpopKey = Awaited<ReturnType<typeof createDpopKey>>;

export async function createDpopKey() {
  return generateKeyPair('ES256', { extractable: true });
}

export interface DpopProof {
  key: DpopKey;
  method: string;
  /** Of the request; query and fragment are left out of the proof. */
  url: string;
  /** Where the request carries one. */
  accessToken?: string;
  /** Where the server asked for one. */
  nonce?: string;
}

/** Value of the header DPoP (RFC 9449 §4.2). */
export async function dpopProof({ key, method, url, accessToken, nonce }: DpopProof): Promise<string> {
  const { origin, pathname } = new URL(url);
  return new SignJWT({
    jti: randomUUID(),
    htm: method,
    htu: `${origin}${pathname}`,
    ...(accessToken !== undefined && { ath: createHash('sha256').update(accessToken).digest('base64url') }),
    ...(nonce !== undefined && { nonce }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(key.publicKey) })
    .setIssuedAt()
    .sign(key.privateKey);
}
