import { developmentPassword } from '../users.ts';
import { CookieJar } from './cookie-jar.ts';

/** A sign-in takes five redirects; more than that is a loop. */
const MAX_STEPS = 12;

export interface SignIn {
  /** An authorization request, as a client sends a browser there. */
  authorizationUrl: string;
  username: string;
  /** Default: the one that is right. */
  password?: string;
  /** The browser's. Default: a browser without any. */
  jar?: CookieJar;
}

/**
 * Does what a browser and its user do at the provider: signs in where there is no session yet.
 * @returns where the browser is sent in the end: the client's redirect URI with a code, or with an error
 * @throws Error where the provider shows anything else than its login page, or the login page a second time
 */
export async function signIn({
  authorizationUrl,
  username,
  password = developmentPassword,
  jar = new CookieJar(),
}: SignIn): Promise<string> {
  return walk(authorizationUrl, jar, { field: 'username', values: { username, password } });
}

export interface SignOut {
  /** A logout request (OpenID Connect RP-Initiated Logout 1.0). */
  endSessionUrl: string;
  /** The browser's, which is signed in. */
  jar: CookieJar;
}

/**
 * Does what a browser and its user do at the provider to sign out.
 * @returns where the browser is sent in the end: the client's post_logout_redirect_uri
 * @throws Error where the provider sends it nowhere
 */
export async function signOut({ endSessionUrl, jar }: SignOut): Promise<string> {
  return walk(endSessionUrl, jar, { field: 'xsrf', values: { logout: 'yes' } });
}

interface FormToFill {
  /** The form is known by it. */
  field: string;
  values: Record<string, string>;
}

async function walk(start: string, jar: CookieJar, form: FormToFill): Promise<string> {
  let url = start;
  let body: URLSearchParams | undefined;
  let filled = false;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: jar.header(url), accept: 'text/html' },
      redirect: 'manual',
      ...(body && { body }),
    });
    jar.take(url, response);
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null) {
      const next = new URL(location, url);
      if (next.origin !== new URL(start).origin) return next.href;
      url = next.href;
      body = undefined;
      continue;
    }
    const fields = hiddenFields(text);
    if (filled || !text.includes(`name="${form.field}"`)) {
      throw new Error(`${response.status} ${new URL(url).pathname}: ${textOf(text)}`);
    }
    filled = true;
    url = new URL(/<form[^>]* action="([^"]*)"/.exec(text)?.[1] ?? url, url).href;
    body = new URLSearchParams({ ...fields, ...form.values });
  }
  throw new Error(`More than ${MAX_STEPS} steps from ${start}`);
}

function hiddenFields(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden"[^>]* name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

function textOf(html: string): string {
  return html
    .replaceAll(/<(style|title)>[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
