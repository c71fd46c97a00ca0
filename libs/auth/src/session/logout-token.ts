import { errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { createProviderKeys, type ProviderKeysOptions } from '../bearer/provider-keys.ts';

const eventsSchema = z.object({ 'http://schemas.openid.net/event/backchannel-logout': z.object() });
const types = new Set([undefined, 'jwt', 'logout+jwt', 'application/logout+jwt']);
/** How old a logout token may be, in seconds. */
const MAX_AGE_S = 300;
const TOLERANCE_S = 10;
/** How long the id of one has to be remembered. */
export const LOGOUT_TOKEN_LIFE_MS = (MAX_AGE_S + 2 * TOLERANCE_S) * 1000;

type LogoutTokensOptions = Omit<ProviderKeysOptions, 'onRetired'> & { clientId: string };

/**
 * Reads logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.6), all but that each is good once.
 * @returns a function that gives the token's id and the name of the sessions to end (those of `sid` where it is there,
 * else all of `sub`), undefined for what is no logout token, and throws a Refusal where the keys cannot be had
 */
export function createLogoutTokens({ clientId, ...options }: LogoutTokensOptions) {
  const keys = createProviderKeys({ ...options, onRetired: () => undefined });
  return async (token: string): Promise<{ id: string; name: string } | undefined> => {
    const issuer = await keys.issuer();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys.key, {
        issuer,
        audience: clientId,
        algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
        maxTokenAge: MAX_AGE_S,
        clockTolerance: TOLERANCE_S,
        currentDate: new Date(options.clock()),
      });
      const { jti = '', sub, sid, nonce, events } = payload;
      const name = sessionName(issuer, { sid, sub });
      const isLogout = types.has(protectedHeader.typ?.toLowerCase()) && nonce === undefined;
      return isLogout && eventsSchema.safeParse(events).success && name !== undefined
        ? { id: `${issuer} ${jti}`, name }
        : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** What a session is known by at its provider: `sid` where there is one, else whose it is. */
export function sessionName(issuer: string, { sid, sub }: { sid?: unknown; sub?: unknown }): string | undefined {
  if (typeof sid === 'string') return `sid ${issuer} ${sid}`;
  return typeof sub === 'string' ? `sub ${issuer} ${sub}` : undefined;
}
