import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Identity } from '../src/index.ts';
import {
  CookieJar,
  mobileTokens,
  refreshMobileTokens,
  signIn,
  signOut,
  startIdentity,
  webBffClient,
} from '../src/index.ts';
import type { BackChannelReceiver } from './back-channel-receiver.ts';
import { startBackChannelReceiver } from './back-channel-receiver.ts';
import { verified } from './verified.ts';
import { authorizationUrl, refreshWebTokens, webTokens } from './web-client.ts';

let identity: Identity;
let issuer: string;
let receiver: BackChannelReceiver;
const web = { origins: ['http://127.0.0.1:3001'] };

beforeEach(async () => {
  receiver = await startBackChannelReceiver();
  identity = await startIdentity({ web: { ...web, backChannelOrigin: receiver.origin } });
  ({ issuer } = identity);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await identity.stop();
  await receiver.stop();
});

function endSessionUrl(idToken: string | undefined): string {
  const query = new URLSearchParams({ post_logout_redirect_uri: 'http://127.0.0.1:3001/', state: 'bye' });
  if (idToken !== undefined) query.set('id_token_hint', idToken);
  return `${issuer}/session/end?${query.toString()}`;
}

/** What was received, each as a logout token that holds by the published keys. */
async function logoutTokens() {
  return Promise.all(
    receiver.received.map(async (request) => {
      const [method, path, token = ''] = request.split(' ');
      expect({ method, path, typ: decodeProtectedHeader(token).typ }).toEqual({
        method: 'POST',
        path: '/auth/backchannel-logout',
        typ: 'logout+jwt',
      });
      return verified(issuer, token, { audience: 'web-bff' });
    }),
  );
}

const logoutToken = (sub: string, sid: unknown) => ({
  iss: expect.any(String),
  aud: 'web-bff',
  sub,
  sid,
  iat: expect.any(Number),
  exp: expect.any(Number),
  jti: expect.any(String),
  events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
});

it('signs a browser out by a form without scripts, and sends it back to the shop', async () => {
  const jar = new CookieJar();
  const { id_token, refresh_token = '' } = await webTokens(issuer, { username: 'ada', jar });
  expect(await signOut({ endSessionUrl: endSessionUrl(id_token), jar })).toBe('http://127.0.0.1:3001/?state=bye');
  await expect(refreshWebTokens(issuer, refresh_token)).rejects.toThrow('400 invalid_grant');
  const silent = await signIn({ authorizationUrl: authorizationUrl(issuer, { prompt: 'none' }), username: 'ada', jar });
  expect(new URL(silent).searchParams.get('error')).toBe('login_required');
});

it('sends a browser back to the shop also where it is signed in no more', async () => {
  const { id_token } = await webTokens(issuer, { username: 'ada' });
  const jar = new CookieJar();
  expect(await signOut({ endSessionUrl: endSessionUrl(id_token), jar })).toBe('http://127.0.0.1:3001/?state=bye');
  expect(receiver.received).toEqual([]);
});

it('tells the web BFF which session ended when a browser signs out', async () => {
  const jar = new CookieJar();
  const { id_token = '' } = await webTokens(issuer, { username: 'ada', jar });
  await signOut({ endSessionUrl: endSessionUrl(id_token), jar });
  expect(await logoutTokens()).toEqual([logoutToken('ada', decodeJwt(id_token)['sid'])]);
  expect(identity.stats().backChannelLogouts).toEqual({ delivered: 1, failed: 0 });
});

it('sends nobody to an address that is not the client’s after a sign-out', async () => {
  const { id_token = '' } = await webTokens(issuer, { username: 'ada' });
  const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: 'http://elsewhere.example/' });
  const response = await fetch(`${issuer}/session/end?${query.toString()}`, { redirect: 'manual' });
  expect(response.status).toBe(400);
});

it('ends all sessions of one user, tells the web BFF of each, and leaves other users alone', async () => {
  const first = await webTokens(issuer, { username: 'ada' });
  const second = await webTokens(issuer, { username: 'ada' });
  const other = await webTokens(issuer, { username: 'bob' });
  const app = await mobileTokens(issuer, { username: 'ada' });
  expect((await fetch(`${issuer}/__sign-out/ada`, { method: 'POST' })).status).toBe(204);

  const sids = [first, second].map(({ id_token = '' }) => decodeJwt(id_token)['sid']);
  const tokens = await logoutTokens();
  expect(tokens).toHaveLength(2);
  expect(tokens).toEqual(expect.arrayContaining(sids.map((sid) => logoutToken('ada', sid))));
  for (const { refresh_token = '' } of [first, second]) {
    await expect(refreshWebTokens(issuer, refresh_token)).rejects.toThrow('400 invalid_grant');
  }
  await expect(refreshMobileTokens(issuer, { refreshToken: app.refresh_token ?? '' })).rejects.toThrow('invalid_grant');
  await refreshWebTokens(issuer, other.refresh_token ?? '');
});

it('has nobody to tell where nobody is signed in, and knows no other users', async () => {
  expect((await fetch(`${issuer}/__sign-out/cleo`, { method: 'POST' })).status).toBe(204);
  expect((await fetch(`${issuer}/__sign-out/mallory`, { method: 'POST' })).status).toBe(404);
  expect(receiver.received).toEqual([]);
});

it('signs out also where the web BFF says no or is not there', async () => {
  const failing = await startBackChannelReceiver(503);
  identity.setClient(webBffClient({ ...web, backChannelOrigin: failing.origin }));
  const refused = await webTokens(issuer, { username: 'ada' });
  await identity.signOutEverywhere('ada');
  expect(failing.received).toHaveLength(1);
  await failing.stop();
  const unheard = await webTokens(issuer, { username: 'ada' });
  await identity.signOutEverywhere('ada');
  expect(identity.stats().backChannelLogouts).toEqual({ delivered: 0, failed: 2 });
  for (const { refresh_token = '' } of [refused, unheard]) {
    await expect(refreshWebTokens(issuer, refresh_token)).rejects.toThrow('400 invalid_grant');
  }
});

it('writes nothing to the console', async () => {
  const written = (['info', 'warn', 'error', 'log'] as const).map((name) =>
    jest.spyOn(console, name).mockReturnValue(undefined),
  );
  const jar = new CookieJar();
  const { id_token } = await webTokens(issuer, { username: 'ada', jar });
  await signOut({ endSessionUrl: endSessionUrl(id_token), jar });
  await identity.rotateKeys();
  await mobileTokens(issuer, { username: 'ada' });
  await identity.signOutEverywhere('ada');
  expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
});
