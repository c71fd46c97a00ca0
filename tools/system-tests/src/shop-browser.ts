import { setTimeout as delay } from 'node:timers/promises';
import { CookieJar, signIn } from '@product-bffs/identity';
import { askAs, type Answer, type Asked } from './ask.ts';
import type { Instance } from './fleet.ts';

/** Where the shop and web-bff are to browsers and to the provider; behind it stands whatever process is asked. */
export const shopOrigin = 'http://shop.example';

/** What web-bff needs to know of that, over http. */
export const shopEnvironment = { PUBLIC_URL: shopOrigin, BFF_URL: shopOrigin, COOKIES: 'plain' };

/** Once this process reaches where sessions are kept: it is ready before that. */
export async function whenSignInWorks({ url }: Pick<Instance, 'url'>): Promise<void> {
  while ((await askAs(`${url}/auth/login`)).status === 503) await delay(20);
}

/** A browser without a screen: its cookies of the shop go to every process of web-bff. */
export class ShopBrowser {
  readonly jar = new CookieJar();

  async ask({ url }: Pick<Instance, 'url'>, path: string, { headers = {}, ...asked }: Asked = {}): Promise<Answer> {
    const cookie = this.jar.header(shopOrigin);
    const answer = await askAs(url + path, { ...asked, headers: { ...(cookie && { cookie }), ...headers } });
    this.jar.take(shopOrigin, { headers: { getSetCookie: () => answer.headers['set-cookie'] ?? [] } });
    return answer;
  }

  /** Goes through the provider's login page. @returns where it sends the browser back to */
  async goToProvider(instance: Pick<Instance, 'url'>, username: string, returnTo = '/'): Promise<URL> {
    const login = await this.ask(instance, `/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    const { location: authorizationUrl } = login.headers;
    if (authorizationUrl === undefined) throw new Error(`No way to the provider: ${login.status} ${login.body}`);
    return new URL(await signIn({ authorizationUrl, username, jar: this.jar }));
  }

  /** @returns what the way back is answered with, by another process if one is given */
  async signIn(
    instance: Pick<Instance, 'url'>,
    username: string,
    { returnTo = '/', back = instance } = {},
  ): Promise<Answer> {
    const { pathname, search } = await this.goToProvider(instance, username, returnTo);
    return this.ask(back, pathname + search);
  }

  /** As a page of the shop asks for it. */
  signOut(instance: Pick<Instance, 'url'>): Promise<Answer> {
    return this.ask(instance, '/auth/logout', { method: 'POST', headers: { 'x-bff': '1' } });
  }
}
