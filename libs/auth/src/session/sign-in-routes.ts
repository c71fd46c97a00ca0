import { promisify } from 'node:util';
import { Refusal } from '@product-bffs/composition';
import { Router, urlencoded, type Request, type Response } from 'express';
import { decodeJwt } from 'jose';
import * as openid from 'openid-client';
import { anonymous, guard } from '../need.ts';
import { createLogoutTokens, LOGOUT_TOKEN_LIFE_MS, sessionName } from './logout-token.ts';
import { isOwnPath } from './own-path.ts';
import { outcomeOf } from './provider-faults.ts';
import { createSeal } from './session-keys.ts';
import { hashOf, type Done, type SessionUser } from './session-store.ts';
import { textOf, userOf, type TokenResponse, type Tokens } from './session-user.ts';
import type { WebSessions } from './web-sessions.ts';

export interface SignInRoutes {
  sessions: WebSessions;
  /** @returns a problem 400 that names what is wrong */
  invalid: (fault: { in: 'query' | 'body'; name: string; code: string; detail: string }) => Error;
}

/** How long a user may take to sign in. */
const TRANSACTION_MS = 600_000;
/** Sign-ins that one browser may have under way: their cookies take less than 4 kB of a request's header. */
const MAX_TRANSACTIONS = 4;
// One answer takes so many of them back at most.
const MAX_CLEARED = 10;
const SCOPE = 'openid profile offline_access';
const MAX_FORM_BYTES = 8192;

/**
 * What the browser keeps, sealed for its state, on the way to the provider and back; `previous` is the session that the
 * new one takes the place of.
 */
type Transaction = Record<'verifier' | 'nonce' | 'returnTo', string> & { previous?: string };

/**
 * /auth/login, /auth/callback, /auth/session, /auth/logout and /auth/backchannel-logout: OpenID Connect with code, PKCE,
 * state, nonce and the check of `iss` (RFC 9700, RFC 9207).
 */
export function signInRoutes({ sessions: web, invalid }: SignInRoutes): Router {
  const { settings, provider, away, sessions, seal, load, current, signedIn, challenge, onFault, clock } = web.parts;
  const { attributes, name: cookieName, prefix } = web.cookies;
  const { PRICE_LIST_CLAIM: priceListClaim, OIDC_CLIENT_ID: clientId } = settings;
  const [shop, bff] = [settings.PUBLIC_URL, settings.BFF_URL].map((url) => url.replace(/\/$/, '')) as [string, string];
  const ownOrigins = [shop, bff].map((url) => new URL(url).origin);
  const callbackUrl = `${bff}/auth/callback`;
  const transactions = createSeal(settings.SESSION_KEYS, 'a sign-in under way', clock);
  // The way back begins at the provider, which is another site.
  const transient = { ...attributes, sameSite: 'lax' } as const;
  const transactionCookie = (state: string) => `${prefix}oidc-${hashOf(state).slice(0, 16)}`;
  const transactionForm = new RegExp(`^${prefix}oidc-[\\w-]{16}$`);
  const readLogoutToken = createLogoutTokens({ provider, clientId, onFault, clock });
  const badState = () =>
    invalid({ in: 'query', name: 'state', code: 'unknown_sign_in', detail: 'is of no sign-in of this browser' });
  const nobody = () => new Refusal('unauthenticated', 'The identity provider signed nobody in.', challenge);

  async function login(req: Request, res: Response): Promise<void> {
    const { returnTo = '/' } = req.query;
    if (typeof returnTo !== 'string' || !isOwnPath(returnTo, shop)) {
      throw invalid({ in: 'query', name: 'returnTo', code: 'not_own_path', detail: 'must be a path of this site' });
    }
    if (attributes.secure && !req.secure) {
      throw new Refusal('invalid-request', 'Signing in needs TLS, which a proxy among TRUSTED_PROXIES may vouch for.');
    }
    // Nobody is sent away to sign in for a session that cannot be kept.
    await sessions.ask((store) => store.get('sign-in'));
    const configuration = await provider();
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    const previous = req.session.user && { previous: req.sessionID };
    const transaction: Transaction = { verifier, nonce, returnTo, ...previous };
    const exp = Math.floor((clock() + TRANSACTION_MS) / 1000);
    const code_challenge = await openid.calculatePKCECodeChallenge(verifier);
    const asked = {
      redirect_uri: callbackUrl,
      scope: SCOPE,
      state,
      nonce,
      code_challenge,
      code_challenge_method: 'S256',
    };
    // Pushed where the provider takes it so (RFC 9126): nothing of it goes through the browser.
    const mayPush = configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined;
    const built = mayPush ? openid.buildAuthorizationUrlWithPAR(configuration, asked).catch(away) : undefined;
    const to = (await built) ?? openid.buildAuthorizationUrl(configuration, asked);
    endTransactions(req, res);
    const sealed = await transactions.seal({ ...transaction, exp }, state);
    res.cookie(transactionCookie(state), sealed, { ...transient, maxAge: TRANSACTION_MS });
    forThisOne(res).redirect(302, to.href);
  }

  function endTransactions(req: Request, res: Response): void {
    // Browsers send the oldest first (RFC 6265 §5.4).
    const names = [...cookiesOf(req).keys()].filter((name) => transactionForm.test(name));
    const older = names.slice(0, 1 - MAX_TRANSACTIONS);
    for (const name of older.slice(0, MAX_CLEARED)) res.clearCookie(name, transient);
  }

  async function callback(req: Request, res: Response): Promise<void> {
    const { state } = req.query;
    const since = clock();
    if (typeof state !== 'string') throw badState();
    const sealed = cookiesOf(req).get(transactionCookie(state)) ?? '';
    res.clearCookie(transactionCookie(state), transient);
    const opened = transactions.open(sealed, state).catch(() => Promise.reject(badState()));
    const transaction = (await opened) as unknown as Transaction;
    const isFirst = await sessions.ask((store) => store.add(`used:${hashOf(state)}`, '', TRANSACTION_MS));
    if (!isFirst) throw badState();
    const response = await redeem(req, state, transaction);
    if (transaction.previous !== undefined) await sessions.end(transaction.previous);
    await promisify((done: Done) => req.session.regenerate(done))();
    const user = await userOf(response, { seal, id: req.sessionID, priceListClaim, clock, onFault });
    const { iss = '', sub, sid }: Partial<openid.IDToken> = response.claims() ?? {};
    const names = [{ sub }, { sid }].flatMap((known) => sessionName(iss, known) ?? []);
    if (!(await sessions.start(req.sessionID, user, names, since))) throw nobody();
    forThisOne(res).redirect(303, shop + transaction.returnTo);
  }

  async function redeem({ originalUrl }: Request, expectedState: string, sent: Transaction): Promise<TokenResponse> {
    const configuration = await provider();
    const came = new URL(callbackUrl + new URL(originalUrl, callbackUrl).search);
    const checks = { expectedState, expectedNonce: sent.nonce, pkceCodeVerifier: sent.verifier, idTokenExpected: true };
    try {
      return await openid.authorizationCodeGrant(configuration, came, checks);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome === 'invalid') throw badState();
      if (outcome === 'refused') throw nobody();
      return away(error);
    }
  }

  /** None where no key of now opens them. */
  async function tokensOf({ sessionID }: Request, { tokens }: SessionUser): Promise<Tokens> {
    return (await seal.open(tokens, hashOf(sessionID)).catch(() => ({}))) as Tokens;
  }

  async function tellSession(req: Request, res: Response): Promise<void> {
    const stored = await current(req);
    if (stored === undefined) {
      forThisOne(res).json({ signedIn: false });
      return;
    }
    // Who it is stands in the ID token alone, and is kept sealed as that is.
    const { id } = await tokensOf(req, stored.user);
    const { name, customer_group: group } = id === undefined ? {} : decodeJwt(id);
    const [told, customerGroup] = [textOf(name) ?? null, textOf(group) ?? null];
    const endsAt = Math.min(clock() + settings.SESSION_IDLE_MS, stored.startedAt + settings.SESSION_LIFETIME_MS);
    forThisOne(res).json({ signedIn: true, name: told, customerGroup, expiresAt: new Date(endsAt).toISOString() });
  }

  /** RFC 10017 §6.1.3.3: a header that no other site can send without asking first, and what browsers say of who asks. */
  function refuseOtherSites(req: Request, _res: Response, next: () => void): void {
    const origin = req.get('origin');
    const isOwn = req.get('x-bff') === '1' && (origin === undefined || ownOrigins.includes(origin));
    if (isOwn && ['same-origin', 'none'].includes(req.get('sec-fetch-site') ?? 'none')) next();
    else throw new Refusal('forbidden', 'This is for pages of the shop alone: with x-bff: 1, from its own origin.');
  }

  async function logout(req: Request, res: Response): Promise<void> {
    const { refresh, id } = await tokensOf(req, signedIn(req));
    await promisify((done: Done) => req.session.destroy(done))();
    res.clearCookie(cookieName, attributes);
    // The session is ended, whether or not the provider can be told.
    const configuration = await provider().catch(() => undefined);
    if (configuration && refresh) openid.tokenRevocation(configuration, refresh).catch(() => undefined);
    const parameters = { post_logout_redirect_uri: `${shop}/`, ...(id && { id_token_hint: id }) };
    const canEnd = configuration?.serverMetadata().end_session_endpoint !== undefined;
    forThisOne(res).json({ logoutUrl: canEnd ? openid.buildEndSessionUrl(configuration, parameters).href : null });
  }

  async function backChannelLogout(req: Request, res: Response): Promise<void> {
    const { logout_token: token } = (req.body ?? {}) as Record<string, unknown>;
    const told = typeof token === 'string' ? await readLogoutToken(token) : undefined;
    const used = `logout:${hashOf(told?.id ?? '')}`;
    if (told === undefined || (await sessions.ask((store) => store.get(used))) !== undefined) {
      throw invalid({ in: 'body', name: 'logout_token', code: 'invalid_token', detail: 'must be a new logout token' });
    }
    // Used when it is done: where the store fails in the middle, the provider asks again.
    await sessions.endNamed(told.name);
    await sessions.ask((store) => store.set(used, '', LOGOUT_TOKEN_LIFE_MS));
    forThisOne(res).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.get('/auth/login', anonymous(), load, login);
  router.get('/auth/callback', anonymous(), load, callback);
  router.get('/auth/session', anonymous(), load, tellSession);
  router.post('/auth/logout', web.session(), refuseOtherSites, logout);
  const logoutToken = guard({ name: 'logout token', security: [{}] }, (_req, _res, next) => next());
  const readForm = urlencoded({ extended: false, limit: MAX_FORM_BYTES });
  router.post('/auth/backchannel-logout', logoutToken, readForm, backChannelLogout);
  return router;
}

function forThisOne(res: Response): Response {
  return res.set('cache-control', 'private, no-store');
}

function cookiesOf(req: Request): Map<string, string> {
  const pairs = (req.headers.cookie ?? '').split(/; */).map((pair) => pair.split('=', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
