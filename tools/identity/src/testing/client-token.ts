import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { importJWK, SignJWT } from 'jose';
import { developmentSecretOf } from '../clients.ts';
import type { DpopKey } from './dpop.ts';
import type { TokenResponse } from './token-request.ts';
import { requestToken } from './token-request.ts';

export interface ClientTokenRequest {
  clientId: string;
  /** Default: the client's development secret. */
  secret?: string;
  /** In place of the secret: signs a client assertion (RFC 7523), ES256. */
  privateJwk?: JWK;
  /** Default: all that the client may have. */
  scope?: string;
  /** Default: the client's audience. */
  resource?: string;
  /** Binds the token to it. */
  dpopKey?: DpopKey;
}

/** A token by client credentials (RFC 6749 §4.4). @throws TokenRefusal */
export async function clientToken(issuer: string, request: ClientTokenRequest): Promise<TokenResponse> {
  const { clientId, secret = developmentSecretOf(clientId), privateJwk, scope, resource, dpopKey } = request;
  const parameters = {
    grant_type: 'client_credentials',
    ...(scope !== undefined && { scope }),
    ...(resource !== undefined && { resource }),
    ...(privateJwk && {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await clientAssertion({ clientId, issuer, privateJwk }),
    }),
  };
  return requestToken(issuer, {
    parameters,
    dpopKey,
    ...(!privateJwk && { headers: { authorization: basic(clientId, secret) } }),
  });
}

export interface ClientAssertion {
  clientId: string;
  /** The one and only audience, as the revised RFC 7523 has it. */
  issuer: string;
  privateJwk: JWK;
}

export async function clientAssertion({ clientId, issuer, privateJwk }: ClientAssertion): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', ...(privateJwk.kid !== undefined && { kid: privateJwk.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('1 min')
    .setJti(randomUUID())
    .sign(await importJWK(privateJwk, 'ES256'));
}

function basic(clientId: string, secret: string): string {
  return `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`)}`;
}
