import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { developmentPassword, startIdentity, type Identity } from '@product-bffs/identity';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../src/find-chromium.ts';
import { startFleet, type Fleet } from '../src/fleet.ts';
import { patient } from '../src/running-system.ts';
import { openShopFront, type ShopFront } from '../src/shop-front.ts';
import { showableProducts } from '../src/showable-products.ts';

/** Where there is no Chromium yet, it is installed. */
const INSTALL_MS = 540_000;
const TIMEOUT_MS = 30_000;

let front: ShopFront;
let identity: Identity;
let fleet: Fleet;
let folder: string;
let context: BrowserContext;
let page: Page;
let shopUrl: string;
let id: string;

beforeAll(async () => {
  const executablePath = await findChromium();
  front = await openShopFront();
  const web = { origins: [front.origin] };
  identity = await startIdentity({ web });
  fleet = await startFleet({
    environment: { ...patient, PUBLIC_URL: front.origin, BFF_URL: front.origin, OIDC_ISSUER: identity.issuer },
  });
  const { url } = await fleet.start('web-bff');
  front.leadTo(url);
  [id = ''] = await showableProducts(fleet);
  shopUrl = `${front.origin}/?product=${id}`;
  folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  page = await context.newPage();
}, INSTALL_MS);

afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
  await fleet.stop();
  await identity.stop();
  front.stop();
});

const shown = async (where: string) => (await page.locator(`#${where}`).textContent()) ?? '';
const whenShown = (who: string) => page.locator('#who', { hasText: who }).waitFor();
const pounds = (text: string) => Number(text.replaceAll(/[^\d.]/g, ''));
const sessionCookies = async () => (await context.cookies(front.origin)).filter(({ name }) => name === 'sid');

async function signIn(username: string): Promise<void> {
  await page.goto(shopUrl);
  await whenShown('nobody');
  await page.click('#sign-in');
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', developmentPassword);
  await page.click('[type=submit]');
  await page.waitForURL(shopUrl);
}

it('a user signs in on screen and sees the price of the group beside the one that all see', async () => {
  await signIn('ada');
  await whenShown('Ada Merchant');
  expect(pounds(await shown('offer'))).toBeLessThan(pounds(await shown('price')));
});

it('no script sees a cookie, a token or anything of the session', async () => {
  const seen = await page.evaluate(
    '[document.cookie, localStorage.length, sessionStorage.length, document.body.innerText]',
  );
  expect(seen).toMatchObject(['', 0, 0, expect.not.stringContaining('eyJ')]);
});

it('the one cookie is for this host alone, out of reach of scripts and other sites, and ends with the browser', async () => {
  expect(await sessionCookies()).toMatchObject([
    { name: 'sid', domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Strict', secure: false, expires: -1 },
  ]);
  expect((await context.cookies(front.origin)).filter(({ name }) => name.startsWith('oidc-'))).toEqual([]);
});

it('a script of the page gets the offer', async () => {
  const offer = `fetch('/products/${id}/offer').then(async (answer) => [answer.status, (await answer.json()).price.currentMinor])`;
  const product = `fetch('/products/${id}').then(async (answer) => [answer.status, (await answer.json()).price.currentMinor])`;
  const [status, minor] = await page.evaluate<[number, number]>(offer);
  const [, publicMinor] = await page.evaluate<[number, number]>(product);
  expect(status).toBe(200);
  expect(minor).toBeLessThan(publicMinor);
});

/** What a script of somebody else's page may try: simply, as if it were of the shop, and to read. */
const attempts = () =>
  [
    [`${front.origin}/auth/logout`, `method: 'POST', mode: 'no-cors'`],
    [`${front.origin}/auth/logout`, `method: 'POST', headers: { 'x-bff': '1' }`],
    [`${front.origin}/products/${id}/offer`, ''],
  ].map(
    ([url, how]) =>
      `fetch('${url}', { credentials: 'include', signal: AbortSignal.timeout(${TIMEOUT_MS}), ${how} })
        .then(({ type, status }) => [type, status], ({ name }) => name)`,
  );

it.each(['localhost', '127.0.0.1'])(
  'a page at another port of %s cannot sign the user out, nor read the offer',
  async (host) => {
    const server = createServer((_req, res) => {
      const form = `<form method="post" action="${front.origin}/auth/logout"><button>Win</button></form>`;
      res.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Elsewhere</title>${form}`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const elsewhere = await context.newPage();
    await elsewhere.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
    const results = [];
    for (const attempt of attempts()) results.push(await elsewhere.evaluate(attempt));
    const [answer] = await Promise.all([elsewhere.waitForResponse(/\/auth\/logout$/), elsewhere.click('button')]);
    // A page that is closed while its answer arrives may never be.
    await elsewhere.waitForURL(/\/auth\/logout$/);
    await elsewhere.close();
    server.close();
    server.closeAllConnections();
    expect(results).toEqual(['TypeError', 'TypeError', 'TypeError']);
    // Another port is the same site, from which the cookie comes along; what comes from another site comes without it.
    expect(answer.status()).toBe(host === 'localhost' ? 403 : 401);
    await page.goto(shopUrl);
    await whenShown('Ada Merchant');
  },
);

it('the contract can be read on a page of which nothing comes from elsewhere', async () => {
  const reader = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  await reader.route(
    (url) => url.origin !== front.origin && url.protocol !== 'data:',
    (route, request) => {
      elsewhere.push(request.url());
      return route.abort();
    },
  );
  // The logo of Redoc's makers would come from them; the page's policy lets nothing.
  const isLogo = (text: string) => text.includes('/redoc/logo-mini');
  reader.on('console', (message) => {
    if (message.type() === 'error' && !isLogo(message.text())) complaints.push(message.text());
  });
  reader.on('pageerror', (error) => complaints.push(error.message));
  await reader.goto(`${front.origin}/reference`);
  await reader.getByRole('heading', { name: 'web-bff' }).waitFor();
  await reader.getByRole('link', { name: '/products/{productId}/reviews' }).click();
  await reader.getByText('A page of reviews, newest first').first().waitFor();
  await reader.close();
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
});

it('the user signs out on screen, of the shop and of the provider', async () => {
  await page.click('#sign-out');
  await page.click('[type=submit]');
  await page.waitForURL(`${front.origin}/`);
  expect(await sessionCookies()).toEqual([]);
  await signIn('bob');
  await whenShown('Bob Shopper');
  expect(await shown('offer')).toBe(await shown('price'));
});

it('whom the provider signs out is nobody at the next look', async () => {
  await identity.signOutEverywhere('bob');
  await page.goto(shopUrl);
  await whenShown('nobody');
  expect(await shown('offer')).toBe('…');
});
