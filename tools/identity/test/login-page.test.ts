import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Identity } from '../src/index.ts';
import { CookieJar, developmentPassword, signIn, startIdentity } from '../src/index.ts';
import { authorizationUrl, webRedirectUri } from './web-client.ts';

let identity: Identity;
let issuer: string;

beforeAll(async () => {
  identity = await startIdentity();
  ({ issuer } = identity);
});
afterAll(() => identity.stop());

/** Opens the login page as a browser does. */
async function open(jar: CookieJar): Promise<string> {
  const url = authorizationUrl(issuer);
  const response = await fetch(url, { redirect: 'manual' });
  jar.take(url, response);
  return new URL(response.headers.get('location') ?? '', url).href;
}

async function type(page: string, jar: CookieJar, form: Record<string, string>): Promise<Response> {
  const headers = { cookie: jar.header(page) };
  return fetch(page, { method: 'POST', headers, body: new URLSearchParams(form), redirect: 'manual' });
}

it('shows a form that says to whom it belongs and needs no script', async () => {
  const jar = new CookieJar();
  const page = await open(jar);
  const response = await fetch(page, { headers: { cookie: jar.header(page) } });
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).not.toContain('<script');
  for (const part of ['<html lang="en">', 'Web shop', 'name="username"', 'name="password"', 'type="submit"']) {
    expect(html).toContain(part);
  }
});

it.each([
  ['a wrong password', { username: 'ada', password: 'guessed' }],
  ['nobody’s name', { username: 'mallory', password: developmentPassword }],
  ['nothing', {}],
])('answers %s with 401 and the form again', async (_, form) => {
  const jar = new CookieJar();
  const page = await open(jar);
  const response = await type(page, jar, form);
  const html = await response.text();
  expect(response.status).toBe(401);
  expect(html).toContain('role="alert"');
  expect(html).toContain('name="password"');
  expect((await type(page, jar, { username: 'ada', password: developmentPassword })).status).toBe(303);
});

it('shows what was typed as text', async () => {
  const jar = new CookieJar();
  const html = await (await type(await open(jar), jar, { username: '"><script>alert(1)</script>' })).text();
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;');
  expect(html).not.toContain('<script');
});

it('is of no use in another browser, or for a sign-in that there is not', async () => {
  const page = await open(new CookieJar());
  const form = { username: 'ada', password: developmentPassword };
  expect((await type(page, new CookieJar(), form)).status).toBe(400);
  expect((await type(`${issuer}/interaction/none`, new CookieJar(), form)).status).toBe(400);
});

it('refuses a form larger than any that it shows, and goes on', async () => {
  const jar = new CookieJar();
  const page = await open(jar);
  expect((await type(page, jar, { username: 'a'.repeat(20_000) })).status).toBe(413);
  expect((await type(page, jar, { username: 'ada', password: developmentPassword })).status).toBe(303);
});

it('lets signIn say what the page said', async () => {
  const request = signIn({ authorizationUrl: authorizationUrl(issuer), username: 'ada', password: 'guessed' });
  await expect(request).rejects.toThrow(/^401 \/interaction\/.*User name or password is wrong/);
});

it('asks a browser that is signed in no more, unless the client wants it to', async () => {
  const jar = new CookieJar();
  const authorize = (parameters = {}) =>
    signIn({ authorizationUrl: authorizationUrl(issuer, parameters), username: 'ada', jar });
  const nobody = new URL(await authorize({ prompt: 'none' }));
  expect(nobody.searchParams.get('error')).toBe('login_required');
  await authorize();

  const silent = new URL(await authorize({ prompt: 'none' }));
  expect(silent.origin + silent.pathname).toBe(webRedirectUri);
  expect(Object.fromEntries(silent.searchParams)).toEqual({
    code: expect.any(String),
    state: 'a-state',
    iss: issuer,
  });
  const again = await fetch(authorizationUrl(issuer, { prompt: 'login' }), {
    headers: { cookie: jar.header(issuer) },
    redirect: 'manual',
  });
  expect(again.headers.get('location')).toMatch(/^\/interaction\//);
});

it('grants what is asked for without another page', async () => {
  const parameters = { scope: 'openid offline_access products:read', prompt: 'consent' };
  const callback = await signIn({ authorizationUrl: authorizationUrl(issuer, parameters), username: 'ada' });
  expect(callback).toMatch(/\?code=/);
});
