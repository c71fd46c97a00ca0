import { describe, expect, it } from '@jest/globals';
import { createMemoryStore, type Store } from '@product-bffs/redis';
import { Configuration, customFetch } from 'openid-client';
import { createRefresh } from '../src/session/refresh.ts';
import { createSeal, readSessionKeys } from '../src/session/session-keys.ts';
import { hashOf, SessionStore } from '../src/session/session-store.ts';
import { userSubject } from '../src/session/session-user.ts';
import { newKeys } from './session-shop.ts';

const issuer = 'https://provider.example';
const seconds = () => Math.floor(Date.now() / 1000);

/** As a token endpoint answers: what it signs is not looked at here. */
function tokens(claims: object = {}): Response {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const all = { iss: issuer, aud: 'client', sub: 'ada', iat: seconds(), exp: seconds() + 300, ...claims };
  const id_token = `${part({ alg: 'RS256' })}.${part(all)}.AA`;
  return Response.json({
    ...{ access_token: 'access', token_type: 'bearer', expires_in: 300, refresh_token: 'second', id_token },
  });
}

/** A session whose refresh is due, and a token endpoint that answers so. */
async function due(answer: () => Response | Promise<Response>, over: (store: Store) => Partial<Store> = () => ({})) {
  const provider = new Configuration({ issuer, token_endpoint: `${issuer}/token` }, 'client', 'secret');
  const sent: unknown[] = [];
  provider[customFetch] = (_url, { body }) => {
    sent.push(new URLSearchParams(body as URLSearchParams).get('refresh_token'));
    return Promise.resolve(answer());
  };
  const seal = createSeal(readSessionKeys(newKeys()), 'tokens', Date.now);
  const memory = createMemoryStore();
  const store = { ...memory, ...over(memory) };
  const sessions = new SessionStore({ store, idleMs: 1e6, lifetimeMs: 1e7, clock: Date.now });
  const known = { subject: userSubject({ iss: issuer, sub: 'ada' }), priceList: 'trade', refreshAt: 0 };
  await sessions.start('id', { ...known, tokens: await seal.seal({ refresh: 'first' }, hashOf('id')) }, [], 0);
  const faults: string[] = [];
  const onFault = (code: string) => faults.push(code);
  const options = { provider: () => Promise.resolve(provider), sessions, seal, clock: Date.now, onFault };
  const refreshed = createRefresh({ ...options, priceListClaim: 'price_list' });
  const now = await sessions.read('id');
  if (now === undefined) throw new Error('there is no session');
  return { refreshed: () => refreshed('id', now), read: () => sessions.read('id'), seal, faults, sent };
}

const refusal = (error: string, status = 400) => Response.json({ error }, { status });

describe('a refresh', () => {
  it.each<[what: string, answer: () => Response]>([
    ['invalid_grant', () => refusal('invalid_grant')],
    ['the tokens of another subject', () => tokens({ sub: 'bob' })],
  ])('that is answered by %s ends the session', async (_what, answer) => {
    const { refreshed, read, faults } = await due(answer);
    expect(await refreshed()).toBeUndefined();
    expect(await read()).toBeUndefined();
    expect(faults).toEqual([]);
  });

  it.each<[what: string, answer: () => Response]>([
    ['200 without tokens', () => Response.json({ status: 'ok' })],
    ['200 with a list', () => Response.json([])],
    ['200 with a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['an ID token that is past its end by this clock', () => tokens({ iat: seconds() - 400, exp: seconds() - 100 })],
    ['an ID token of another issuer', () => tokens({ iss: 'https://another.example' })],
    ['503', () => new Response('', { status: 503 })],
    ['invalid_client', () => refusal('invalid_client', 401)],
  ])('that is answered by %s leaves the session as it is, and that is told', async (_what, answer) => {
    const { refreshed, read, faults } = await due(answer);
    expect((await refreshed())?.user.priceList).toBe('trade');
    expect((await read())?.user.refreshAt).toBeGreaterThan(Date.now());
    expect(faults).toHaveLength(1);
  });

  it.each<[claim: unknown, priceList: string | undefined, faults: string[]]>([
    ['gold', 'gold', []],
    ['public', undefined, []],
    ['', undefined, []],
    [null, undefined, []],
    [undefined, undefined, []],
    ['Trade A', undefined, ['invalid_price_list']],
    ['../trade', undefined, ['invalid_price_list']],
    ['a'.repeat(65), undefined, ['invalid_price_list']],
    [7, undefined, ['invalid_price_list']],
    [['trade'], undefined, ['invalid_price_list']],
  ])('takes the price list %j for %j', async (claim, priceList, told) => {
    const { refreshed, faults } = await due(() => tokens({ price_list: claim }));
    const stored = await refreshed();
    expect(stored?.user.subject).toMatch(/^user:/);
    expect([stored?.user.priceList, faults]).toEqual([priceList, told]);
  });
});

describe('a rotated refresh token', () => {
  const keptIn = async ({ read, seal }: Awaited<ReturnType<typeof due>>) =>
    (await seal.open((await read())?.user.tokens ?? '', hashOf('id')))['refresh'];

  it('is kept though the store is away for a moment', async () => {
    let failures = 1;
    const session = await due(tokens, (store) => ({
      replace: (...args) => (failures-- > 0 ? Promise.reject(new Error('away')) : store.replace(...args)),
    }));
    expect((await session.refreshed())?.user.priceList).toBe('trade');
    while ((await keptIn(session)) === 'first') await new Promise((done) => setTimeout(done, 10));
    expect(await keptIn(session)).toBe('second');
    expect(session.sent).toEqual(['first']);
  });
});
