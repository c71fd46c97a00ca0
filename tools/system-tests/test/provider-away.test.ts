import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clientToken, mobileTokens, startIdentity, type Identity, type TokenResponse } from '@product-bffs/identity';
import {
  startFaultyProxy,
  startRedis,
  type FaultyProxy,
  type ProxyFault,
  type RedisForTests,
} from '@product-bffs/redis-for-tests';
import { bffNames, demoKey, type BffName } from '@product-bffs/start';
import { askAs, type Answer } from '../src/ask.ts';
import { mobileProduct, partnerProduct } from '../src/bff-paths.ts';
import { CLOCK_STEP_MS, freePort, startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { patient } from '../src/running-system.ts';
import { allProducts } from '../src/services.ts';
import { ShopBrowser, shopEnvironment, shopOrigin, whenSignInWorks } from '../src/shop-browser.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

const TOKEN_TTL_S = 3600;

let redis: RedisForTests;
let port: number;
let identity: Identity;
/** In front of the provider. */
let proxy: FaultyProxy;
let fleet: Fleet;
let bffs: Record<BffName, Instance>;
let ids: string[];
const lines: string[] = [];

const startProvider = () =>
  startIdentity({
    ...{ port, issuer: `http://127.0.0.1:${proxy.port}`, web: { origins: [shopOrigin] } },
    accessTokenTtlS: TOKEN_TTL_S,
  });

beforeAll(async () => {
  redis = await startRedis();
  port = await freePort();
  proxy = await startFaultyProxy({ host: '127.0.0.1', port });
  identity = await startProvider();
  const stores = { REDIS_URL: redis.url, SESSION_STORE: 'redis', REPLAY_STORE: 'redis', QUOTA_STORE: 'redis' };
  const long = { SESSION_IDLE_MS: '86400000', SESSION_LIFETIME_MS: '86400000' };
  fleet = await startFleet({
    hasMovableClocks: true,
    onLine: (line) => lines.push(line),
    environment: { ...patient, ...shopEnvironment, ...stores, ...long, OIDC_ISSUER: identity.issuer },
  });
  bffs = Object.fromEntries(
    await Promise.all(bffNames.map(async (bff) => [bff, await fleet.start(bff)] as const)),
  ) as typeof bffs;
  ids = (await allProducts(fleet)).filter(({ status }) => status === 'active').map(({ id }) => id);
  await whenSignInWorks(bffs['web-bff']);
});

afterAll(async () => {
  await fleet.stop();
  await identity.stop();
  await proxy.stop();
  await redis.stop();
});
afterEach(() => proxy.heal());

const bearer = ({ access_token: token }: TokenResponse) => ({ authorization: `Bearer ${token}` });
const asUser = (token: TokenResponse, id = ids[0]!) =>
  askAs(bffs['mobile-bff'].url + mobileProduct(id), { headers: bearer(token) });
const asPartner = (token: TokenResponse, id = ids[0]!) =>
  askAs(bffs['partner-bff'].url + partnerProduct(id), { headers: bearer(token) });
const offerFor = (browser: ShopBrowser, id = ids[0]!) => browser.ask(bffs['web-bff'], `/products/${id}/offer`);
const statuses = (answers: Answer[]) => answers.map(({ status }) => status);

async function signedIn(username: string): Promise<ShopBrowser> {
  const browser = new ShopBrowser();
  const { status, body } = await browser.signIn(bffs['web-bff'], username);
  expect(`${status} ${body}`).toMatch(/^303 /);
  return browser;
}

const ways: { how: string; fault: ProxyFault }[] = [
  { how: 'is killed', fault: { kind: 'refuse' } },
  { how: 'takes connections and says nothing', fault: { kind: 'hang' } },
  { how: 'resets connections', fault: { kind: 'reset' } },
  { how: 'talks nonsense', fault: { kind: 'garbage' } },
];

describe.each(ways)('a provider that $how', ({ fault }) => {
  it('is missed by who signs in, and by nobody who did', async () => {
    const { issuer } = identity;
    const [user, partner, ada] = await Promise.all([
      mobileTokens(issuer, { username: 'ada' }),
      clientToken(issuer, { clientId: 'acme' }),
      signedIn('ada'),
    ]);
    const all = () => Promise.all([asUser(user), asPartner(partner), offerFor(ada)]);
    expect(statuses(await all())).toEqual([200, 200, 200]);
    const bob = new ShopBrowser();
    const onTheWay = await bob.goToProvider(bffs['web-bff'], 'bob');
    await proxy.play(fault);
    for (const id of ids.slice(1, 6)) {
      const own = askAs(bffs['partner-bff'].url + partnerProduct(id), { headers: { 'x-api-key': demoKey('acme') } });
      const answers = await Promise.all([asUser(user, id), asPartner(partner, id), offerFor(ada, id), own]);
      expect(statuses(answers)).toEqual([200, 200, 200, 200]);
    }
    const back = await bob.ask(bffs['web-bff'], onTheWay.pathname + onTheWay.search);
    expect(back).toMatchObject({ status: 503, headers: { 'retry-after': expect.any(String) } });
    await proxy.heal();
    expect(statuses(await all())).toEqual([200, 200, 200]);
    expect(statuses([await offerFor(await signedIn('bob'))])).toEqual([200]);
  });
});

it('whoever was never at the provider, and asks while it is away, is told so; guests and API keys need it not', async () => {
  const { issuer } = identity;
  const user = await mobileTokens(issuer, { username: 'ada' });
  const partner = await clientToken(issuer, { clientId: 'acme' });
  await proxy.play({ kind: 'refuse' });
  const [web, mobile, partners] = await Promise.all(bffNames.map((bff) => fleet.start(bff)));
  const ask = (at: Instance | undefined, path: string, headers = {}) => askAs(`${at?.url ?? ''}${path}`, { headers });
  const [id = ''] = ids;
  while (!lines.some((line) => line.includes('the identity provider cannot be asked'))) await ask(web, '/auth/login');
  expect(await ask(web, '/auth/login')).toMatchObject({ status: 503, headers: { 'retry-after': expect.any(String) } });
  expect(await ask(mobile, mobileProduct(id), bearer(user))).toMatchObject({ status: 503 });
  expect(await ask(partners, partnerProduct(id), bearer(partner))).toMatchObject({ status: 503 });
  expect(await ask(web, `/products/${id}`)).toMatchObject({ status: 200 });
  expect(await ask(mobile, mobileProduct(id))).toMatchObject({ status: 200 });
  expect(await ask(partners, partnerProduct(id), { 'x-api-key': demoKey('acme') })).toMatchObject({ status: 200 });
  await proxy.heal();
  while ((await ask(mobile, mobileProduct(id), bearer(user))).status !== 200) await delay(50);
  while ((await ask(partners, partnerProduct(id), bearer(partner))).status !== 200) await delay(50);
  while ((await ask(web, '/auth/login')).status !== 302) await delay(50);
});

/** Past the end of every access token, as the BFFs see it; less than the life of a session. */
async function passTokens(...some: Instance[]): Promise<void> {
  for (let ms = 0; ms < TOKEN_TTL_S * 1000; ms += CLOCK_STEP_MS) await fleet.moveClocks(some);
}

it('a session goes on past the end of its access token while there is nobody to refresh it, and is refreshed afterwards', async () => {
  const browser = await signedIn('ada');
  const refreshes = () => identity.stats().tokenRequests['refresh_token'] ?? 0;
  const before = refreshes();
  await proxy.play({ kind: 'refuse' });
  await passTokens(bffs['web-bff']);
  for (const id of ids.slice(0, 10)) expect(await offerFor(browser, id)).toMatchObject({ status: 200 });
  expect(await browser.ask(bffs['web-bff'], '/auth/session')).toMatchObject({
    body: expect.stringContaining('"signedIn":true'),
  });
  expect(refreshes()).toBe(before);
  await proxy.heal();
  // It is left alone for some seconds after it was away.
  await fleet.moveClocks([bffs['web-bff']]);
  while (refreshes() === before) expect(await offerFor(browser)).toMatchObject({ status: 200 });
  expect(await offerFor(browser)).toMatchObject({ status: 200 });
});

it('keys rotate under load without one request that fails, and a token of a retired key is refused in the end', async () => {
  const { issuer } = identity;
  const asked: { of: 'user' | 'partner'; token: TokenResponse }[] = [];
  const comeNewTokens = async () => {
    asked.push({ of: 'user', token: await mobileTokens(issuer, { username: 'ada' }) });
    asked.push({ of: 'partner', token: await clientToken(issuer, { clientId: 'acme' }) });
  };
  await comeNewTokens();
  const counts = new Map<number, number>();
  let isOver = false;
  const load = Array.from({ length: 4 }, async (_, worker) => {
    for (let n = worker; !isOver; n += 1) {
      const { of, token } = asked[n % asked.length]!;
      const { status } = await (of === 'user' ? asUser : asPartner)(token, ids[n % ids.length]);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  });
  const requests = () => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const someMore = async () => {
    const until = requests() + 100;
    while (requests() < until) await delay(10);
  };
  for (let rotations = 0; rotations < 4; rotations += 1) {
    await someMore();
    expect(await askAs(`${issuer}/__keys/rotate`, { method: 'POST' })).toMatchObject({ status: 204 });
    await comeNewTokens();
  }
  await someMore();
  isOver = true;
  await Promise.all(load);
  expect(Object.fromEntries(counts)).toEqual({ 200: requests() });

  expect(await askAs(`${issuer}/__keys/retire`, { method: 'POST' })).toMatchObject({ status: 204 });
  const [oldUser, oldPartner, newUser, newPartner] = [...asked.slice(0, 2), ...asked.slice(-2)].map(
    ({ token }) => token,
  );
  expect(statuses([await asUser(oldUser!), await asPartner(oldPartner!)])).toEqual([200, 200]);
  // Keys are read again when they are five minutes old.
  for (let ms = 0; ms < 300_000; ms += CLOCK_STEP_MS) await fleet.moveClocks([bffs['mobile-bff'], bffs['partner-bff']]);
  while ((await asUser(oldUser!)).status !== 401) await delay(20);
  while ((await asPartner(oldPartner!)).status !== 401) await delay(20);
  expect(statuses([await asUser(newUser!), await asPartner(newPartner!)])).toEqual([200, 200]);
});

it('a provider that comes back with other keys and no memory lets users in again', async () => {
  const before = await mobileTokens(identity.issuer, { username: 'ada' });
  const browser = await signedIn('ada');
  expect(await asUser(before)).toMatchObject({ status: 200 });
  await identity.stop();
  expect(statuses([await asUser(before), await offerFor(browser)])).toEqual([200, 200]);
  identity = await startProvider();
  // For two seconds after a token by a key that there was not, nobody asks for keys again.
  await fleet.moveClocks([bffs['mobile-bff'], bffs['partner-bff']]);
  const after = await mobileTokens(identity.issuer, { username: 'ada' });
  const partner = await clientToken(identity.issuer, { clientId: 'acme' });
  expect(statuses([await asUser(after), await asPartner(partner)])).toEqual([200, 200]);
  expect(await asUser(before)).toMatchObject({ status: 401 });
  expect(statuses([await offerFor(browser), await offerFor(await signedIn('bob'))])).toEqual([200, 200]);
});
