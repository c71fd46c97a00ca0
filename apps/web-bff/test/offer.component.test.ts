import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkedApi, type CheckedApi } from '@product-bffs/contract-testing';
import { startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import { createLogger, parseEnvironment } from '@product-bffs/http-service';
import { CookieJar, signIn, startIdentity, webBffClient, type Identity } from '@product-bffs/identity';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies, type Dependencies } from '../src/dependencies.ts';
import type { Offer } from '../src/offer/contract.ts';
import { openApi } from '../src/openapi.ts';
import { bodyOf, detailOf, publicUrl, signInSettings, unhurried } from './web.ts';

let identity: Identity;
let services: Downstreams;
let dependencies: Dependencies;
let server: Server;
let api: CheckedApi;
let url: string;
const log: string[] = [];

beforeAll(async () => {
  [identity, services] = await Promise.all([startIdentity(), startDownstreams()]);
  const urls = Object.entries(services.urls).map(([name, at]) => [`${name.toUpperCase()}_URL`, at] as const);
  const config = parseEnvironment(environment, {
    ...signInSettings(identity.issuer),
    ...unhurried,
    ...Object.fromEntries(urls),
    PUBLIC_URL: publicUrl,
    MEDIA_BASE_URL: 'https://media.example',
    PROBLEM_BASE_URL: 'https://problems.example',
    TRUSTED_PROXIES: 'loopback',
  });
  const logger = createLogger('web-bff', 'trace', { write: (line) => void log.push(line) });
  dependencies = createDependencies(config, logger);
  const app = createApp(dependencies);
  api = checkedApi(app, openApi);
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  identity.setClient(webBffClient({ origins: [publicUrl], backChannelOrigin: url }));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await Promise.all([identity.stop(), services.stop(), dependencies.close()]);
});

const edge = { 'x-forwarded-proto': 'https' };

/** @returns the header `cookie` of who is signed in from then on, and everything that went through the browser */
async function signedIn(username: string) {
  const jar = new CookieJar();
  const begun = await fetch(`${url}/auth/login`, { headers: edge, redirect: 'manual' });
  jar.take(publicUrl, begun);
  const authorizationUrl = begun.headers.get('location') ?? '';
  const { pathname, search, searchParams } = new URL(await signIn({ authorizationUrl, username, jar }));
  const headers = { ...edge, cookie: jar.header(publicUrl) };
  const done = await fetch(url + pathname + search, { headers, redirect: 'manual' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `${publicUrl}/`]);
  jar.take(publicUrl, done);
  const [code, state] = [searchParams.get('code') ?? '', searchParams.get('state') ?? ''];
  return { cookie: jar.header(publicUrl), seen: [code, state, headers.cookie, jar.header(publicUrl)] };
}

const path = '/products/oak-desk-lamp';
const offerOf = async (headers: Record<string, string>, query = '') => {
  const answer = await api.get(`${path}/offer${query}`, headers);
  return { ...answer, offer: bodyOf(answer) as Offer };
};

describe('an offer', () => {
  it('is the price of the list of who asks, as the page writes prices', async () => {
    const { cookie } = await signedIn('ada');
    const page = detailOf(await api.get(`${path}?currency=EUR&locale=de-DE`));
    const { status, headers, offer } = await offerOf({ cookie }, '?currency=EUR&locale=de-DE');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-language': 'de-DE' });
    expect(offer).toEqual({
      id: 'oak-desk-lamp',
      price: expect.objectContaining({ currency: 'EUR', formatted: expect.anything() as unknown }) as unknown,
      meta: { locale: 'de-DE', currency: 'EUR', sections: { product: { state: 'fresh' }, price: { state: 'fresh' } } },
    });
    const trade = await fetch(`${services.urls.pricing}/prices/oak-desk-lamp?currency=EUR&priceList=trade`);
    const { currentMinor } = (await trade.json()) as { currentMinor: number };
    expect(offer.price?.currentMinor).toBe(currentMinor);
    expect(currentMinor).not.toBe(page.price?.currentMinor);
  });

  it('is of each user alone, however they take turns', async () => {
    const [ada, bob] = [await signedIn('ada'), await signedIn('bob')];
    const turns = Array.from({ length: 20 }, (_, n) => offerOf({ cookie: (n % 2 ? ada : bob).cookie }));
    const amounts = (await Promise.all(turns)).map(({ offer }) => offer.price?.currentMinor);
    const page = detailOf(await api.get(path));
    expect(new Set(amounts.filter((_, n) => n % 2 === 0))).toEqual(new Set([page.price?.currentMinor]));
    expect(new Set(amounts.filter((_, n) => n % 2 === 1)).size).toBe(1);
    expect(new Set(amounts).size).toBe(2);
  });

  it('is null where there is none, and is not there for a product that is not, or for a guest', async () => {
    const { cookie } = await signedIn('ada');
    expect((await api.get('/products/never-heard-of/offer', { cookie })).status).toBe(404);
    const guest = await api.get(`${path}/offer`);
    expect([guest.status, guest.headers['www-authenticate']]).toEqual([
      401,
      'Cookie realm="web", form-action="/auth/login", cookie-name="__Host-sid"',
    ]);
    expect((await api.get(`${path}/offer?currency=XXX`, { cookie })).status).toBe(400);
  });

  it.each([
    ['503 where pricing fails', { kind: 'status', status: 503 }, 503],
    ['502 where it makes no sense', { kind: 'garbage' }, 502],
  ] as const)('is %s: a price is all that it is about', async (_what, fault, status) => {
    const { cookie } = await signedIn('cleo');
    await services.service('pricing').setFaults(fault);
    try {
      const answer = await api.get(`${path}/offer?currency=USD`, { cookie });
      expect(answer.status).toBe(status);
    } finally {
      services.service('pricing').clearFaults();
    }
  });
});

describe('the page of a product', () => {
  it('is the same bytes for everybody, and says nothing of cookies', async () => {
    const { cookie } = await signedIn('ada');
    await offerOf({ cookie });
    const [guest, user, odd] = [
      await api.get(path),
      await api.get(path, { cookie }),
      await api.get(path, { cookie: '__Host-sid=s%3Amade-up.x' }),
    ];
    expect(user.bytes.equals(guest.bytes)).toBe(true);
    expect(odd.bytes.equals(guest.bytes)).toBe(true);
    for (const { headers } of [guest, user, odd]) {
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers['vary'] ?? '').not.toMatch(/cookie/i);
      expect(headers['cache-control']).toMatch(/^public, /);
      expect(headers['etag']).toBe(guest.headers['etag']);
    }
  });
});

describe('what is logged and measured', () => {
  it('names no cookie, code, state, user or secret, whatever went wrong', async () => {
    const { cookie, seen } = await signedIn('ada');
    const [, code = ''] = seen;
    const asked = [
      `/auth/callback?code=${code}&state=${code}`,
      `/auth/login?returnTo=//${code}`,
      `/auth/session`,
      `${path}/offer`,
    ];
    for (const route of asked) await fetch(url + route, { headers: { ...edge, cookie }, redirect: 'manual' });
    const form = { method: 'POST', body: new URLSearchParams({ logout_token: code }) };
    expect((await fetch(`${url}/auth/backchannel-logout`, form)).status).toBe(400);
    expect((await fetch(`${url}/auth/logout`, { ...form, headers: { cookie } })).status).toBe(415);
    const told = [...log, await dependencies.telemetry.metrics()].join('\n');
    expect(told).toContain('/auth/backchannel-logout');
    const values = seen.flatMap((text) => text.split(/[=;] ?/)).filter((text) => text.length > 24);
    expect(values.length).toBeGreaterThan(3);
    for (const value of [...values, 'Ada Merchant', 'ada@example.com', 'development-secret']) {
      expect(told).not.toContain(value);
    }
  });
});

describe('signing out', () => {
  it('by GET is 405', async () => {
    const answer = await fetch(`${url}/auth/logout`, { headers: edge });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('ends the session for every request from then on', async () => {
    const { cookie } = await signedIn('ada');
    const done = await fetch(`${url}/auth/logout`, { method: 'POST', headers: { ...edge, cookie, 'x-bff': '1' } });
    expect(done.status).toBe(200);
    const { logoutUrl } = (await done.json()) as { logoutUrl: string };
    const { origin, searchParams } = new URL(logoutUrl);
    expect([origin, searchParams.get('post_logout_redirect_uri')]).toEqual([identity.issuer, `${publicUrl}/`]);
    expect((await api.get(`${path}/offer`, { cookie })).status).toBe(401);
  });
});
