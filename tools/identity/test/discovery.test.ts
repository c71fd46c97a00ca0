import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Identity } from '../src/index.ts';
import { startIdentity } from '../src/index.ts';

let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const discovery = '/.well-known/openid-configuration';

/** The document for who knows the provider by this host. */
async function discoveryAt(host: string, port: number): Promise<unknown> {
  const [answer] = (await once(request({ port, path: discovery, headers: { host } }).end(), 'response')) as [
    IncomingMessage,
  ];
  return json(answer);
}

/** A port of 127.0.0.1 that was free a moment ago. */
async function freePort(): Promise<number> {
  const other = await startIdentity();
  await other.stop();
  return Number(new URL(other.issuer).port);
}

it('describes itself for clients to find', async () => {
  const { issuer } = identity;
  expect(await (await fetch(issuer + discovery)).json()).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/session/end`,
    revocation_endpoint: `${issuer}/token/revocation`,
    pushed_authorization_request_endpoint: `${issuer}/request`,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_session_supported: true,
  });
  const { introspection_endpoint, userinfo_endpoint } = (await (await fetch(issuer + discovery)).json()) as Record<
    string,
    unknown
  >;
  expect([introspection_endpoint, userinfo_endpoint]).toEqual([undefined, undefined]);
});

it('says the same as OAuth authorization server metadata', async () => {
  const answers = await Promise.all(
    [discovery, '/.well-known/oauth-authorization-server'].map(async (path) => fetch(identity.issuer + path)),
  );
  const [openId, oauth] = await Promise.all(answers.map((answer) => answer.json()));
  expect(oauth).toEqual(openId);
});

it('sends browsers to the issuer, and lets containers stay at the address where they found it', async () => {
  const port = await freePort();
  const elsewhere = await startIdentity({ port, issuer: 'http://shop-identity.test:4010' });
  try {
    expect(await discoveryAt('identity:4010', port)).toMatchObject({
      issuer: 'http://shop-identity.test:4010',
      authorization_endpoint: 'http://shop-identity.test:4010/auth',
      end_session_endpoint: 'http://shop-identity.test:4010/session/end',
      token_endpoint: 'http://identity:4010/token',
      jwks_uri: 'http://identity:4010/jwks',
    });
  } finally {
    await elsewhere.stop();
  }
});

it('publishes no private half of a key', async () => {
  const { keys } = (await (await fetch(`${identity.issuer}/jwks`)).json()) as { keys: Record<string, string>[] };
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']]);
});

it('counts what is asked of it, until it is told to begin again', async () => {
  await fetch(`${identity.issuer}/__stats`, { method: 'DELETE' });
  await fetch(identity.issuer + discovery);
  await fetch(`${identity.issuer}/jwks`);
  await fetch(`${identity.issuer}/jwks`);
  await fetch(`${identity.issuer}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'guess' }) });
  const counted = {
    tokenRequests: { guess: 1 },
    tokenRefusals: { guess: 1 },
    jwksRequests: 2,
    discoveryRequests: 1,
    backChannelLogouts: { delivered: 0, failed: 0 },
  };
  expect(await (await fetch(`${identity.issuer}/__stats`)).json()).toEqual(counted);
  expect(identity.stats()).toEqual(counted);
  identity.clearStats();
  expect(identity.stats()).toMatchObject({ tokenRequests: {}, jwksRequests: 0 });
});

it('is alive', async () => {
  expect((await fetch(`${identity.issuer}/livez`)).status).toBe(200);
});

it.each(['http://localhost:4010/', 'http://localhost:4010/identity', 'localhost:4010', 'ftp://localhost', 'nowhere'])(
  'refuses %s as an issuer',
  async (issuer) => {
    await expect(startIdentity({ issuer })).rejects.toThrow('The issuer has to be an origin');
  },
);

it('says which port is taken', async () => {
  const port = Number(new URL(identity.issuer).port);
  await expect(startIdentity({ port })).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}`);
});

it('is gone when it is stopped, in the middle of a connection too, and can be stopped again', async () => {
  const other = await startIdentity();
  await fetch(`${other.issuer}/livez`);
  await other.stop();
  await expect(fetch(`${other.issuer}/livez`)).rejects.toThrow('fetch failed');
  await other.stop();
});
