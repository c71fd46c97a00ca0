import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startIdentity, signOut, webBffClient, type Identity } from '@product-bffs/identity';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { askAs, jsonOf, type Answer } from '../src/ask.ts';
import { webProduct } from '../src/bff-paths.ts';
import { CLOCK_STEP_MS, startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { patient } from '../src/running-system.ts';
import { ShopBrowser, shopEnvironment, shopOrigin, whenSignInWorks } from '../src/shop-browser.ts';
import { showableProducts } from '../src/showable-products.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

const TOKEN_TTL_S = 300;

let redis: RedisForTests;
let identity: Identity;
let fleet: Fleet;
/** Two processes, between which a browser's requests go back and forth. */
let web: Instance;
let other: Instance;
let id: string;

beforeAll(async () => {
  redis = await startRedis();
  const at = { origins: [shopOrigin] };
  identity = await startIdentity({ web: at, accessTokenTtlS: TOKEN_TTL_S });
  fleet = await startFleet({
    hasMovableClocks: true,
    environment: {
      ...patient,
      ...shopEnvironment,
      OIDC_ISSUER: identity.issuer,
      REDIS_URL: redis.url,
      SESSION_STORE: 'redis',
    },
  });
  [web, other] = await Promise.all([fleet.start('web-bff'), fleet.start('web-bff')]);
  identity.setClient(webBffClient({ ...at, backChannelOrigin: other.url }));
  [id = ''] = await showableProducts(fleet);
  await Promise.all([web, other].map(whenSignInWorks));
});

afterAll(async () => {
  await fleet.stop();
  await identity.stop();
  await redis.stop();
});

interface Priced {
  price: { currentMinor: number };
}
const minorOf = (answer: Answer) => (jsonOf(answer) as Priced).price.currentMinor;
const offerAt = (instance: Instance, browser: ShopBrowser) => browser.ask(instance, `/products/${id}/offer`);
const pageAt = (instance: Instance, browser: ShopBrowser) => browser.ask(instance, webProduct(id));
const sessionAt = async (instance: Instance, browser: ShopBrowser) =>
  jsonOf(await browser.ask(instance, '/auth/session'));
const refreshes = () => identity.stats().tokenRequests['refresh_token'] ?? 0;

async function signedIn(username = 'ada'): Promise<ShopBrowser> {
  const browser = new ShopBrowser();
  const back = await browser.signIn(web, username, { returnTo: webProduct(id), back: other });
  expect(back).toMatchObject({ status: 303, headers: { location: shopOrigin + webProduct(id) } });
  return browser;
}

async function expectGone(browser: ShopBrowser): Promise<void> {
  for (const instance of [web, other]) {
    expect(await offerAt(instance, browser)).toMatchObject({ status: 401, headers: { 'cache-control': 'no-store' } });
    expect(await sessionAt(instance, browser)).toEqual({ signedIn: false });
    expect(await pageAt(instance, browser)).toMatchObject({ status: 200 });
  }
  expect(((await redis.ask('KEYS', '*:session:*')) as string[]).length).toBe(0);
}

describe('a user of the shop', () => {
  it('gets no offer before signing in, and is told how', async () => {
    const answer = await askAs(`${web.url}/products/${id}/offer`);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Cookie .*form-action="\/auth\/login"/);
  });

  it('gets the price of the group beside the page that all see, from whatever process', async () => {
    const page = await askAs(web.url + webProduct(id));
    const ada = await signedIn();
    for (const instance of [web, other]) {
      const offer = await offerAt(instance, ada);
      expect(offer).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } });
      expect(minorOf(offer)).toBeLessThan(minorOf(page));
      const own = await pageAt(instance, ada);
      expect({ body: own.body, cookie: own.headers['set-cookie'] }).toEqual({ body: page.body, cookie: undefined });
      expect(own.headers['cache-control']).toMatch(/^public/);
      expect(await sessionAt(instance, ada)).toMatchObject({
        signedIn: true,
        name: 'Ada Merchant',
        customerGroup: 'trade',
      });
    }
    const bob = await signedIn('bob');
    expect(minorOf(await offerAt(web, bob))).toBe(minorOf(page));
  });

  it('who signs out is signed out at both processes and at the provider', async () => {
    await redis.ask('FLUSHDB');
    const ada = await signedIn();
    const cookie = ada.jar.header(shopOrigin);
    const answer = await ada.signOut(web);
    expect(answer.status).toBe(200);
    const { logoutUrl } = jsonOf(answer) as { logoutUrl: string };
    expect(new URL(logoutUrl).origin).toBe(identity.issuer);
    expect(await signOut({ endSessionUrl: logoutUrl, jar: ada.jar })).toBe(`${shopOrigin}/`);
    await expectGone(ada);
    // Nor is it of use to who kept the cookie.
    for (const { url } of [web, other]) {
      expect(await askAs(`${url}/products/${id}/offer`, { headers: { cookie } })).toMatchObject({ status: 401 });
    }
  });

  it('whom the provider signs out is signed out at both processes, in every browser; others stay', async () => {
    await redis.ask('FLUSHDB');
    const [phone, desk, bob] = [await signedIn(), await signedIn(), await signedIn('bob')];
    for (const browser of [phone, desk, bob]) expect(await offerAt(web, browser)).toMatchObject({ status: 200 });
    expect(await askAs(`${identity.issuer}/__sign-out/ada`, { method: 'POST' })).toMatchObject({ status: 204 });
    for (const browser of [phone, desk]) {
      for (const instance of [web, other]) expect(await offerAt(instance, browser)).toMatchObject({ status: 401 });
    }
    expect(await offerAt(other, bob)).toMatchObject({ status: 200 });
    await bob.signOut(other);
    await expectGone(phone);
  });

  // The last one: what the processes take for the time is ahead of the provider's from here on.
  it('who has the page open in many tabs at the end of the access token is refreshed once, and everywhere', async () => {
    const ada = await signedIn();
    const before = refreshes();
    for (let ms = 0; ms < TOKEN_TTL_S * 1000; ms += CLOCK_STEP_MS) await fleet.moveClocks([web, other]);
    const tabs = Array.from({ length: 10 }, (_, n) => offerAt(n % 2 === 0 ? web : other, ada));
    expect((await Promise.all(tabs)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await sessionAt(web, ada)).toMatchObject({ signedIn: true });
    expect(refreshes()).toBe(before + 1);
    for (let ms = 0; ms < TOKEN_TTL_S * 1000; ms += CLOCK_STEP_MS) await fleet.moveClocks([web, other]);
    expect(await offerAt(other, ada)).toMatchObject({ status: 200 });
    expect(await sessionAt(web, ada)).toMatchObject({ signedIn: true });
    expect(refreshes()).toBe(before + 2);
  });
});
