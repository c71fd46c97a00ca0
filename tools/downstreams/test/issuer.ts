import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** An issuer that signs whatever a test wants. */
export interface Issuer {
  url: string;
  /** @returns a token that is valid for an hour, but for what the test says otherwise */
  sign(claims?: JWTPayload, header?: { typ?: string; kid?: string }, key?: CryptoKey): Promise<string>;
  /** From now on another key is published and signs. */
  rotate(): Promise<void>;
  stop(): void;
}

export async function startIssuer(audience: string): Promise<Issuer> {
  let [kid, pair] = ['1', await generateKeyPair('ES256')];
  const server = createServer((request, response) => {
    const metadata = { issuer: url, jwks_uri: `${url}/jwks` };
    void exportJWK(pair.publicKey).then((jwk) =>
      response.end(JSON.stringify(request.url === '/jwks' ? { keys: [{ ...jwk, kid, alg: 'ES256' }] } : metadata)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sign: (claims = {}, header = {}, key = pair.privateKey) =>
      new SignJWT({ scope: 'services:read', iss: url, aud: audience, exp: Date.now() / 1000 + 3600, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
        .sign(key),
    async rotate() {
      [kid, pair] = [String(Number(kid) + 1), await generateKeyPair('ES256')];
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
