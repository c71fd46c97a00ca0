import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { startDownstreams, type Downstreams } from '../src/index.ts';
import { startIssuer, type Issuer } from './issuer.ts';
import { startMain } from './run-main.ts';
import { entry } from './small-catalogue.ts';

const audience = 'https://services.example';
const now = Date.now() / 1000;
let issuer: Issuer;
let downstreams: Downstreams;
let urls: Downstreams['urls'];

beforeAll(async () => {
  issuer = await startIssuer(audience);
  downstreams = await startDownstreams({ catalogue: [entry('lamp')], requireAuth: { issuer: issuer.url, audience } });
  ({ urls } = downstreams);
});
afterAll(async () => {
  issuer.stop();
  await downstreams.stop();
});

async function ask(url: string, token?: string, headers: Record<string, string> = {}) {
  const { status, headers: answered } = await fetch(url, {
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  return { status, challenge: answered.get('www-authenticate') };
}

describe('a service that was told to check who calls', () => {
  const calls = {
    catalog: ['/products/lamp', '/products?ids=lamp', '/products', '/changes?since=0'],
    pricing: ['/prices/lamp', '/prices?ids=lamp', '/changes?since=0'],
    inventory: ['/stock/lamp', '/stock?ids=lamp', '/changes?since=0'],
    reviews: ['/products/lamp/reviews', '/reviews?ids=lamp', '/summaries?ids=lamp'],
    recommendations: ['/products/lamp/related', '/related?ids=lamp'],
  } as const;

  it.each(
    Object.entries(calls).flatMap(([name, paths]) => paths.map((path) => [name as keyof typeof calls, path] as const)),
  )('%s answers %s with a token, and not without one', async (name, path) => {
    expect(await ask(urls[name] + path)).toEqual({ status: 401, challenge: 'Bearer' });
    expect([200, 404]).toContain((await ask(urls[name] + path, await issuer.sign())).status);
  });

  it.each(['/livez', '/__stats', '/media/lamp-1?w=160'])('answers %s to everybody', async (path) => {
    expect((await ask(urls.catalog + path)).status).toBe(200);
  });

  it('takes no write without a token either', async () => {
    const answer = await fetch(`${urls.pricing}/prices/lamp`, { method: 'PUT', body: '{"currentMinor":1}' });
    expect(answer.status).toBe(401);
  });

  it.each<[string, () => Promise<string>]>([
    ['of another issuer', () => issuer.sign({ iss: 'https://other.example' })],
    ['for another audience', () => issuer.sign({ aud: 'https://other.example' })],
    ['that has ended', () => issuer.sign({ exp: now - 1 })],
    ['that begins later', () => issuer.sign({ nbf: now + 600 })],
    ['that is an ID token', () => issuer.sign({}, { typ: 'JWT' })],
    ['of an unknown key', () => issuer.sign({}, { kid: 'unknown' })],
    [
      'of a key that only says it is known',
      async () => issuer.sign({}, {}, (await generateKeyPair('ES256')).privateKey),
    ],
    ['without a signature', async () => (await issuer.sign()).replace(/\.[^.]*$/, '.')],
    ['that is none', () => Promise.resolve('abc')],
  ])('refuses a token %s', async (_which, token) => {
    expect(await ask(`${urls.catalog}/products/lamp`, await token())).toEqual({
      status: 401,
      challenge: 'Bearer error="invalid_token"',
    });
  });

  it.each([undefined, 'products:read', 'services:reader'])('forbids a token with the scope %s', async (scope) => {
    expect(await ask(`${urls.catalog}/products/lamp`, await issuer.sign({ scope }))).toEqual({
      status: 403,
      challenge: 'Bearer error="insufficient_scope", scope="services:read"',
    });
  });

  it.each(['/prices/lamp?currency=GBP&', '/prices?ids=lamp&'])(
    'tells of %s a price list only on behalf of somebody',
    async (path) => {
      const trade = `${urls.pricing}${path}priceList=trade`;
      const token = await issuer.sign();
      expect((await ask(trade, token)).status).toBe(403);
      expect((await ask(trade, token, { 'x-on-behalf-of': 'u1' })).status).toBe(200);
      expect((await ask(`${urls.pricing}${path}priceList=public`, token)).status).toBe(200);
    },
  );

  it('takes tokens of a new key once it is published', async () => {
    await issuer.rotate();
    const token = await issuer.sign();
    while ((await ask(`${urls.catalog}/products/lamp`, token)).status !== 200);
    expect((await ask(`${urls.catalog}/products/lamp`, token)).status).toBe(200);
  });
});

it('says that it cannot check while the provider was never there, and checks when it is', async () => {
  const away = await startIssuer(audience);
  away.stop();
  const { urls: alone, stop } = await startDownstreams({
    catalogue: [entry('lamp')],
    services: ['inventory'],
    requireAuth: { issuer: away.url, audience },
  });
  expect((await ask(`${alone.inventory}/stock/lamp`, await away.sign())).status).toBe(503);
  await stop();
});

it('is told by its command line', async () => {
  const {
    urls: [url = ''],
    stop,
  } = await startMain(1, '--service', 'inventory', '--port', '0', '--require-auth', issuer.url, '--audience', audience);
  const someProduct = `${url}/stock/none`;
  expect((await ask(someProduct)).status).toBe(401);
  expect((await ask(someProduct, await issuer.sign())).status).toBe(404);
  await stop('SIGTERM');
});
