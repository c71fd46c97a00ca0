import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Identity } from '../src/index.ts';
import { createDpopKey, developmentSecretOf, mobileTokens, refreshMobileTokens, startIdentity } from '../src/index.ts';
import { verifiedAccessToken } from './verified.ts';
import { refreshWebTokens, webTokens } from './web-client.ts';

let identity: Identity;
let issuer: string;

beforeAll(async () => {
  identity = await startIdentity();
  ({ issuer } = identity);
});
afterAll(() => identity.stop());

it('gives a new refresh token at each refresh, and an access token for the same audience', async () => {
  const first = await mobileTokens(issuer, { username: 'bob' });
  const second = await refreshMobileTokens(issuer, { refreshToken: first.refresh_token ?? '' });
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await verifiedAccessToken(issuer, second.access_token, 'mobile')).toMatchObject({
    sub: 'bob',
    scope: 'products:read',
    price_list: 'public',
  });
  await refreshMobileTokens(issuer, { refreshToken: second.refresh_token ?? '' });
});

it('takes a refresh token that is used twice for stolen: nothing of that sign-in is good any more', async () => {
  const first = await webTokens(issuer, { username: 'ada' });
  const second = await refreshWebTokens(issuer, first.refresh_token ?? '');
  await expect(refreshWebTokens(issuer, first.refresh_token ?? '')).rejects.toThrow('400 invalid_grant');
  await expect(refreshWebTokens(issuer, second.refresh_token ?? '')).rejects.toThrow('400 invalid_grant');
});

it('leaves other sign-ins of the same user alone when one is taken for stolen', async () => {
  const stolen = await mobileTokens(issuer, { username: 'cleo' });
  const other = await mobileTokens(issuer, { username: 'cleo' });
  await refreshMobileTokens(issuer, { refreshToken: stolen.refresh_token ?? '' });
  const reuse = refreshMobileTokens(issuer, { refreshToken: stolen.refresh_token ?? '' });
  await expect(reuse).rejects.toThrow('400 invalid_grant');
  await refreshMobileTokens(issuer, { refreshToken: other.refresh_token ?? '' });
});

it('refuses a refresh token that was bound to a key from who does not have it', async () => {
  const dpopKey = await createDpopKey();
  const { refresh_token: refreshToken = '' } = await mobileTokens(issuer, { username: 'ada', dpopKey });
  await expect(refreshMobileTokens(issuer, { refreshToken })).rejects.toThrow('400 invalid_grant');
  const thief = await createDpopKey();
  await expect(refreshMobileTokens(issuer, { refreshToken, dpopKey: thief })).rejects.toThrow('400 invalid_grant');
  expect(await refreshMobileTokens(issuer, { refreshToken, dpopKey })).toMatchObject({ token_type: 'DPoP' });
});

/** @returns the status of the answer */
async function revoke(token: string, clientId: string): Promise<number> {
  const response = await fetch(`${issuer}/token/revocation`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${developmentSecretOf(clientId)}`)}` },
    body: new URLSearchParams({ token }),
  });
  return response.status;
}

it('refuses a refresh token that its client took back', async () => {
  const { refresh_token = '' } = await webTokens(issuer, { username: 'ada' });
  expect(await revoke(refresh_token, 'web-bff')).toBe(200);
  await expect(refreshWebTokens(issuer, refresh_token)).rejects.toThrow('400 invalid_grant');
});

it('lets no client take back what is another’s', async () => {
  const { refresh_token = '' } = await webTokens(issuer, { username: 'ada' });
  await revoke(refresh_token, 'acme');
  await refreshWebTokens(issuer, refresh_token);
});
