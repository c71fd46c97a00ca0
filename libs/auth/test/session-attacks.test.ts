import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createScriptedKey,
  signIn,
  startIdentity,
  startScriptedIssuer,
  type Identity,
  type ScriptedIssuer,
  type ScriptedKey,
} from '@product-bffs/identity';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { jwtDecrypt } from 'jose';
import { calculatePKCECodeChallenge } from 'openid-client';
import { readSessionKeys } from '../src/index.ts';
import { deriveKey } from '../src/session/session-keys.ts';
import { Browser, newKeys, shopUrl, startShop, type Answer, type Shop } from './session-shop.ts';

let identity: Identity;
let redis: RedisForTests;
let shop: Shop;
const keys = newKeys();
const table: string[] = [];

beforeAll(async () => {
  [identity, redis] = await Promise.all([startIdentity(), startRedis()]);
  shop = await startShop(identity, { REDIS_URL: redis.url, keys });
  while ((await new Browser(shop).ask('/auth/login')).status !== 302) await new Promise((done) => setTimeout(done, 10));
});
afterAll(async () => {
  process.stdout.write(`${table.join('\n')}\n`);
  await shop.stop();
  await Promise.all([identity.stop(), redis.stop()]);
});

/** One row of the table: what was tried, and what came of it. */
function row(what: string, { status, json, headers }: Answer): void {
  const challenge = headers.get('www-authenticate');
  table.push([what, status, JSON.stringify(json['code'] ?? 'ok'), challenge ?? ''].join(' | '));
}

async function signedIn(username?: string): Promise<Browser> {
  const browser = new Browser(shop);
  expect((await browser.signIn(username)).status).toBe(303);
  return browser;
}

const unauthenticated = 'Cookie realm="web", form-action="/auth/login", cookie-name="__Host-sid"';
const problem = (status: number, code: string) => ({ status, code });
const outcome = ({ status, json }: Answer) => ({ status, code: json['code'] });

describe('cookies', () => {
  it('have exactly these attributes', async () => {
    const browser = new Browser(shop);
    const begun = await browser.ask('/auth/login?returnTo=/');
    const value = String.raw`[\w.%-]+`;
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^__Host-oidc-[\\w-]{16}=${value}; Max-Age=600; Path=/; Expires=[^;]+ GMT; HttpOnly; Secure; SameSite=Lax$`,
        ),
      ),
    ]);
    const done = await browser.signIn();
    const [transaction, session] = done.headers.getSetCookie();
    expect(transaction).toMatch(/^__Host-oidc-[\w-]{16}=; Path=\/; Expires=Thu, 01 Jan 1970 [^;]+; HttpOnly; Secure; /);
    expect(session).toMatch(new RegExp(`^__Host-sid=${value}; Path=/; HttpOnly; Secure; SameSite=Strict$`));
    expect(done.headers.getSetCookie()).toHaveLength(2);
    expect((await browser.ask('/offer')).headers.getSetCookie()).toEqual([]);
    expect((await browser.logout()).headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-sid=; Path=\/; Expires=Thu, 01 Jan 1970 [^;]+; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
  });

  it('are not set for guests, and not over http, which is told', async () => {
    const guest = new Browser(shop);
    for (const path of ['/auth/session', '/offer']) expect((await guest.ask(path)).headers.getSetCookie()).toEqual([]);
    const answer = await guest.ask('/auth/login', { headers: { 'x-forwarded-proto': 'http' } });
    row('sign-in over http', answer);
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
    expect(answer.json['detail']).toContain('TLS');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('go over http on localhost where that was said, under names of their own', async () => {
    const origin = 'http://localhost:3001';
    const plain = await startShop(identity, { COOKIES: 'plain', BFF_URL: origin, PUBLIC_URL: origin });
    try {
      const browser = new Browser(plain, origin);
      const { headers } = await browser.signIn();
      expect(headers.getSetCookie().at(-1)).toMatch(/^sid=[\w.%-]+; Path=\/; HttpOnly; SameSite=Strict$/);
      expect((await browser.ask('/offer')).status).toBe(200);
    } finally {
      await plain.stop();
      const again = await startShop(identity, { REDIS_URL: redis.url, keys });
      await again.stop();
    }
  });

  it('of a browser that began many sign-ins end before they fill its requests', async () => {
    const browser = new Browser(shop);
    await browser.signIn();
    const session = `__Host-sid=${browser.cookie('__Host-sid') ?? ''}; `;
    const begun: string[] = [];
    for (let n = 0; n < 12; n += 1) begun.push(await browser.goAndSignIn('ada', `/${'a'.repeat(299)}`));
    expect(browser.jar.header(shopUrl).length - session.length).toBeLessThan(4096);
    const ended = await Promise.all(begun.map(async (back) => (await browser.ask(back)).status));
    expect(ended).toEqual([...Array.from({ length: 8 }, () => 400), 303, 303, 303, 303]);
  });

  it.each<[what: string, names: string[], cleared: number]>([
    ['of other names', Array.from({ length: 700 }, (_, n) => `__Host-oidc-${n}`), 0],
    ['with spaces', Array.from({ length: 20 }, (_, n) => `__Host-oidc-${'a'.repeat(14)} ${n % 10}`), 0],
    ['of sibling names', Array.from({ length: 20 }, (_, n) => `x__Host-oidc-${String(n).padStart(16, '0')}`), 0],
    [
      'as many as a header takes',
      Array.from({ length: 350 }, (_, n) => `__Host-oidc-${String(n).padStart(16, '0')}`),
      10,
    ],
  ])('%s, planted by somebody, neither break a sign-in nor make a long answer of it', async (_what, names, cleared) => {
    const cookie = names.map((name) => `${name}=1`).join('; ');
    const { status, headers } = await new Browser(shop).ask('/auth/login', { headers: { cookie } });
    expect([status, headers.getSetCookie().length]).toEqual([302, cleared + 1]);
  });
});

describe('a session id', () => {
  it.each<[what: string, forge: (real: string, sid: string) => string]>([
    ['made up by the client', () => 'A'.repeat(43)],
    ['made up, with a signature made up', () => `s:${'A'.repeat(43)}.${'B'.repeat(43)}`],
    ['real, without its signature', (_, sid) => sid],
    ['real, with an empty signature', (_, sid) => `s:${sid}.`],
    ['another, with the signature of a real one', (real) => `s:${'A'.repeat(43)}.${real.split('.')[1] ?? ''}`],
    ['with its signature changed', (real) => real.slice(0, -1) + (real.endsWith('A') ? 'B' : 'A')],
    ['that is the hash it is kept under', (_, sid) => `s:${Buffer.from(sid).toString('base64url')}.x`],
    ['with a path in it', () => 's:../../session.x'],
    ['of a megabyte less', () => `s:${'A'.repeat(6000)}.x`],
  ])('%s is nobody’s', async (what, forge) => {
    const victim = await signedIn();
    const real = decodeURIComponent(victim.cookie('__Host-sid') ?? '');
    const sid = real.slice(2).split('.')[0] ?? '';
    const attacker = new Browser(shop);
    attacker.set('__Host-sid', encodeURIComponent(forge(real, sid)));
    const answer = await attacker.ask('/offer');
    row(`session id ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(401, 'unauthenticated'));
    expect(answer.headers.get('www-authenticate')).toBe(unauthenticated);
    attacker.set('__Host-sid', encodeURIComponent(real));
    expect((await attacker.ask('/offer')).status).toBe(200);
  });

  it('that an attacker planted before the sign-in is not the one after it (fixation)', async () => {
    const attacker = await signedIn('bob');
    const planted = attacker.cookie('__Host-sid') ?? '';
    const victim = new Browser(shop);
    victim.set('__Host-sid', planted);
    await victim.signIn('ada');
    expect(victim.cookie('__Host-sid')).not.toBe(planted);
    const answer = await attacker.ask('/offer');
    row('session id planted before a sign-in', answer);
    expect(answer.status).toBe(401);
    expect((await victim.ask('/auth/session')).json['name']).toBe('Ada Merchant');
  });

  it('of before is dead after the same browser signed in anew, also where the way back came without it', async () => {
    const browser = await signedIn();
    const old = browser.cookie('__Host-sid') ?? '';
    const back = await browser.goAndSignIn('bob');
    // SameSite=Strict: the provider's redirect comes without the session.
    browser.set('__Host-sid', '', '; Max-Age=0');
    expect((await browser.ask(back)).status).toBe(303);
    const thief = new Browser(shop);
    thief.set('__Host-sid', old);
    expect((await thief.ask('/offer')).status).toBe(401);
  });

  it('is used no more after sign-out, by anyone who kept it', async () => {
    const browser = await signedIn();
    const thief = new Browser(shop);
    thief.set('__Host-sid', browser.cookie('__Host-sid') ?? '');
    expect((await thief.ask('/offer')).status).toBe(200);
    await browser.logout();
    const answer = await thief.ask('/offer');
    row('session replayed after sign-out', answer);
    expect(outcome(answer)).toEqual(problem(401, 'unauthenticated'));
  });
});

describe('tokens within a session', () => {
  it.each<[what: string, forge: (own: string, other: string) => string]>([
    ['changed', (own) => own.slice(0, -8) + (own.at(-8) === 'A' ? 'B' : 'A') + own.slice(-7)],
    ['of another session', (_, other) => other],
    ['that are none', () => 'nothing'],
    ['sealed by a key that is not there', (own) => own.replace(/^[^.]+/, header({ kid: 'gone' }))],
    ['not sealed at all', () => `${header({ alg: 'none' })}..`],
  ])('%s end it when they are to be used', async (what, forge) => {
    await redis.ask('FLUSHALL');
    const own = await signedIn();
    const [key = ''] = (await redis.ask('KEYS', 'shop:session:*')) as string[];
    const value = JSON.parse((await redis.ask('GET', key)) as string) as {
      user: { tokens: string; refreshAt: number };
    };
    await signedIn('bob');
    const others = ((await redis.ask('KEYS', 'shop:session:*')) as string[]).filter((name) => name !== key);
    const other = JSON.parse((await redis.ask('GET', others[0] ?? '')) as string) as typeof value;
    value.user.tokens = forge(value.user.tokens, other.user.tokens);
    value.user.refreshAt = 0;
    await redis.ask('SET', key, JSON.stringify(value), 'PX', '60000');
    const answer = await own.ask('/offer');
    row(`tokens ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(401, 'unauthenticated'));
    expect(await redis.ask('GET', key)).toBeNull();
  });
});

function header(fields: object): string {
  return Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', ...fields })).toString('base64url');
}

describe('a sign-in may lead to', () => {
  it.each([
    '/',
    '/products/oak-desk-lamp?locale=de-DE#top',
    '/a%2F%2Fb',
    '/search?q=%2F%2Fevil.example',
    '/@evil',
    '/a:b',
  ])('%s, a path of the shop', async (path) => {
    const browser = new Browser(shop);
    const { headers } = await browser.signIn('ada', path);
    expect(headers.get('location')).toBe(shopUrl + path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '////evil.example/%2e%2e',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nLocation: https://evil.example',
    '/\u0000/evil.example',
    'https://evil.example',
    'https:evil.example',
    'http://shop.example.evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    '.evil.example',
    ':80@evil.example',
    '',
    'products/oak-desk-lamp',
    ' /products',
    '/..//evil.example',
    '/.//evil.example',
    '/products//evil.example',
    '/／evil.example',
    '/products/über',
    '/"quotes"',
    `/${'a'.repeat(300)}`,
  ])('no place outside it: %j', async (path) => {
    const answer = await new Browser(shop).ask(`/auth/login?returnTo=${encodeURIComponent(path)}`);
    row(`returnTo ${JSON.stringify(path).slice(0, 40)}`, answer);
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
    expect(answer.json['errors']).toEqual([expect.objectContaining({ in: 'query', name: 'returnTo' })]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('one place, not two', async () => {
    const answer = await new Browser(shop).ask('/auth/login?returnTo=/a&returnTo=//evil.example');
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
  });
});

/** What the sign-in that a browser began last asked of the provider, which the browser itself is not shown. */
async function askedOf(browser: Browser): Promise<URLSearchParams> {
  const [, sealed = ''] = /__Host-oidc-[\w-]{16}=([^;]+)/.exec(browser.jar.header(shopUrl)) ?? [];
  const [key] = readSessionKeys(keys);
  if (key === undefined) throw new Error('there is no key');
  const { payload } = await jwtDecrypt(decodeURIComponent(sealed), deriveKey(key, 'a sign-in under way'));
  return new URLSearchParams({
    client_id: 'web-bff',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${shopUrl}/auth/callback`,
    state: payload.sub ?? '',
    nonce: String(payload['nonce']),
    code_challenge: await calculatePKCECodeChallenge(String(payload['verifier'])),
    code_challenge_method: 'S256',
  });
}

describe('what is asked of the provider', () => {
  /** @param pushed how the provider answers a request that is pushed; absent: it does not offer that */
  async function loginAt(pushed?: { status: number; body: object }): Promise<[Answer, string[]]> {
    const server = createServer(({ url }, res) => {
      const offered = pushed && { pushed_authorization_request_endpoint: `${issuer}/par` };
      const metadata = { issuer, authorization_endpoint: `${issuer}/auth`, ...offered };
      const { status = 200, body = metadata } = url === '/par' ? { ...pushed } : {};
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const other = await startShop({ issuer, setClient: () => undefined });
    try {
      return [await new Browser(other).ask('/auth/login'), other.log];
    } finally {
      await other.stop();
      server.close();
      server.closeAllConnections();
    }
  }

  it('goes past the browser where the provider offers that (RFC 9126)', async () => {
    const body = { request_uri: 'urn:ietf:params:oauth:request_uri:one', expires_in: 60 };
    const [{ status, headers }] = await loginAt({ status: 201, body });
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect([status, Object.fromEntries(searchParams)]).toEqual([
      302,
      { client_id: 'web-bff', request_uri: body.request_uri },
    ]);
  });

  it('goes through the browser where it does not', async () => {
    const [{ status, headers }] = await loginAt();
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect(status).toBe(302);
    const names = ['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri'];
    expect([...searchParams.keys()].toSorted()).toEqual([...names, 'response_type', 'scope', 'state']);
  });

  it.each([
    [500, {}],
    [401, { error: 'invalid_client' }],
  ])('is not where the provider answers %d to it: that is said, and no sign-in begins', async (status, body) => {
    const [answer, log] = await loginAt({ status, body });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.getSetCookie()]).toEqual([503, '2', []]);
    expect(log).toHaveLength(1);
  });
});

describe('a way back from the provider', () => {
  const changed = (back: string, change: (query: URLSearchParams) => void) => {
    const { pathname, searchParams } = new URL(back, shopUrl);
    change(searchParams);
    return `${pathname}?${searchParams.toString()}`;
  };
  const without = (name: string) => (back: string) => changed(back, (query) => query.delete(name));
  const having = (name: string, value: string) => (back: string) => changed(back, (query) => query.set(name, value));

  it.each<[what: string, change: (back: string) => string, status: number]>([
    ['without state', without('state'), 400],
    ['with another state', having('state', 'x'.repeat(43)), 400],
    ['with two states', (back) => `${back}&state=x`, 400],
    ['without a code', without('code'), 400],
    ['with another code', having('code', 'x'.repeat(43)), 400],
    ['with two codes', (back) => `${back}&code=x`, 400],
    ['from another issuer (RFC 9207)', having('iss', 'https://evil.example'), 400],
    ['without its issuer', without('iss'), 400],
    ['of a user who declined', (back) => having('error', 'access_denied')(without('code')(back)), 401],
    ['without anything', () => '/auth/callback', 400],
  ])('%s signs nobody in, and leads nowhere', async (what, change, status) => {
    const browser = new Browser(shop);
    const back = await browser.goAndSignIn();
    const answer = await browser.ask(change(back));
    row(`callback ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(status, status === 400 ? 'invalid-request' : 'unauthenticated'));
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? unauthenticated : null);
    expect((await browser.ask('/offer')).status).toBe(401);
  });

  it.each<[what: string, use: (browser: Browser, back: string) => Promise<Answer>]>([
    ['a second time', async (browser, back) => (await browser.ask(back), browser.ask(back))],
    [
      'a second time, with the cookie kept',
      async (browser, back) => {
        const cookies = browser.jar.header(shopUrl);
        await browser.ask(back);
        return new Browser(shop).ask(back, { headers: { cookie: cookies } });
      },
    ],
    ['in another browser', (_, back) => new Browser(shop).ask(back)],
    [
      'in a browser that has a sign-in of its own under way',
      async (_, back) => {
        const other = new Browser(shop);
        await other.goAndSignIn('bob');
        return other.ask(back);
      },
    ],
    [
      'with the cookie of another sign-in',
      async (browser, back) => {
        const other = new Browser(shop);
        await other.goAndSignIn('bob');
        const [, theirs = ''] = /__Host-oidc-[\w-]{16}=([^;]+)/.exec(other.jar.header(shopUrl)) ?? [];
        const [, name = ''] = /(__Host-oidc-[\w-]{16})=/.exec(browser.jar.header(shopUrl)) ?? [];
        browser.set(name, theirs);
        return browser.ask(back);
      },
    ],
    [
      'eleven minutes later',
      async (browser, back) => {
        const late = await startShop(identity, { REDIS_URL: redis.url, keys });
        late.pass(11 * 60_000);
        try {
          return await browser.ask(back, { at: late });
        } finally {
          await late.stop();
        }
      },
    ],
  ])('%s signs nobody in', async (what, use) => {
    const browser = new Browser(shop);
    const answer = await use(browser, await browser.goAndSignIn());
    row(`callback ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
    expect(answer.headers.getSetCookie().join()).not.toContain('__Host-sid=');
  });

  it('with a nonce of another sign-in signs nobody in, and with its own it does', async () => {
    const comeBackWith = async (nonce?: string) => {
      const browser = new Browser(shop);
      const begun = await browser.ask('/auth/login');
      const authorization = new URL(begun.headers.get('location') ?? '');
      const query = await askedOf(browser);
      if (nonce !== undefined) query.set('nonce', nonce);
      authorization.search = query.toString();
      const back = new URL(await signIn({ authorizationUrl: authorization.href, username: 'ada' }));
      return browser.ask(back.pathname + back.search);
    };
    const answer = await comeBackWith('another');
    row('callback with a nonce of another sign-in', answer);
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
    expect((await comeBackWith()).status).toBe(303);
  });
});

describe('signing out', () => {
  const own = { 'x-bff': '1' };
  it.each<[what: string, headers: Record<string, string>]>([
    ['without the header', {}],
    ['with the header wrong', { 'x-bff': '0' }],
    ['from another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['from a sibling of the site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['from another origin', { ...own, origin: 'https://evil.example' }],
    ['from a sibling origin', { ...own, origin: 'https://blog.shop.example' }],
    ['from an origin that begins alike', { ...own, origin: `${shopUrl}.evil.example` }],
    ['from the origin without TLS', { ...own, origin: 'http://shop.example' }],
    ['from no origin', { ...own, origin: 'null' }],
  ])('%s is refused, and the session stays', async (what, headers) => {
    const browser = await signedIn();
    const answer = await browser.logout({ headers });
    row(`sign-out ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(403, 'forbidden'));
    expect((await browser.ask('/offer')).status).toBe(200);
  });

  it('by a form of another site is refused', async () => {
    const browser = await signedIn();
    const form = { method: 'POST', body: new URLSearchParams({ a: '1' }) };
    expect((await browser.ask('/auth/logout', form)).status).toBe(403);
    expect((await browser.ask('/auth/logout')).status).toBe(404);
    expect((await browser.ask('/offer')).status).toBe(200);
  });

  it.each([
    ['by a page of the shop', { ...own, 'sec-fetch-site': 'same-origin', origin: shopUrl }],
    ['by a client that says neither', own],
  ])('%s is done', async (_what, headers) => {
    const browser = await signedIn();
    expect((await browser.logout({ headers })).status).toBe(200);
    const again = await browser.logout({ headers });
    expect([again.status, again.headers.get('www-authenticate')]).toEqual([401, unauthenticated]);
  });
});

describe('a logout token of the provider', () => {
  const event = 'http://schemas.openid.net/event/backchannel-logout';
  let issuer: ScriptedIssuer;
  let told: Shop;
  beforeAll(async () => {
    issuer = await startScriptedIssuer('web-bff');
    told = await startShop({ issuer: issuer.issuer, setClient: () => undefined });
  });
  afterAll(async () => {
    await told.stop();
    await issuer.stop();
  });

  type Scripted = Parameters<ScriptedIssuer['token']>[0] & object;
  const logout = ({ claims, header: fields, ...key }: Scripted = {}) =>
    issuer.token({
      claims: { client_id: undefined, scope: undefined, sid: 'a-session', events: { [event]: {} }, ...claims },
      header: { typ: 'logout+jwt', ...fields },
      ...key,
    });
  const post = (token: string, body: RequestInit['body'] = new URLSearchParams({ logout_token: token })) =>
    new Browser(told).ask('/auth/backchannel-logout', { method: 'POST', body });
  const seconds = () => Math.floor(Date.now() / 1000);

  it.each<[what: string, token: Scripted]>([
    ['as it should be', {}],
    ['of type JWT', { header: { typ: 'JWT' } }],
    ['of a user, not a session', { claims: { sid: undefined } }],
    ['for several audiences', { claims: { aud: ['another', 'web-bff'] } }],
  ])('%s is taken', async (_what, token) => {
    const { status, headers } = await post(await logout(token));
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  it.each<[what: string, token: Scripted]>([
    ['for another client', { claims: { aud: 'mobile-app' } }],
    ['without audience', { claims: { aud: undefined } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['without events', { claims: { events: undefined } }],
    ['with another event', { claims: { events: { 'http://schemas.openid.net/event/other': {} } } }],
    ['with events that are none', { claims: { events: event } }],
    ['with events that inherit it', { claims: { events: [event] } }],
    ['with a nonce', { claims: { nonce: 'n' } }],
    ['without sub and sid', { claims: { sub: undefined, sid: undefined } }],
    ['without jti', { claims: { jti: undefined } }],
    ['without iat', { claims: { iat: undefined } }],
    ['without exp', { claims: { exp: undefined } }],
    ['with an event that is no object', { claims: { events: { [event]: true } } }],
    ['with an event that is null', { claims: { events: { [event]: null } } }],
    ['with an event that is a list', { claims: { events: { [event]: [] } } }],
    ['of an hour ago', { claims: { iat: seconds() - 3600, exp: seconds() + 60 } }],
    ['of the future', { claims: { iat: seconds() + 3600, exp: seconds() + 3660 } }],
    ['that is expired', { claims: { iat: seconds() - 120, exp: seconds() - 60 } }],
    ['of the type of access tokens', { header: { typ: 'at+jwt' } }],
    ['with a key that is not there', { header: { kid: 'gone' } }],
  ])('%s is refused', async (what, token) => {
    const answer = await post(await logout(token));
    row(`logout token ${what}`, answer);
    expect(outcome(answer)).toEqual(problem(400, 'invalid-request'));
    expect(answer.json['errors']).toEqual([expect.objectContaining({ in: 'body', name: 'logout_token' })]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('by a foreign key that calls itself the provider’s is refused', async () => {
    const real = JSON.parse(Buffer.from((await logout()).split('.')[0] ?? '', 'base64url').toString()) as {
      kid: string;
    };
    const key = await createScriptedKey();
    const answer = await post(await logout({ key, header: { kid: real.kid } }));
    row('logout token by a foreign key', answer);
    expect(answer.status).toBe(400);
  });

  it('without a signature is refused', async () => {
    const [, payload = '', signature = ''] = (await logout()).split('.');
    const none = Buffer.from('{"alg":"none","typ":"logout+jwt"}').toString('base64url');
    for (const token of [`${none}.${payload}.`, `${none}.${payload}.${signature}`, `x.${payload}.`]) {
      const answer = await post(token);
      row('logout token without a signature', answer);
      expect(answer.status).toBe(400);
    }
  });

  it('by a key that was retired five minutes ago is refused', async () => {
    const fresh = await startScriptedIssuer('web-bff');
    const other = await startShop({ issuer: fresh.issuer, setClient: () => undefined });
    const [retired, key] = [await createScriptedKey(), await createScriptedKey()];
    const tell = async (by: ScriptedKey, iat: number) => {
      const claims = { client_id: undefined, sid: 's', events: { [event]: {} }, iat, exp: iat + 120 };
      const token = await fresh.token({ claims, header: { typ: 'logout+jwt' }, key: by });
      const asking = { method: 'POST', body: new URLSearchParams({ logout_token: token }) };
      return new Browser(other).ask('/auth/backchannel-logout', asking);
    };
    try {
      fresh.publish(retired);
      expect((await tell(retired, seconds())).status).toBe(200);
      fresh.publish(key);
      other.pass(300_000);
      const answer = await tell(retired, seconds() + 300);
      row('logout token by a key that was retired', answer);
      expect(answer.status).toBe(400);
      expect((await tell(key, seconds() + 300)).status).toBe(200);
    } finally {
      await other.stop();
      await fresh.stop();
    }
  });

  it('is good once', async () => {
    const token = await logout();
    expect((await post(token)).status).toBe(200);
    const answer = await post(token);
    row('logout token a second time', answer);
    expect(answer.status).toBe(400);
  });

  it.each<[what: string, body: RequestInit['body'], status: number]>([
    ['of eight kilobytes and more', new URLSearchParams({ logout_token: 'a'.repeat(9000) }), 413],
    ['that is missing', new URLSearchParams({ token: 'a' }), 400],
    ['that is there twice', new URLSearchParams('logout_token=a&logout_token=b'), 400],
    ['in no form', null, 400],
  ])('%s is refused', async (what, body, status) => {
    const answer = await post('', body);
    row(`logout token ${what}`, answer);
    expect(answer.status).toBe(status);
  });

  it('cannot be judged while the keys cannot be had: that is said, and it is good later', async () => {
    const [fresh, key] = [await startScriptedIssuer('web-bff'), await createScriptedKey()];
    const other = await startShop({ issuer: fresh.issuer, setClient: () => undefined });
    try {
      fresh.publish(key);
      fresh.answer('fail');
      const token = await fresh.token({
        claims: { client_id: undefined, sid: 's', events: { [event]: {} } },
        header: { typ: 'logout+jwt' },
      });
      const asking = { method: 'POST', body: new URLSearchParams({ logout_token: token }) };
      expect((await new Browser(other).ask('/auth/backchannel-logout', asking)).status).toBe(503);
      fresh.answer('keys');
      other.pass(5000);
      expect((await new Browser(other).ask('/auth/backchannel-logout', asking)).status).toBe(200);
    } finally {
      await other.stop();
      await fresh.stop();
    }
  });
});
