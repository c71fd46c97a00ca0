import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { createDpopKey, dpopProof, mobileTokens, startIdentity, startScriptedIssuer } from '@product-bffs/identity';
import { bodyOf, guestsOnly, unhurried, useMobile } from './mobile.ts';

const catalogue = [sampleEntry('lamp'), sampleEntry('shade')];
const identity = await startIdentity();
const issuer = await startScriptedIssuer(guestsOnly.TOKEN_AUDIENCE);
afterAll(() => Promise.all([identity.stop(), issuer.stop()]));

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const signedIn = async (username: string) => bearer((await mobileTokens(identity.issuer, { username })).access_token);
const minorOf = (answer: Answer) => (bodyOf(answer)['price'] as { currentMinor: number }).currentMinor;
const minorsOf = (answer: Answer) =>
  (bodyOf(answer)['items'] as { price: { currentMinor: number } }[]).map(({ price }) => price.currentMinor);

// Answers are kept as in production.
const caching = { ...unhurried, CACHE_MB: '48' };

describe('who signs in at the identity provider', () => {
  const mobile = useMobile(catalogue, { ...caching, OIDC_ISSUER: identity.issuer });
  const [lamp, list] = ['/products/lamp?locale=en-GB', '/products?ids=lamp,shade&locale=en-GB'];
  let ada: { authorization: string };
  let bob: { authorization: string };
  let cleo: { authorization: string };
  beforeAll(async () => {
    [ada, bob, cleo] = await Promise.all([signedIn('ada'), signedIn('bob'), signedIn('cleo')]);
  });

  it('pays 15 % less from the trade list, for one product and in a list, in the one request', async () => {
    const guest = await mobile.get(lamp);
    const user = await mobile.get(lamp, ada);
    expect(minorOf(user)).toBe(Math.round(minorOf(guest) * 0.85));
    expect(minorsOf(await mobile.get(list, ada))).toEqual(
      minorsOf(await mobile.get(list)).map((minor) => Math.round(minor * 0.85)),
    );
  });

  it('pays what everyone pays without a price list of their own, and still gets an answer of their own', async () => {
    const [guest, user] = [await mobile.get(lamp), await mobile.get(lamp, bob)];
    expect(user.bytes).toEqual(guest.bytes);
    expect(user.headers['cache-control']).toBe(guest.headers['cache-control']?.replace('public', 'private'));
  });

  it('is answered for no cache but their own, and a guest for all', async () => {
    for (const path of [lamp, list]) {
      for (const headers of [ada, bob, cleo]) {
        // The first is made, the second was kept.
        for (const { headers: told } of [await mobile.get(path, headers), await mobile.get(path, headers)]) {
          expect(told['cache-control']).toMatch(/^private, max-age=/);
          expect(told).not.toHaveProperty('cdn-cache-control');
        }
      }
      for (const { headers: told } of [await mobile.get(path), await mobile.get(path)]) {
        expect(told['cache-control']).toMatch(/^public, max-age=/);
        expect(told).toHaveProperty('cdn-cache-control');
      }
    }
  });

  it('is named by Vary in every answer: made, kept, revalidated, refused, missing', async () => {
    for (const headers of [{}, ada]) {
      const made = await mobile.get('/products/shade?locale=en-GB', headers);
      const kept = await mobile.get('/products/shade?locale=en-GB', headers);
      const known = { ...headers, 'if-none-match': made.headers['etag'] ?? '' };
      const revalidated = await mobile.get('/products/shade?locale=en-GB', known);
      const listed = await mobile.get(list, headers);
      const missing = await mobile.get('/products/nothing?locale=en-GB', headers);
      const answers = [made, kept, revalidated, listed, missing];
      expect(answers.map(({ status, headers: told }) => [status, told['vary']])).toEqual(
        [200, 200, 304, 200, 404].map((status) => [status, 'Authorization, App-Platform, App-Version']),
      );
    }
    const refused = await mobile.get(lamp, bearer('a.b.c'));
    expect([refused.status, refused.headers['vary']]).toEqual([401, 'Authorization, App-Platform, App-Version']);
  });

  it('changes nothing of what a guest gets: the same bytes and headers, whether or not users asked before', async () => {
    const stable = ({ bytes, headers: { etag, vary, 'content-type': type } }: Answer) => [
      bytes.toString(),
      etag,
      vary,
      type,
    ];
    const before = stable(await mobile.get(lamp));
    for (const headers of [ada, cleo, bob, ada]) await mobile.get(lamp, headers);
    expect(stable(await mobile.get(lamp))).toEqual(before);
    const first = stable(await mobile.get('/products/shade', ada));
    const afterUsers = stable(await mobile.get('/products/shade'));
    expect(afterUsers[0]).not.toBe(first[0]);
    expect(afterUsers[0]).toContain('"currentMinor":');
  });

  it('costs the services nothing more where another user of the same price list asked before', async () => {
    await mobile.get('/products/shade', ada);
    const pricing = mobile.services.service('pricing');
    pricing.clearStats();
    await mobile.get('/products/shade', cleo);
    expect(Object.values(pricing.stats().calls).reduce((sum, count) => sum + count, 0)).toBe(0);
  });

  it('may have a token that is bound to a key, and proves it with each request', async () => {
    const key = await createDpopKey();
    const { access_token: token, token_type: type } = await mobileTokens(identity.issuer, {
      username: 'ada',
      dpopKey: key,
    });
    expect(type).toBe('DPoP');
    const url = `${guestsOnly.PUBLIC_URL}/products/lamp`;
    const ask = async () =>
      mobile.get(lamp, {
        authorization: `DPoP ${token}`,
        dpop: await dpopProof({ key, method: 'GET', url, accessToken: token }),
      });
    const [first, second, asBearer] = [await ask(), await ask(), await mobile.get(lamp, bearer(token))];
    expect([first.status, second.status, asBearer.status]).toEqual([200, 200, 401]);
    expect(minorOf(first)).toBe(minorOf(await mobile.get(lamp, ada)));
  });
});

describe('a user whose price list changes', () => {
  const mobile = useMobile(catalogue, { ...caching, OIDC_ISSUER: issuer.issuer, PRICE_LIST_CLAIM: 'tariff' });

  it('gets the prices of the new token, and of the old one as long as it is sent', async () => {
    const [trade, retail] = [await issuer.token({ claims: { tariff: 'trade' } }), await issuer.token()];
    const minor = async (token: string) => minorOf(await mobile.get('/products/lamp', bearer(token)));
    const [reduced, full] = [await minor(trade), await minor(retail)];
    expect(reduced).toBe(Math.round(full * 0.85));
    expect([await minor(trade), await minor(retail)]).toEqual([reduced, full]);
  });
});

describe('keys and their provider', () => {
  let now = Math.floor(Date.now() / 1000) * 1000;
  const mobile = useMobile(catalogue, { ...unhurried, OIDC_ISSUER: issuer.issuer }, () => now);
  const status = async (token: string) => (await mobile.get('/products/lamp', bearer(token))).status;
  const token = (lifeS = 300) => issuer.token({ claims: { iat: now / 1000, exp: now / 1000 + lifeS } });
  beforeEach(() => issuer.answer('keys'));

  it('ends a token that was verified before when it expires', async () => {
    const sent = await token(60);
    expect(await status(sent)).toBe(200);
    now += 64_000;
    expect(await status(sent)).toBe(200);
    now += 1000;
    expect(await status(sent)).toBe(401);
  });

  it('serves tokens seen and not seen before while the provider is away, for as long as they live', async () => {
    const [seen, unseen] = [await token(86_400), await token(86_400)];
    expect(await status(seen)).toBe(200);
    issuer.answer('fail');
    now += 12 * 3_600_000;
    expect([await status(seen), await status(seen), await status(unseen)]).toEqual([200, 200, 200]);
    issuer.answer('hang');
    now += 3_600_000;
    expect([await status(seen), await status(await token())]).toEqual([200, 200]);
  });
});

describe('rotation of keys', () => {
  const mobile = useMobile(catalogue, { ...unhurried, OIDC_ISSUER: identity.issuer });

  it('fails no request, with tokens of the old and the new keys at once, three times in a row', async () => {
    const tokens = [await signedIn('ada'), await signedIn('bob')];
    const statuses: Promise<number>[] = [];
    const askAll = () => {
      for (const headers of tokens) {
        statuses.push(mobile.get('/products/lamp', headers).then(({ status }) => status));
      }
    };
    for (let turn = 0; turn < 3; turn += 1) {
      askAll();
      await identity.rotateKeys();
      askAll();
      tokens.push(...(await Promise.all([signedIn('cleo'), signedIn('ada'), signedIn('bob')])));
      askAll();
      askAll();
    }
    const all = await Promise.all(statuses);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((status) => status !== 200)).toEqual([]);
  });
});

describe('a provider that was never reached', () => {
  const mobile = useMobile(catalogue, unhurried);

  it('leaves guests alone, and tells who sends a token when to come back', async () => {
    const [guest, user] = [
      await mobile.get('/products/lamp'),
      await mobile.get('/products/lamp', bearer(await issuer.token())),
    ];
    expect(guest.status).toBe(200);
    expect([user.status, bodyOf(user)['code'], user.headers['retry-after']]).toEqual([503, 'service-unavailable', '2']);
    expect(user.headers).not.toHaveProperty('www-authenticate');
  });
});
