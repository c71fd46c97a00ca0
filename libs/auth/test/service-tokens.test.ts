import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultAudiences, developmentSecretOf, startIdentity, type Identity } from '@product-bffs/identity';
import { createProvider } from '../src/provider.ts';
import { createServiceTokens } from '../src/service-token/service-tokens.ts';

const TTL_MS = 300_000;
const id = 'web-bff-services';
let identity: Identity;
let now: number;

beforeEach(async () => {
  identity = await startIdentity();
  now = Date.now();
});
afterEach(() => identity.stop());

const clock = () => now;
const providerOf = (secret = developmentSecretOf(id)) =>
  createProvider({ issuer: identity.issuer, client: { id, secret } });
const tokensOf = (secret?: string) => createServiceTokens({ provider: providerOf(secret), clock });
const requests = () => identity.stats().tokenRequests['client_credentials'] ?? 0;
/** What the next caller gets that is not `old`. */
async function another(token: { header(): string | Promise<string> }, old: string): Promise<string> {
  let header = old;
  while (header === old) {
    header = await token.header();
    await nextTurn();
  }
  return header;
}

describe('a token towards the services', () => {
  it('is fetched once for a hundred that want it at once, and is there for who comes later', async () => {
    const token = tokensOf()({ audience: defaultAudiences.services, scope: 'services:read' });
    const headers = await Promise.all(Array.from({ length: 100 }, async () => token.header()));
    expect(new Set(headers).size).toBe(1);
    expect(headers[0]).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
    expect(token.header()).toBe(headers[0]);
    expect(requests()).toBe(1);
  });

  it('is for the audience and scope that were asked for', async () => {
    const header = await tokensOf()({ audience: defaultAudiences.services, scope: 'services:read' }).header();
    const payload = JSON.parse(Buffer.from(header.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(payload).toMatchObject({ aud: defaultAudiences.services, scope: 'services:read', client_id: id });
  });

  it('is another for every audience and scope, and the same for the same', async () => {
    const tokens = tokensOf();
    const { services: audience } = defaultAudiences;
    const scope = 'services:read';
    const asked = [{}, { audience }, { scope }, { audience, scope }, { audience, scope }, { scope }];
    const headers = await Promise.all(asked.map(async (request) => tokens(request).header()));
    expect(new Set(headers).size).toBe(4);
    expect(headers[4]).toBe(headers[3]);
    expect(headers[5]).toBe(headers[2]);
    expect(requests()).toBe(4);
  });

  it('is fetched anew when 80 % of its life are over, while the old one is used and nobody waits', async () => {
    const token = tokensOf()();
    const first = await token.header();
    now += TTL_MS * 0.8 - 1;
    expect(token.header()).toBe(first);
    expect(requests()).toBe(1);
    now += 1;
    for (let n = 0; n < 100; n += 1) expect(token.header()).toBe(first);
    const second = await another(token, first);
    expect(token.header()).toBe(second);
    expect(requests()).toBe(2);
  });

  it('is waited for where the old one has ended before anybody asked', async () => {
    const token = tokensOf()();
    const first = await token.header();
    now += TTL_MS;
    expect(await token.header()).not.toBe(first);
    expect(requests()).toBe(2);
  });

  it('is used beyond its end while the provider is away, without waiting, and replaced when it is back', async () => {
    const token = tokensOf()();
    const first = await token.header();
    const port = Number(new URL(identity.issuer).port);
    await identity.stop();
    now += TTL_MS + 1;
    expect(await token.header()).toBe(first);
    for (let n = 0; n < 10; n += 1) {
      now += 1000;
      expect(token.header()).toBe(first);
      await nextTurn();
    }
    identity = await startIdentity({ port });
    const second = await (async () => {
      for (;;) {
        now += 1000;
        const header = await token.header();
        if (header !== first) return header;
        await nextTurn();
      }
    })();
    now += 500;
    expect(token.header()).toBe(second);
  });

  it('that a service refused is dropped once, however many calls carried it', async () => {
    const token = tokensOf()();
    const first = await token.header();
    now += 1000;
    for (let n = 0; n < 50; n += 1) token.refused(first);
    const headers = await Promise.all(Array.from({ length: 50 }, async () => token.header()));
    expect(new Set(headers)).not.toContain(first);
    for (let n = 0; n < 50; n += 1) token.refused(first);
    expect(token.header()).toBe(headers[0]);
    expect(requests()).toBe(2);
  });

  it('is asked for no more than once a second by services that refuse whatever they get', async () => {
    const token = tokensOf()();
    for (let ms = 0; ms < 3000; ms += 100) {
      token.refused(await token.header());
      now += 100;
    }
    expect(requests()).toBe(3);
  });
});

describe('a token that cannot be had', () => {
  it('says so in words without the secret', async () => {
    const token = tokensOf('not-the-secret')();
    const failure = await Promise.resolve(token.header()).catch((error: unknown) => error as Error);
    expect(failure).toEqual(new Error('the provider gives no access token (OAUTH_WWW_AUTHENTICATE_CHALLENGE)'));
    expect(failure).not.toHaveProperty('cause');
  });

  it('for an audience that is not the client’s says so too', async () => {
    const header = tokensOf()({ audience: 'https://other.example' }).header();
    await expect(header).rejects.toThrow('the provider gives no access token (invalid_target)');
  });

  it('is asked for once a second, and whoever asks meanwhile is told at once', async () => {
    let asked = 0;
    const provider = () => {
      asked += 1;
      return Promise.reject(new Error('away'));
    };
    const token = createServiceTokens({ provider, clock })();
    for (let ms = 0; ms < 3000; ms += 100) {
      await expect(token.header()).rejects.toThrow('the provider gives no access token');
      now += 100;
    }
    expect(asked).toBe(3);
  });
});
