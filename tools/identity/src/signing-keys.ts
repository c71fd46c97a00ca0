import type { JWK } from 'jose';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

export type SigningKey = JWK & { kid: string };

/** An ES256 key pair as a private JWK; its thumbprint (RFC 7638) is its id. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

/** What may be published of a key. */
export function publicHalf({ kty, crv, x, y, kid, alg, use }: SigningKey): SigningKey {
  return {
    kid,
    ...(kty && { kty }),
    ...(crv && { crv }),
    ...(x && { x }),
    ...(y && { y }),
    ...(alg && { alg }),
    ...(use && { use }),
  };
}
