import { randomBytes } from 'node:crypto';
import { Refusal } from '@product-bffs/composition';
import { createMemoryStore, createStore } from '@product-bffs/redis';
import type { Request } from 'express';
import session from 'express-session';
import type { Identity } from '../identity.ts';
import { guard, type Guard } from '../need.ts';
import { createProvider } from '../provider.ts';
import { faultCode } from './provider-faults.ts';
import { createRefresh } from './refresh.ts';
import { createSeal, deriveKey, type SessionKey } from './session-keys.ts';
import { SessionStore, type SessionUser, type StoredSession } from './session-store.ts';

/** As the environment names it. */
export interface SessionSettings {
  OIDC_ISSUER: string;
  OIDC_CLIENT_ID: string;
  OIDC_CLIENT_SECRET: string;
  /** Claim of the ID token that names the price list. */
  PRICE_LIST_CLAIM: string;
  /** Where browsers reach this service. */
  BFF_URL: string;
  /** The site that sign-ins come from and lead back to. */
  PUBLIC_URL: string;
  /** `memory`: in this process alone, for development. */
  SESSION_STORE: 'redis' | 'memory';
  SESSION_KEYS: readonly SessionKey[];
  /** Without a request for so long, a session ends. */
  SESSION_IDLE_MS: number;
  /** Whatever is done with it, a session ends then. */
  SESSION_LIFETIME_MS: number;
  /** `plain`: cookies that go over http too, for development on localhost. */
  COOKIES: 'secure' | 'plain';
  REDIS_URL?: string | undefined;
  /** Absent: the same. */
  STORES_REDIS_URL?: string | undefined;
  REDIS_TIMEOUT_MS: number;
}

export interface WebSessionsOptions {
  settings: SessionSettings;
  /** Whose sessions these are: what Redis keeps under. */
  service: string;
  /** Told before the route runs, so that what it asks for is asked for this subject. */
  onSubject: (req: Request, subject: string) => void;
  /** Told when the provider could not be asked, by a code such as ECONNREFUSED. */
  onFault: (code: string) => void;
  /** Milliseconds since the epoch. Default: Date.now */
  clock?: () => number;
}

export type WebSessions = ReturnType<typeof createWebSessions>;

/**
 * Sessions of browsers at this service (RFC 10017 §6.1): a browser has a cookie that means nothing, and no token.
 * `__Host-`: from this very host, over TLS, and no sibling host can set one. Strict: pages of the shop ask with it, while
 * what another site begins, be it a link, comes without; the page that a sign-in leads to is public and needs none.
 */
export function createWebSessions({ settings, service, onSubject, onFault, clock = Date.now }: WebSessionsOptions) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, SESSION_KEYS: keys } = settings;
  const { SESSION_STORE, REDIS_URL, STORES_REDIS_URL: url = REDIS_URL, REDIS_TIMEOUT_MS: timeoutMs } = settings;
  const { SESSION_IDLE_MS: idleMs, SESSION_LIFETIME_MS: lifetimeMs, PRICE_LIST_CLAIM: priceListClaim } = settings;
  const discovered = createProvider({ issuer, client: { id, secret } });
  const away = (error: unknown): never => {
    onFault(faultCode(error));
    throw new Refusal('service-unavailable', 'The identity provider cannot be asked now.', { 'retry-after': '2' });
  };
  /** @throws Refusal (503) */
  const provider = () => discovered().catch(away);
  const inRedis = SESSION_STORE === 'redis' && url !== undefined;
  const store = inRedis ? createStore({ url, timeoutMs, prefix: service }) : createMemoryStore({ clock });
  const sessions = new SessionStore({ store, idleMs, lifetimeMs, clock });
  const seal = createSeal(keys, 'tokens of a session', clock);
  const areSecure = settings.COOKIES === 'secure';
  const prefix = areSecure ? '__Host-' : '';
  const name = `${prefix}sid`;
  const attributes = { path: '/', httpOnly: true, secure: areSecure, sameSite: 'strict' } as const;
  const load = session({
    store: sessions,
    name,
    secret: keys.map((key) => Buffer.from(deriveKey(key, 'id of a session')).toString('base64url')),
    genid: () => randomBytes(32).toString('base64url'),
    // It ends with the browser, or by the store's clock: no answer has to carry it again.
    cookie: attributes,
    resave: false,
    saveUninitialized: false,
  });
  const refreshed = createRefresh({ provider, sessions, seal, clock, onFault, priceListClaim });
  const challenge = { 'www-authenticate': `Cookie realm="web", form-action="/auth/login", cookie-name="${name}"` };
  const found = new WeakMap<Request, StoredSession>();

  /** The session that `load` found, with claims of now. */
  async function current(req: Request): Promise<StoredSession | undefined> {
    const { user, startedAt, names } = req.session;
    if (user === undefined || startedAt === undefined || names === undefined) return undefined;
    return refreshed(req.sessionID, { user, startedAt, names });
  }

  async function identify(req: Request): Promise<void> {
    const stored = await current(req);
    if (stored === undefined) throw new Refusal('unauthenticated', 'This needs a session: sign in.', challenge);
    found.set(req, stored);
    onSubject(req, stored.user.subject);
  }

  function signedIn(req: Request): SessionUser {
    const user = found.get(req)?.user;
    if (user === undefined) throw new Error('The route does not need a session');
    return user;
  }

  return {
    /** Someone who signed in. */
    session: (): Guard =>
      guard({ name: 'session', security: [{ session: [] }] }, (req, res, next) => {
        load(req, res, (error?: unknown) => {
          if (error === undefined || error === null) identify(req).then(() => next(), next);
          else next(error);
        });
      }),
    /** Who asked, as `session()` found. */
    identityOf(req: Request): Identity {
      const { subject, priceList } = signedIn(req);
      return { subject, priceList, scopes: new Set() };
    },
    close: () => store.close(),
    /** What signInRoutes is made of. */
    parts: { settings, provider, away, sessions, seal, load, current, signedIn, challenge, onFault, clock },
    cookies: { name, prefix, attributes },
  };
}
