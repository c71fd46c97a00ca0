import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTHeaderParameters } from 'jose';

export interface ScriptedKey {
  privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  /** With `kid` and `alg`. */
  publicJwk: JWK & { kid: string; alg: string };
}

export interface ScriptedToken {
  /** In place of those of a valid token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** The same of the protected header. */
  header?: Record<string, unknown>;
  /** Default: the first published one. */
  key?: ScriptedKey;
}

/** What an issuer does when it is asked for its keys. */
export type JwksAnswer = 'keys' | 'hang' | 'fail';

/** An issuer whose tokens and keys a test makes up: what no real provider would sign. */
export interface ScriptedIssuer {
  issuer: string;
  /** Exactly these are published from now on. */
  publish(...keys: ScriptedKey[]): void;
  /** How its keys are answered from now on. */
  answer(how: JwksAnswer): void;
  /** How often its keys were asked for. */
  jwksRequests(): number;
  /** A valid access token (RFC 9068) for the audience, but for what is asked to be otherwise. */
  token(token?: ScriptedToken): Promise<string>;
  stop(): Promise<void>;
}

export async function createScriptedKey(alg = 'ES256'): Promise<ScriptedKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg, use: 'sig' } };
}

/**
 * @param audience of its tokens
 * @param clock milliseconds since the epoch
 */
export async function startScriptedIssuer(audience: string, clock = Date.now): Promise<ScriptedIssuer> {
  let published = [await createScriptedKey()];
  let how: JwksAnswer = 'keys';
  let asked = 0;
  const server = createServer(({ url }, res) => {
    if (url === '/.well-known/openid-configuration') sendJson(res, { issuer, jwks_uri: `${issuer}/jwks` });
    else {
      asked += 1;
      if (how === 'keys') sendJson(res, { keys: published.map(({ publicJwk }) => publicJwk) });
      else if (how === 'fail') res.writeHead(500).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    publish: (...keys) => (published = keys),
    answer: (next) => (how = next),
    jwksRequests: () => asked,
    token({ claims = {}, header = {}, key = published[0] } = {}) {
      if (key === undefined) throw new Error('No key is published');
      const { kid, alg } = key.publicJwk;
      const iat = Math.floor(clock() / 1000);
      const all = {
        ...{ iss: issuer, aud: audience, sub: 'ada', client_id: 'app', scope: 'products:read', jti: randomUUID() },
        ...{ iat, exp: iat + 300 },
        ...claims,
      };
      const protectedHeader = { alg, typ: 'at+jwt', kid, ...header } as JWTHeaderParameters;
      return new SignJWT(all).setProtectedHeader(protectedHeader).sign(key.privateKey);
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(res: ServerResponse, body: object): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
