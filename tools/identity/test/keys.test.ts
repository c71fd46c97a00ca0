import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import type { Identity } from '../src/index.ts';
import { clientToken, CookieJar, signIn, startIdentity } from '../src/index.ts';
import { verifiedAccessToken } from './verified.ts';
import { authorizationUrl, exchangeCode, refreshWebTokens, webTokens } from './web-client.ts';

let identity: Identity;
let issuer: string;

beforeEach(async () => {
  identity = await startIdentity();
  ({ issuer } = identity);
});
afterEach(() => identity.stop());

const acme = { clientId: 'acme' };

async function publishedKids(): Promise<unknown[]> {
  const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
}

async function post(path: string): Promise<number> {
  return (await fetch(issuer + path, { method: 'POST' })).status;
}

it('signs with the new key at once, and publishes the old one until it is retired', async () => {
  const before = (await clientToken(issuer, acme)).access_token;
  expect(await post('/__keys/rotate')).toBe(204);
  const after = (await clientToken(issuer, acme)).access_token;
  const kids = [after, before].map((token) => decodeProtectedHeader(token).kid);
  expect(await publishedKids()).toEqual(kids);
  await verifiedAccessToken(issuer, before, 'partner');

  expect(await post('/__keys/retire')).toBe(204);
  expect(await publishedKids()).toEqual(kids.slice(0, 1));
  await verifiedAccessToken(issuer, after, 'partner');
  await expect(verifiedAccessToken(issuer, before, 'partner')).rejects.toThrow('no applicable key found');
});

it('publishes every key of several rotations', async () => {
  await identity.rotateKeys();
  await identity.rotateKeys();
  expect(new Set(await publishedKids()).size).toBe(3);
  identity.retireOldKeys();
  expect(await publishedKids()).toHaveLength(1);
});

it('keeps sessions, codes and refresh tokens over a rotation', async () => {
  const jar = new CookieJar();
  const { refresh_token = '' } = await webTokens(issuer, { username: 'ada', jar });
  const callback = new URL(await signIn({ authorizationUrl: authorizationUrl(issuer), username: 'ada', jar }));
  await identity.rotateKeys();
  identity.retireOldKeys();

  const { access_token } = await exchangeCode(issuer, callback.searchParams.get('code') ?? '');
  await verifiedAccessToken(issuer, access_token, 'web');
  const refreshed = await refreshWebTokens(issuer, refresh_token);
  expect(await verifiedAccessToken(issuer, refreshed.access_token, 'web')).toMatchObject({ sub: 'ada' });
  const silent = signIn({ authorizationUrl: authorizationUrl(issuer, { prompt: 'none' }), username: 'ada', jar });
  expect(await silent).toMatch(/\?code=/);
});
