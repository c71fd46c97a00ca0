import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  developmentSecretOf,
  signOut,
  startIdentity,
  users,
  webBffClient,
  type Identity,
} from '@product-bffs/identity';
import { startFaultyProxy, startRedis, type FaultyProxy, type RedisForTests } from '@product-bffs/redis-for-tests';
import { readSessionKeys } from '../src/index.ts';
import { createSeal } from '../src/session/session-keys.ts';
import { hashOf, type SessionUser } from '../src/session/session-store.ts';
import { Browser, newKeys, shopUrl, startShop, type Shop, type ShopOptions } from './session-shop.ts';

let identity: Identity;
let redis: RedisForTests;
const shops: Shop[] = [];
const proxies: FaultyProxy[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  identity = await startIdentity();
});
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.stop();
  await identity.stop();
  for (const proxy of proxies.splice(0)) await proxy.stop();
});

async function shopOf(options?: ShopOptions): Promise<Shop> {
  const shop = await startShop(identity, options);
  shops.push(shop);
  return shop;
}

/** Waits for what happens elsewhere; fails after five seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Instances that share a Redis, and are connected to it. */
async function instances(count: number, options: ShopOptions = {}): Promise<Shop[]> {
  const keys = newKeys();
  const started: Shop[] = [];
  for (let n = 0; n < count; n += 1) started.push(await shopOf({ keys, REDIS_URL: redis.url, ...options }));
  for (const shop of started) {
    await until(async () => (await new Browser(shop).ask('/auth/login')).status === 302);
  }
  return started;
}

describe.each([
  ['in memory', () => shopOf()],
  ['in Redis', async () => (await instances(1))[0] as Shop],
])('a session %s', (_where, open) => {
  it('leads from the shop to the provider and back, and knows who signed in', async () => {
    const browser = new Browser(await open());
    expect((await browser.ask('/auth/session')).json).toEqual({ signedIn: false });
    expect((await browser.ask('/offer')).status).toBe(401);
    const back = await browser.signIn('ada', '/products/oak-desk-lamp?locale=de-DE');
    expect([back.status, back.headers.get('location')]).toEqual([
      303,
      `${shopUrl}/products/oak-desk-lamp?locale=de-DE`,
    ]);
    const { status, json, headers } = await browser.ask('/auth/session');
    expect(status).toBe(200);
    expect(json).toEqual({
      signedIn: true,
      name: 'Ada Merchant',
      customerGroup: 'trade',
      expiresAt: expect.stringMatching(/^20\d\d-.*Z$/) as unknown,
    });
    expect(headers.get('cache-control')).toBe('private, no-store');
    const offer = await browser.ask('/offer');
    expect(offer.json).toEqual({
      subject: expect.stringMatching(/^user:[\w-]{22}$/) as unknown,
      priceList: 'trade',
    });
  });

  it('is one of its user: another has another subject and price list', async () => {
    const shop = await open();
    const [ada, bob] = [new Browser(shop), new Browser(shop)];
    await ada.signIn('ada');
    await bob.signIn('bob');
    const [first, second] = [(await ada.ask('/offer')).json, (await bob.ask('/offer')).json];
    expect([first['priceList'], second['priceList']]).toEqual(['trade', undefined]);
    expect(first['subject']).not.toBe(second['subject']);
  });

  it('ends when it is not used, and at its end however much it is used', async () => {
    const shop = await open();
    const browser = new Browser(shop);
    await browser.signIn();
    for (let n = 0; n < 3; n += 1) {
      shop.pass(29 * 60_000);
      expect((await browser.ask('/offer')).status).toBe(200);
    }
    shop.pass(31 * 60_000);
    expect((await browser.ask('/offer')).status).toBe(401);

    await browser.signIn();
    for (let passed = 0; passed < 8 * 60; passed += 20) {
      expect((await browser.ask('/offer')).status).toBe(200);
      shop.pass(20 * 60_000);
    }
    expect((await browser.ask('/offer')).status).toBe(401);
  });

  it('is over everywhere after sign-out, and the provider ends its own', async () => {
    const browser = new Browser(await open());
    await browser.signIn();
    const stolen = browser.cookie('__Host-sid') ?? '';
    const { status, json, headers } = await browser.logout();
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(browser.cookie('__Host-sid')).toBeUndefined();
    browser.set('__Host-sid', stolen);
    expect((await browser.ask('/offer')).status).toBe(401);
    expect((await browser.ask('/auth/session')).json).toEqual({ signedIn: false });
    expect(await signOut({ endSessionUrl: String(json['logoutUrl']), jar: browser.jar })).toBe(`${shopUrl}/`);
  });

  it('ends when the provider says so, and no other one does', async () => {
    const shop = await open();
    const [ada, adaToo, bob] = [new Browser(shop), new Browser(shop), new Browser(shop)];
    for (const browser of [ada, adaToo]) await browser.signIn('ada');
    await bob.signIn('bob');
    identity.clearStats();
    await identity.signOutEverywhere('ada');
    expect(identity.stats().backChannelLogouts).toEqual({ delivered: 2, failed: 0 });
    const statuses = [ada, adaToo, bob].map(async (browser) => (await browser.ask('/offer')).status);
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  it('is signed out with the tokens of now, also where the sign-out itself had them refreshed', async () => {
    const keys = newKeys();
    const [shop] = (await instances(1, { keys })) as [Shop];
    await redis.ask('FLUSHALL');
    const browser = new Browser(shop);
    await browser.signIn();
    const { user } = JSON.parse((await sessionValues())[0] ?? '') as { user: SessionUser };
    const sid = decodeURIComponent(browser.cookie('__Host-sid') ?? '').slice(2, 45);
    const before = await createSeal(readSessionKeys(keys), 'tokens of a session', Date.now).open(
      user.tokens,
      hashOf(sid),
    );
    shop.pass(250_000);
    const { json } = await browser.logout();
    expect(identity.stats().tokenRequests['refresh_token']).toBe(1);
    const hint = new URL(String(json['logoutUrl'])).searchParams.get('id_token_hint');
    expect(hint).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(before['id']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(hint).not.toBe(before['id']);
  });

  it('lets several tabs sign in at once', async () => {
    const browser = new Browser(await open());
    const first = await browser.goAndSignIn('ada', '/first');
    const second = await browser.goAndSignIn('ada', '/second');
    expect((await browser.ask(first)).headers.get('location')).toBe(`${shopUrl}/first`);
    expect((await browser.ask(second)).headers.get('location')).toBe(`${shopUrl}/second`);
    expect((await browser.ask('/offer')).status).toBe(200);
  });
});

describe('a refresh', () => {
  const refreshes = () => identity.stats().tokenRequests['refresh_token'] ?? 0;

  it('is one for all requests at all instances, and all of them succeed', async () => {
    const [one, other] = (await instances(2)) as [Shop, Shop];
    const browser = new Browser(one);
    await browser.signIn();
    for (let round = 1; round <= 3; round += 1) {
      for (const shop of [one, other]) shop.pass(250_000);
      identity.clearStats();
      const asked = Array.from({ length: 12 }, (_, n) => browser.ask('/offer', { at: n % 2 ? one : other }));
      const answers = await Promise.all(asked);
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
      await until(() => Promise.resolve(refreshes() === 1));
      expect((await browser.ask('/offer', { at: other })).status).toBe(200);
      expect(refreshes()).toBe(1);
    }
  });

  it('takes over what the provider says of the user now', async () => {
    const shop = await shopOf();
    const browser = new Browser(shop);
    await browser.signIn();
    const before = (await browser.ask('/offer')).json;
    expect(before['priceList']).toBe('trade');
    const promoted = users.map((user) => ({ ...user }));
    (users[0] as { priceList: string }).priceList = 'gold';
    try {
      shop.pass(230_000);
      expect((await browser.ask('/offer')).json).toEqual(before);
      shop.pass(15_000);
      expect((await browser.ask('/offer')).json).toEqual({ ...before, priceList: 'gold' });
    } finally {
      Object.assign(users[0] as object, promoted[0]);
    }
  });

  it('ends the session where the provider has taken the refresh token back', async () => {
    const shop = await shopOf();
    const browser = new Browser(shop);
    await browser.signIn();
    const deaf = webBffClient({ origins: [shopUrl], backChannelOrigin: 'http://127.0.0.1:1' });
    identity.setClient(deaf);
    await identity.signOutEverywhere('ada');
    expect((await browser.ask('/offer')).status).toBe(200);
    shop.pass(250_000);
    expect((await browser.ask('/offer')).status).toBe(401);
    expect((await browser.ask('/auth/session')).json).toEqual({ signedIn: false });
  });

  it('brings no session back that was ended meanwhile', async () => {
    const { shop, browser, proxy } = await slowProvider({ REDIS_URL: redis.url });
    await until(async () => (await browser.ask('/auth/login')).status === 302);
    await browser.signIn();
    shop.pass(250_000);
    await proxy.play({ kind: 'latency', latencyMs: 1500 });
    const sid = browser.cookie('__Host-sid') ?? '';
    expect((await browser.ask('/offer')).status).toBe(200);
    expect(await redis.ask('KEYS', 'shop:refresh:*')).toHaveLength(1);
    expect((await browser.logout()).status).toBe(200);
    expect(await redis.ask('KEYS', 'shop:refresh:*')).toHaveLength(1);
    browser.set('__Host-sid', sid);
    await until(async () => ((await redis.ask('KEYS', 'shop:refresh:*')) as string[]).length === 0);
    expect(refreshes()).toBe(1);
    expect((await browser.ask('/offer')).status).toBe(401);
    expect((await browser.ask('/auth/session')).json).toEqual({ signedIn: false });
  });

  it('is waited for only shortly where the provider is slow, and comes all the same', async () => {
    const { shop, browser, proxy } = await slowProvider();
    await browser.signIn();
    shop.pass(250_000);
    await proxy.play({ kind: 'latency', latencyMs: 900 });
    const askedAt = performance.now();
    const answers = await Promise.all([browser.ask('/offer'), browser.ask('/offer'), browser.ask('/auth/session')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(performance.now() - askedAt).toBeLessThan(800);
    await until(() => Promise.resolve(refreshes() === 1));
    await proxy.heal();
    expect((await browser.ask('/offer')).status).toBe(200);
    expect(refreshes()).toBe(1);
  });

  it('that the provider cannot give leaves the user served by what is known, until the end of the session', async () => {
    const shop = await shopOf();
    const browser = new Browser(shop);
    await browser.signIn();
    await identity.stop();
    for (let passed = 0; passed < 8 * 60; passed += 20) {
      expect([passed, (await browser.ask('/offer')).status]).toEqual([passed, 200]);
      shop.pass(20 * 60_000);
    }
    expect((await browser.ask('/offer')).status).toBe(401);
    expect(shop.log.join('')).toContain('ECONNREFUSED');
  });
});

describe('a provider that was never seen', () => {
  it('is no reason not to start: signing in says 503, and works once it is there', async () => {
    const { issuer } = identity;
    await identity.stop();
    const shop = await startShop({ issuer, setClient: () => undefined });
    shops.push(shop);
    const browser = new Browser(shop);
    const { status, json, headers } = await browser.ask('/auth/login');
    expect([status, json['code']]).toEqual([503, 'service-unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    identity = await startIdentity({ port: Number(new URL(issuer).port), web: { origins: [shopUrl] } });
    await until(async () => (await browser.ask('/auth/login')).status === 302);
    expect((await browser.signIn()).status).toBe(303);
  });
});

describe('Redis that is away', () => {
  it('makes everything that needs a session say 503 with Retry-After, and sends nobody away to sign in', async () => {
    const [shop] = (await instances(1, { REDIS_TIMEOUT_MS: 200 })) as [Shop];
    const browser = new Browser(shop);
    await browser.signIn();
    const back = await browser.goAndSignIn();
    await redis.kill();
    try {
      const logout = browser.logout.bind(browser);
      const ask = (path: string) => () => browser.ask(path);
      for (const asking of [ask('/auth/login'), ask(back), ask('/offer'), ask('/auth/session'), logout]) {
        const { status, json, headers } = await asking();
        expect([status, json['code'], headers.get('retry-after')]).toEqual([503, 'service-unavailable', '1']);
      }
      expect((await new Browser(shop).ask('/auth/login')).status).toBe(503);
      expect((await new Browser(shop).ask('/auth/session')).json).toEqual({ signedIn: false });
    } finally {
      await redis.restart();
    }
    await until(async () => (await browser.ask('/auth/login')).status === 302);
    expect((await browser.ask('/offer')).status).toBe(401);
  });
});

describe('a logout of the provider that Redis fails in the middle of', () => {
  it('is done when the provider tells of it again, and only then used up', async () => {
    const [shop] = (await instances(1)) as [Shop];
    await redis.ask('FLUSHALL');
    const tokens: string[] = [];
    const provider = createServer((req, res) => {
      req.on('data', (bytes) => tokens.push(String(bytes))).on('end', () => res.end());
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    const { port } = provider.address() as AddressInfo;
    try {
      identity.setClient(webBffClient({ origins: [shopUrl], backChannelOrigin: `http://127.0.0.1:${port}` }));
      const browser = new Browser(shop);
      await browser.signIn();
      await identity.signOutEverywhere('ada');
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const tell = async () => {
        const told = { method: 'POST', headers, body: tokens[0] ?? '' };
        return (await new Browser(shop).ask('/auth/backchannel-logout', told)).status;
      };
      const names = (await redis.ask('KEYS', 'shop:named:*')) as string[];
      expect(names).toHaveLength(2);
      for (const name of names) {
        await redis.ask('RENAME', name, `kept:${name}`);
        await redis.ask('SET', name, 'no set');
      }
      expect(await tell()).toBe(503);
      for (const name of names) await redis.ask('RENAME', `kept:${name}`, name);
      expect((await browser.ask('/offer')).status).toBe(200);
      expect(await tell()).toBe(200);
      expect((await browser.ask('/offer')).status).toBe(401);
      expect(await tell()).toBe(400);
    } finally {
      provider.close();
    }
  });
});

describe('keys of sessions', () => {
  it('rotate without one session lost: the old one reads, the new one writes', async () => {
    const [old, next] = [newKeys('old'), newKeys('next')];
    const open = async (keys: string) => (await instances(1, { keys }))[0] as Shop;
    const first = await open(old);
    const browser = new Browser(first);
    await browser.signIn();
    const both = await open(`${next},${old}`);
    expect((await browser.ask('/offer', { at: both })).status).toBe(200);
    both.pass(250_000);
    expect((await browser.ask('/offer', { at: both })).status).toBe(200);
    expect(identity.stats().tokenRequests['refresh_token']).toBe(1);
    // What was sealed last is sealed by the new key.
    const values = await sessionValues();
    expect(values.map((value) => kidOf(value))).toContain('next');
    const without = await open(next);
    expect((await browser.ask('/offer', { at: without })).status).toBe(401);
  });
});

describe('what is kept in Redis', () => {
  it('names nobody by mail, and holds no token, code or secret that could be read', async () => {
    const [shop] = (await instances(1)) as [Shop];
    await redis.ask('FLUSHALL');
    const browser = new Browser(shop);
    const back = await browser.goAndSignIn();
    await browser.ask(back);
    shop.pass(250_000);
    await browser.ask('/offer');
    const { json } = await browser.logout();
    await browser.signIn();
    const idToken = new URL(String(json['logoutUrl'])).searchParams.get('id_token_hint') ?? '';
    expect(idToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const sid =
      decodeURIComponent(browser.cookie('__Host-sid') ?? '')
        .slice(2)
        .split('.')[0] ?? '';
    expect(sid).toMatch(/^[\w-]{43}$/);
    const { code = '', state = '' } = Object.fromEntries(new URLSearchParams(back.split('?')[1]));
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    const keys = (await redis.ask('KEYS', '*')) as string[];
    const kept = [...keys, ...shop.log];
    for (const key of keys) {
      const type = await redis.ask('TYPE', key);
      kept.push(JSON.stringify(await redis.ask(...(type === 'set' ? ['SMEMBERS', key] : ['GET', key]))));
      expect(Number(await redis.ask('PTTL', key))).toBeGreaterThan(0);
    }
    const all = kept.join('\n');
    expect(all).toContain('"priceList":"trade"'.replaceAll('"', '\\"'));
    const secrets = [
      idToken,
      sid,
      code,
      state,
      claims.sid,
      'Ada Merchant',
      'ada@example.com',
      developmentSecretOf('web-bff'),
    ];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(all).not.toContain(secret);
    }
    // No token begins in clear.
    expect(all).not.toContain(Buffer.from('{"alg":"ES256"').toString('base64url'));
  });
});

/** The sessions that Redis holds. */
async function sessionValues(): Promise<string[]> {
  const keys = (await redis.ask('KEYS', 'shop:session:*')) as string[];
  return Promise.all(keys.map(async (key) => (await redis.ask('GET', key)) as string));
}

/** Names the key that a session's tokens were sealed by. */
function kidOf(value: string): unknown {
  const { user } = JSON.parse(value) as { user: { tokens: string } };
  const header = Buffer.from(user.tokens.split('.')[0] ?? '', 'base64url').toString();
  return (JSON.parse(header) as { kid?: string }).kid;
}

/** A provider behind a proxy that can be told to dawdle. */
async function slowProvider(options?: ShopOptions) {
  const { port } = new URL(identity.issuer);
  await identity.stop();
  const proxy = await startFaultyProxy({ host: '127.0.0.1', port: Number(port) });
  proxies.push(proxy);
  identity = await startIdentity({ port: Number(port), issuer: `http://127.0.0.1:${proxy.port}` });
  const shop = await shopOf(options);
  return { shop, browser: new Browser(shop), proxy };
}
