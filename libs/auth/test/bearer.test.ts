import { hash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createScriptedKey, startScriptedIssuer, type ScriptedIssuer, type ScriptedKey } from '@product-bffs/identity';
import { startRedis } from '@product-bffs/redis-for-tests';
import type { Request } from 'express';
import { calculateJwkThumbprint, importJWK, SignJWT, type JWK } from 'jose';
import { createProvider, createReplayGuard, createTokenVerifier, type ReplayGuard } from '../src/index.ts';
import { verifyAccessToken } from '../src/bearer/access-token.ts';
import { createLogoutTokens } from '../src/session/logout-token.ts';

const audience = 'https://api.shop.example/mobile';
let now = Math.floor(Date.now() / 1000) * 1000;
const clock = () => now;

let issuer: ScriptedIssuer;
let faults: string[];
beforeEach(async () => {
  issuer = await startScriptedIssuer(audience, clock);
  faults = [];
});
afterEach(() => issuer.stop());

function verifying(url: string, publicUrl = 'https://mobile.shop.example/') {
  return createTokenVerifier({
    provider: createProvider({ issuer: url }),
    audience,
    priceListClaim: 'price_list',
    replay: createReplayGuard({ clock }),
    publicUrl,
    onFault: (code) => faults.push(code),
    clock,
  });
}

function verifierOf({ issuer: url }: { issuer: string } = issuer) {
  const verify = verifying(url);
  return (token?: string) => {
    const authorization = token === undefined ? undefined : `Bearer ${token}`;
    const rawHeaders = authorization === undefined ? [] : ['Authorization', authorization];
    const req = { method: 'GET', url: '/', originalUrl: '/', headers: { authorization }, rawHeaders };
    return verify(req as unknown as Request);
  };
}

/** What is made of a token: whose it is, or the code of the refusal. */
async function told(verify: ReturnType<typeof verifierOf>, token: string): Promise<string> {
  try {
    return (await verify(token))?.subject ?? 'guest';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('an identity', () => {
  it('is nobody where nothing was sent, and known at once where the token was seen before', async () => {
    const [verify, token] = [verifierOf(), await issuer.token({ claims: { price_list: 'trade', scope: 'a b' } })];
    expect(verify()).toBeUndefined();
    const first = verify(token);
    expect(first).toBeInstanceOf(Promise);
    const identity = await first;
    expect(verify(token)).toBe(identity);
    expect(identity).toEqual({
      subject: expect.stringMatching(/^user:[\w-]{22}$/),
      scopes: new Set(['a', 'b']),
      priceList: 'trade',
      clientId: 'app',
      expiresAtMs: now + 300_000,
    });
  });

  it('is known however many blanks are before its token (RFC 9110 §11.4)', async () => {
    const [authorization, verify] = [`bearer   ${await issuer.token()}`, verifying(issuer.issuer)];
    const rawHeaders = ['Authorization', authorization];
    const req = { method: 'GET', url: '/', originalUrl: '/', headers: { authorization }, rawHeaders };
    expect(await verify(req as unknown as Request)).toMatchObject({ clientId: 'app' });
  });

  it('has a subject that is the same for all tokens of a user, and no other user’s, of this issuer or another', async () => {
    const other = await startScriptedIssuer(audience, clock);
    const verify = verifierOf();
    const subjects = await Promise.all([
      told(verify, await issuer.token()),
      told(verify, await issuer.token({ claims: { client_id: 'another' } })),
      told(verify, await issuer.token({ claims: { sub: 'bob' } })),
      told(verifierOf(other), await other.token()),
    ]);
    await other.stop();
    expect(subjects[1]).toBe(subjects[0]);
    expect(new Set(subjects).size).toBe(3);
    expect(subjects.join()).not.toMatch(/ada|bob/);
  });

  it('is remembered of the last 10,000 tokens, and of no more', async () => {
    const [verify, first] = [verifierOf(), await issuer.token()];
    await verify(first);
    let last = first;
    for (let batch = 0; batch < 100; batch += 1) {
      const tokens = await Promise.all(Array.from({ length: 100 }, () => issuer.token()));
      await Promise.all(tokens.map(async (token) => verify(token)));
      last = tokens.at(-1) ?? first;
    }
    expect(verify(last)).not.toBeInstanceOf(Promise);
    const again = verify(first);
    expect(again).toBeInstanceOf(Promise);
    await again;
  }, 120_000);
});

describe('a token', () => {
  it.each<[unknown, string | undefined]>([
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
    ['public', undefined],
    ['trade', 'trade'],
  ])('with the price list %j has the prices of %s', async (price_list, priceList) => {
    expect(await verifierOf()(await issuer.token({ claims: { price_list } }))).toHaveProperty('priceList', priceList);
  });

  it.each(['Trade', 'a b', 7, ['trade'], {}])('with the price list %j is refused', async (price_list) => {
    expect(await told(verifierOf(), await issuer.token({ claims: { price_list } }))).toBe('unauthenticated');
  });

  it('that is bound to a certificate as well as to a key is refused: only one of them is looked at here', async () => {
    const reasonOf = async (cnf: object) => {
      const expected = { issuer: issuer.issuer, audience, now: new Date(now) };
      const token = await issuer.token({ key, claims: { cnf } });
      return verifyAccessToken(token, { ...expected, key: () => importJWK(key.publicJwk) });
    };
    const key = await createScriptedKey();
    expect(await reasonOf({ jkt: 'a' })).toHaveProperty('boundTo', 'a');
    await expect(reasonOf({ jkt: 'a', 'x5t#S256': 'b' })).rejects.toThrow('x5t#S256');
  });

  it.each(['https://mobile.shop.example:443/', 'https://Mobile.Shop.example', 'https://mobile.shop.example'])(
    'that is bound is taken with a proof for the address as clients write it, where that is configured as %s',
    async (publicUrl) => {
      const { privateKey, publicJwk } = await createScriptedKey();
      const jwk = { kty: publicJwk.kty, crv: publicJwk.crv, x: publicJwk.x, y: publicJwk.y } as JWK;
      const token = await issuer.token({ claims: { cnf: { jkt: await calculateJwkThumbprint(jwk) } } });
      const ath = hash('sha256', token, 'base64url');
      const claims = { jti: randomUUID(), htm: 'GET', htu: 'https://mobile.shop.example/', iat: now / 1000, ath };
      const proof = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk });
      const [authorization, dpop] = [`DPoP ${token}`, await proof.sign(privateKey)];
      const rawHeaders = ['Authorization', authorization];
      const req = { method: 'GET', url: '/', originalUrl: '/', headers: { authorization, dpop }, rawHeaders };
      expect(await verifying(issuer.issuer, publicUrl)(req as unknown as Request)).toHaveProperty('clientId', 'app');
    },
  );

  it('is asked for its signature before its members are looked at', async () => {
    const [, ...rest] = (await issuer.token()).split('.');
    const twice = Buffer.from('{"alg":"ES256","typ":"at+jwt","kid":"a","kid":"b"}').toString('base64url');
    const key = () => Promise.reject(new Error('asked for its key'));
    const expected = { issuer: issuer.issuer, audience, now: new Date(now), key };
    await expect(verifyAccessToken([twice, ...rest].join('.'), expected)).rejects.toThrow('asked for its key');
  });
});

describe('keys', () => {
  it('are read once for all who come first', async () => {
    const verify = verifierOf();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token()));
    await Promise.all(tokens.map(async (token) => verify(token)));
    expect(issuer.jwksRequests()).toBe(1);
  });

  const junk = async () => issuer.token({ key: await createScriptedKey() });

  it('are read again for names that are not known, once a second however many come', async () => {
    const verify = verifierOf();
    await verify(await issuer.token());
    for (const readings of [2, 3]) {
      const startedAt = performance.now();
      const codes = await Promise.all(Array.from({ length: 20 }, async () => told(verify, await junk())));
      expect(new Set(codes)).toEqual(new Set(['unauthenticated']));
      expect(issuer.jwksRequests()).toBe(readings);
      expect(performance.now() - startedAt).toBeGreaterThan(950);
    }
  });

  it('that are new are found while others keep asking for what there is not', async () => {
    const [verify, fresh] = [verifierOf(), await createScriptedKey()];
    await verify(await issuer.token());
    expect(await told(verify, await junk())).toBe('unauthenticated');
    issuer.publish(fresh);
    const others = Array.from({ length: 20 }, async () => told(verify, await junk()));
    expect(await told(verify, await issuer.token())).toMatch(/^user:/);
    expect(new Set(await Promise.all(others))).toEqual(new Set(['unauthenticated']));
  });

  it('that came after a reading began are looked for in the next one', async () => {
    const [verify, fresh] = [verifierOf(), await createScriptedKey()];
    await verify(await issuer.token());
    now += 1000;
    const stranger = told(verify, await junk());
    while (issuer.jwksRequests() < 2) await wait(1);
    issuer.publish(fresh);
    expect(await told(verify, await issuer.token())).toMatch(/^user:/);
    expect(await stranger).toBe('unauthenticated');
  });

  it('may rotate as often as they like: each new one is found', async () => {
    const [verify, old] = [verifierOf(), await issuer.token()];
    await verify(old);
    const keys = [];
    for (let turn = 0; turn < 5; turn += 1) {
      keys.unshift(await createScriptedKey());
      issuer.publish(...keys);
      now += 1000;
      expect(await told(verify, await issuer.token())).toMatch(/^user:/);
    }
  });

  it('that are new end no memory; one that is retired ends all of it, five minutes later', async () => {
    const [verify, first, second] = [verifierOf(), await createScriptedKey(), await createScriptedKey()];
    issuer.publish(first);
    const token = await issuer.token();
    await verify(token);
    issuer.publish(first, second);
    await verify(await issuer.token({ key: second }));
    expect(verify(token)).not.toBeInstanceOf(Promise);
    issuer.publish(second);
    now += 4 * 60_000 - 1;
    expect(verify(token)).not.toBeInstanceOf(Promise);
    now += 60_001;
    expect(await told(verify, token)).toBe('unauthenticated');
    expect(await told(verify, await issuer.token({ key: first }))).toBe('unauthenticated');
    expect(await told(verify, await issuer.token({ key: second }))).toMatch(/^user:/);
  });

  it('are read again by the way before they are old: where requests keep coming, nobody waits', async () => {
    const [verify, token] = [verifierOf(), await issuer.token({ claims: { exp: now / 1000 + 3600 } })];
    await verify(token);
    now += 4 * 60_000;
    expect(verify(token)).not.toBeInstanceOf(Promise);
    while (issuer.jwksRequests() < 2) await wait(1);
    now += 60_000;
    while (verify(token) instanceof Promise) await wait(1);
    expect(issuer.jwksRequests()).toBe(2);
  });

  it('stay where others are published that verify nothing', async () => {
    const [verify, key] = [verifierOf(), await createScriptedKey()];
    issuer.publish(key);
    await verify(await issuer.token());
    for (const published of [[], [{ ...key, publicJwk: { ...key.publicJwk, use: 'enc' } }]]) {
      issuer.publish(...published);
      now += 5 * 60_000;
      expect(await told(verify, await issuer.token({ key }))).toMatch(/^user:/);
    }
    expect(faults).toEqual(['ERR_JWKS_INVALID', 'ERR_JWKS_INVALID']);
  });

  it('that are retired sign no one out either', async () => {
    const provider = createProvider({ issuer: issuer.issuer });
    const read = createLogoutTokens({ provider, clientId: audience, onFault: (code) => faults.push(code), clock });
    const [first, second] = [await createScriptedKey(), await createScriptedKey()];
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const logout = (key: ScriptedKey) => issuer.token({ key, header: { typ: 'logout+jwt' }, claims: { events } });
    issuer.publish(first);
    expect(await read(await logout(first))).toBeDefined();
    issuer.publish(second);
    now += 86_400_000;
    expect(await read(await logout(first))).toBeUndefined();
    expect(await read(await logout(second))).toBeDefined();
  });

  it('that were refused once are taken when they are published: nothing is remembered of a refusal', async () => {
    const [verify, late] = [verifierOf(), await createScriptedKey()];
    const token = await issuer.token({ key: late });
    expect(await told(verify, token)).toBe('unauthenticated');
    issuer.publish(late);
    now += 1000;
    expect(await told(verify, token)).toMatch(/^user:/);
  });
});

describe('a provider that is away', () => {
  it('leaves the last keys, and says 503 of a name that nobody can know now', async () => {
    const [verify, stranger] = [verifierOf(), await createScriptedKey()];
    await verify(await issuer.token());
    issuer.answer('fail');
    expect(await told(verify, await issuer.token({ key: stranger }))).toBe('service-unavailable');
    expect(await told(verify, await issuer.token({ key: stranger }))).toBe('service-unavailable');
    expect(issuer.jwksRequests()).toBe(2);
    expect(await told(verify, await issuer.token())).toMatch(/^user:/);
    expect(faults).toEqual(['ERR_JOSE_GENERIC']);
  });

  it('that hangs costs the first a moment, and those after it nothing, until it is back', async () => {
    const verify = verifierOf();
    issuer.answer('hang');
    const startedAt = performance.now();
    expect(await told(verify, await issuer.token())).toBe('service-unavailable');
    expect(performance.now() - startedAt).toBeLessThan(2000);
    while (faults.length === 0) await wait(20);
    expect(faults).toEqual(['ERR_JWKS_TIMEOUT']);
    const askedAt = performance.now();
    expect(await told(verify, await issuer.token())).toBe('service-unavailable');
    expect(performance.now() - askedAt).toBeLessThan(500);
    issuer.answer('keys');
    now += 2000;
    expect(await told(verify, await issuer.token())).toMatch(/^user:/);
  });

  it('that hangs costs who comes with old keys a moment once, and ends no one', async () => {
    const verify = verifierOf();
    await verify(await issuer.token());
    issuer.answer('hang');
    now += 5 * 60_000;
    for (const longestMs of [2000, 500]) {
      const startedAt = performance.now();
      expect(await told(verify, await issuer.token())).toMatch(/^user:/);
      expect(performance.now() - startedAt).toBeLessThan(longestMs);
    }
    // The reading that nobody waited for has ended too.
    while (faults.length === 0) await wait(20);
    expect(faults).toEqual(['ERR_JWKS_TIMEOUT']);
  });

  it('was never there: 503, and by its code no address', async () => {
    const { issuer: gone } = issuer;
    const token = await issuer.token();
    await issuer.stop();
    expect(await told(verifierOf({ issuer: gone }), token)).toBe('service-unavailable');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^[A-Za-z_]+$/);
    issuer = await startScriptedIssuer(audience, clock);
  });
});

describe('what may be used once', () => {
  const guards: ReplayGuard[] = [];
  afterAll(() => Promise.all(guards.map((guard) => guard.close())));
  const guard = (url: string) => {
    const made = createReplayGuard({ redis: { url, timeoutMs: 100, prefix: 'test' }, clock });
    guards.push(made);
    return made;
  };

  it('is used once among all instances, and while Redis is away once in each', async () => {
    const redis = await startRedis();
    const [one, other] = [guard(redis.url), guard(redis.url)];
    const isShared = async () => {
      const id = crypto.randomUUID();
      return (await one.firstSeen(id, 60_000)) && !(await other.firstSeen(id, 60_000));
    };
    while (!(await isShared())) await wait(5);
    await redis.kill();
    const answers = [];
    for (const instance of [one, one, other, other]) answers.push(await instance.firstSeen('alone', 60_000));
    expect(answers).toEqual([true, false, true, false]);
    await redis.restart();
    // What an instance saw meanwhile it still knows.
    expect(await one.firstSeen('alone', 60_000)).toBe(false);
    await redis.stop();
  });

  it('is forgotten when its time is over', async () => {
    const alone = createReplayGuard({ clock });
    expect([await alone.firstSeen('a', 1000), await alone.firstSeen('a', 1000)]).toEqual([true, false]);
    now += 1000;
    expect(await alone.firstSeen('a', 1000)).toBe(true);
  });
});
