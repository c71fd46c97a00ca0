/** Cookies of a browser, an origin at a time. Paths and expiry dates are not looked at. */
export class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Value of the header `cookie` for a request to this URL; '' where there are none. */
  header(url: string | URL): string {
    return [...this.#of(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(url: string | URL, name: string): string | undefined {
    return this.#of(url).get(name);
  }

  /** Takes what an answer set, and forgets what it took back. */
  take(url: string | URL, { headers }: { headers: Pick<Headers, 'getSetCookie'> }): void {
    const cookies = this.#of(url);
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const [name = '', ...value] = pair.split('=');
      if (/;\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(line)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
  }

  #of(url: string | URL): Map<string, string> {
    const { origin } = new URL(url);
    const cookies = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, cookies);
    return cookies;
  }
}
