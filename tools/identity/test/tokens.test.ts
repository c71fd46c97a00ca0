import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import type { AudienceName, ClientTokenRequest, Identity } from '../src/index.ts';
import {
  clientToken,
  createDpopKey,
  defaultAudiences,
  developmentSecretOf,
  mobileTokens,
  signIn,
  startIdentity,
} from '../src/index.ts';
import { verified, verifiedAccessToken } from './verified.ts';
import { authorizationParameters, authorizationUrl, exchangeCode, webRedirectUri, webTokens } from './web-client.ts';

let identity: Identity;
let issuer: string;

beforeAll(async () => {
  identity = await startIdentity();
  ({ issuer } = identity);
});
afterAll(() => identity.stop());

const standard = { iat: expect.any(Number), exp: expect.any(Number), jti: expect.any(String) };
const trade = { customer_group: 'trade', price_list: 'trade' };
const retail = { customer_group: 'retail', price_list: 'public' };

it.each([
  ['ada', trade],
  ['bob', retail],
  ['cleo', trade],
])('gives the app of %s an access token with what the BFFs need of the user, and no more', async (username, claims) => {
  const { access_token, token_type, expires_in } = await mobileTokens(issuer, { username });
  expect({ token_type, expires_in }).toEqual({ token_type: 'Bearer', expires_in: 300 });
  const payload = await verifiedAccessToken(issuer, access_token, 'mobile');
  expect(payload).toEqual({
    iss: issuer,
    aud: defaultAudiences.mobile,
    sub: username,
    client_id: 'mobile-app',
    scope: 'products:read',
    ...claims,
    ...standard,
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

it('gives the web BFF an access token for its own audience and an ID token that names its session', async () => {
  const { access_token, id_token = '', refresh_token } = await webTokens(issuer, { username: 'bob' });
  expect(await verifiedAccessToken(issuer, access_token, 'web')).toEqual({
    iss: issuer,
    aud: defaultAudiences.web,
    sub: 'bob',
    client_id: 'web-bff',
    scope: 'products:read',
    ...retail,
    ...standard,
  });
  expect(await verified(issuer, id_token, { audience: 'web-bff' })).toEqual({
    iss: issuer,
    aud: 'web-bff',
    sub: 'bob',
    nonce: 'a-nonce',
    sid: expect.any(String),
    iat: standard.iat,
    exp: standard.exp,
    ...retail,
  });
  expect(refresh_token).toEqual(expect.any(String));
});

it('tells name and e-mail address to who asks, in the ID token only', async () => {
  const scope = 'openid profile email products:read';
  const { access_token, id_token = '' } = await webTokens(issuer, { username: 'ada', scope });
  expect(await verified(issuer, id_token, { audience: 'web-bff' })).toMatchObject({
    name: 'Ada Merchant',
    email: 'ada@example.com',
  });
  const claims = await verifiedAccessToken(issuer, access_token, 'web');
  expect(Object.keys(claims).filter((claim) => ['name', 'email'].includes(claim))).toEqual([]);
});

it.each<[string, AudienceName, string]>([
  ['acme', 'partner', 'products:read changes:read'],
  ['globex', 'partner', 'products:read changes:read'],
  ['web-bff-services', 'services', 'services:read'],
  ['mobile-bff-services', 'services', 'services:read'],
  ['partner-bff-services', 'services', 'services:read'],
])('gives %s a token for %s with all of its scopes where it names none', async (clientId, audience, scope) => {
  const proof: Partial<ClientTokenRequest> = clientId === 'globex' ? { privateJwk: identity.globexKey } : {};
  const response = await clientToken(issuer, { clientId, ...proof });
  expect(response).toMatchObject({ scope, expires_in: 300, token_type: 'Bearer' });
  expect(await verifiedAccessToken(issuer, response.access_token, audience)).toEqual({
    iss: issuer,
    aud: defaultAudiences[audience],
    sub: clientId,
    client_id: clientId,
    scope,
    ...standard,
  });
});

it('gives less where less is asked for', async () => {
  const { access_token } = await clientToken(issuer, {
    clientId: 'acme',
    scope: 'products:read',
    resource: defaultAudiences.partner,
  });
  expect(await verifiedAccessToken(issuer, access_token, 'partner')).toMatchObject({ scope: 'products:read' });
});

it('binds tokens to a DPoP key, of an app and of a partner', async () => {
  const dpopKey = await createDpopKey();
  const jkt = await calculateJwkThumbprint(await exportJWK(dpopKey.publicKey));
  const app = await mobileTokens(issuer, { username: 'ada', dpopKey });
  const partner = await clientToken(issuer, { clientId: 'acme', dpopKey });
  expect([app.token_type, partner.token_type]).toEqual(['DPoP', 'DPoP']);
  expect(await verifiedAccessToken(issuer, app.access_token, 'mobile')).toMatchObject({ cnf: { jkt } });
  expect(await verifiedAccessToken(issuer, partner.access_token, 'partner')).toMatchObject({ cnf: { jkt } });
});

it.each<[string, Partial<ClientTokenRequest>, string]>([
  ['a wrong secret', { secret: 'guessed' }, '401 invalid_client'],
  ['an unknown client', { clientId: 'initech' }, '401 invalid_client'],
  ['a secret where a signature is due', { clientId: 'globex', secret: 'any' }, '401 invalid_client'],
  ['another audience', { resource: defaultAudiences.services }, '400 invalid_target'],
  ['an audience nobody has', { resource: 'https://api.shop.example/other' }, '400 invalid_target'],
  ['a client that has another grant', { clientId: 'web-bff' }, '400 invalid_request'],
])('refuses client credentials with %s', async (_, request, refusal) => {
  await expect(clientToken(issuer, { clientId: 'acme', ...request })).rejects.toThrow(refusal);
});

it('refuses a client assertion of a key that is not the client’s', async () => {
  const other = await startIdentity();
  await other.stop();
  const request = { clientId: 'globex', privateJwk: other.globexKey };
  await expect(clientToken(issuer, request)).rejects.toThrow('401 invalid_client');
});

it.each([
  ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
  ['with plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['for another audience', { resource: defaultAudiences.services }, 'invalid_target'],
  ['for a token straight away', { response_type: 'id_token' }, 'unsupported_response_type'],
])('refuses an authorization request %s', async (_, parameters, error) => {
  const callback = new URL(await signIn({ authorizationUrl: authorizationUrl(issuer, parameters), username: 'ada' }));
  const answer = new URLSearchParams(callback.search || callback.hash.slice(1));
  expect(Object.fromEntries(answer)).toMatchObject({ error, iss: issuer, state: 'a-state' });
});

it.each([
  ['a foreign redirect URI', { redirect_uri: 'http://127.0.0.1:3001/elsewhere' }, 'redirect_uri'],
  ['an unknown client', { client_id: 'initech' }, 'client is invalid'],
])('sends nobody to %s', async (_, parameters, said) => {
  const response = await fetch(authorizationUrl(issuer, parameters), { redirect: 'manual' });
  expect({ status: response.status, said: (await response.text()).includes(said) }).toEqual({
    status: 400,
    said: true,
  });
});

it('lets an app on a loopback address take any port', async () => {
  const redirect_uri = 'http://127.0.0.1:51234/callback';
  const request = authorizationUrl(issuer, { client_id: 'mobile-app', redirect_uri });
  expect(await signIn({ authorizationUrl: request, username: 'ada' })).toMatch(
    /^http:\/\/127\.0\.0\.1:51234\/callback\?code=/,
  );
});

it('takes a code once, and only with the verifier that it was asked for with', async () => {
  const code = async () => {
    const callback = new URL(await signIn({ authorizationUrl: authorizationUrl(issuer), username: 'ada' }));
    expect(callback.origin + callback.pathname).toBe(webRedirectUri);
    return callback.searchParams.get('code') ?? '';
  };
  const wrongVerifier = exchangeCode(issuer, await code(), { code_verifier: 'x'.repeat(43) });
  await expect(wrongVerifier).rejects.toThrow('400 invalid_grant');
  const once = await code();
  await exchangeCode(issuer, once);
  await expect(exchangeCode(issuer, once)).rejects.toThrow('400 invalid_grant');
});

it('takes a pushed authorization request', async () => {
  const pushed = await fetch(`${issuer}/request`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`web-bff:${developmentSecretOf('web-bff')}`)}` },
    body: new URLSearchParams(authorizationParameters()),
  });
  const { request_uri } = (await pushed.json()) as { request_uri: string };
  const query = new URLSearchParams({ client_id: 'web-bff', request_uri });
  const callback = await signIn({ authorizationUrl: `${issuer}/auth?${query.toString()}`, username: 'ada' });
  expect(callback).toMatch(/\?code=/);
});

it('lets tokens live as long as it is told, for audiences that it is told', async () => {
  const other = await startIdentity({ accessTokenTtlS: 7, audiences: { partner: 'https://partners.example' } });
  try {
    const { access_token, expires_in } = await clientToken(other.issuer, { clientId: 'acme' });
    expect(expires_in).toBe(7);
    await verified(other.issuer, access_token, { audience: 'https://partners.example', typ: 'at+jwt' });
  } finally {
    await other.stop();
  }
});

it('knows a client that is added while it runs, and a new shape of one it knew', async () => {
  const metadata = { client_id: 'hooli', client_secret: 's', grant_types: ['client_credentials'] };
  const client = { audience: 'partner' as const, metadata: { ...metadata, response_types: [], redirect_uris: [] } };
  await expect(clientToken(issuer, { clientId: 'hooli', secret: 's' })).rejects.toThrow('401 invalid_client');
  identity.setClient(client);
  await clientToken(issuer, { clientId: 'hooli', secret: 's' });
  identity.setClient({ ...client, metadata: { ...client.metadata, client_secret: 't' } });
  await expect(clientToken(issuer, { clientId: 'hooli', secret: 's' })).rejects.toThrow('401 invalid_client');
  await clientToken(issuer, { clientId: 'hooli', secret: 't' });
});
