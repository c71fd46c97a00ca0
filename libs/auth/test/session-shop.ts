import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@product-bffs/composition';
import { CookieJar, developmentSecretOf, signIn, webBffClient, type Identity } from '@product-bffs/identity';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { createWebSessions, readSessionKeys, requireNeeds, signInRoutes } from '../src/index.ts';
import type { SessionSettings } from '../src/session/web-sessions.ts';

/** What browsers see; where it stands is another matter, as behind an edge. */
export const shopUrl = 'https://shop.example';

export const newKeys = (id = 'a'): string => `${id}:${randomBytes(32).toString('base64')}`;

export interface Shop {
  /** Lets milliseconds pass by this instance's clock. */
  pass(ms: number): void;
  readonly port: number;
  /** Faults of the provider, as they were told. */
  readonly log: string[];
  stop(): Promise<void>;
}

export interface ShopOptions extends Omit<Partial<SessionSettings>, 'SESSION_KEYS'> {
  keys?: string;
}

/** What a service makes a problem of. */
class Invalid extends Error {
  readonly fault: object;

  constructor(fault: object) {
    super('not valid');
    this.fault = fault;
  }
}

const statuses: Record<string, number> = { unauthenticated: 401, forbidden: 403, 'service-unavailable': 503 };

const problems: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  res.set('cache-control', 'no-store');
  if (error instanceof Invalid) res.status(400).json({ code: 'invalid-request', errors: [error.fault] });
  else if (error instanceof Refusal) {
    const { code, headers, message: detail } = error;
    res
      .status(statuses[code] ?? 400)
      .set(headers)
      .json({ code, detail });
  } else res.status((error as { status?: number }).status ?? 500).json({ code: 'other' });
};

/** One instance of a service with sessions, behind an edge on the loopback that speaks TLS with browsers. */
export async function startShop(
  identity: Pick<Identity, 'issuer' | 'setClient'>,
  options: ShopOptions = {},
): Promise<Shop> {
  const { keys = newKeys(), ...settings } = options;
  const log: string[] = [];
  const subjects = new WeakMap<Request, string>();
  let offset = 0;
  const sessions = createWebSessions({
    settings: {
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: 'web-bff',
      OIDC_CLIENT_SECRET: developmentSecretOf('web-bff'),
      PRICE_LIST_CLAIM: 'price_list',
      BFF_URL: shopUrl,
      PUBLIC_URL: shopUrl,
      SESSION_STORE: settings.REDIS_URL === undefined ? 'memory' : 'redis',
      SESSION_KEYS: readSessionKeys(keys),
      SESSION_IDLE_MS: 1_800_000,
      SESSION_LIFETIME_MS: 28_800_000,
      COOKIES: 'secure',
      REDIS_TIMEOUT_MS: 1000,
      ...settings,
    },
    service: 'shop',
    onSubject: (req, subject) => subjects.set(req, subject),
    onFault: (code) => log.push(code),
    clock: () => Date.now() + offset,
  });
  const app = express().set('query parser', 'simple').set('trust proxy', ['loopback']);
  app.use(signInRoutes({ sessions, invalid: (fault) => new Invalid(fault) }));
  app.get('/offer', sessions.session(), (req, res) => {
    res.json({ subject: subjects.get(req), priceList: sessions.identityOf(req).priceList });
  });
  app.use(problems);
  requireNeeds(app);
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  identity.setClient(
    webBffClient({ origins: [settings.BFF_URL ?? shopUrl], backChannelOrigin: `http://127.0.0.1:${port}` }),
  );
  return {
    port,
    log,
    pass: (ms) => (offset += ms),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, sessions.close()]);
    },
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** A browser: its cookies, for the shop and for the provider. */
export class Browser {
  readonly jar = new CookieJar();
  readonly #shop: Shop;
  readonly #origin: string;

  constructor(shop: Shop, origin = shopUrl) {
    this.#shop = shop;
    this.#origin = origin;
  }

  /** @param at the instance that is asked. Default: the one that this browser was made for */
  async ask(path: string, { at = this.#shop, ...init }: RequestInit & { at?: Shop } = {}): Promise<Answer> {
    const { protocol } = new URL(this.#origin);
    const response = await fetch(`http://127.0.0.1:${at.port}${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        'x-forwarded-proto': protocol.slice(0, -1),
        cookie: this.jar.header(this.#origin),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    this.jar.take(this.#origin, response);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, text, json };
  }

  cookie(name: string): string | undefined {
    return this.jar.get(this.#origin, name);
  }

  /** Puts cookies of somebody's making beside those that it has. */
  set(name: string, value: string, attributes = ''): void {
    this.jar.take(this.#origin, new Response(null, { headers: { 'set-cookie': `${name}=${value}${attributes}` } }));
  }

  /** As far as the provider's answer. @returns path and query of the way back */
  async goAndSignIn(username = 'ada', returnTo = '/products/oak-desk-lamp'): Promise<string> {
    const begun = await this.ask(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    if (begun.status !== 302) throw new Error(`${begun.status} ${begun.text}`);
    const authorizationUrl = begun.headers.get('location') ?? '';
    const back = new URL(await signIn({ authorizationUrl, username, jar: this.jar }));
    return back.pathname + back.search;
  }

  async signIn(username = 'ada', returnTo?: string): Promise<Answer> {
    return this.ask(await this.goAndSignIn(username, returnTo));
  }

  logout(init: RequestInit & { at?: Shop } = {}): Promise<Answer> {
    return this.ask('/auth/logout', { method: 'POST', headers: { 'x-bff': '1' }, ...init });
  }
}
