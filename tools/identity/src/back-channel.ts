import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { SigningKey } from './signing-keys.ts';
import type { Stats } from './stats.ts';

/** How long a client may take to answer. */
const TIMEOUT_MS = 2500;

/** How long a logout token is good for, in seconds. */
const LOGOUT_TOKEN_TTL_S = 120;

export interface LogoutNotice {
  clientId: string;
  backChannelLogoutUri: string;
  subject: string;
  /** The client's id of the session that ended. */
  sid?: string | undefined;
}

export interface BackChannel {
  issuer: string;
  signingKey: () => SigningKey;
  stats: Stats;
}

/**
 * Tells a client that a session has ended (OpenID Connect Back-Channel Logout 1.0 §2.5).
 * A client that cannot be told does not hold up the sign-out: it is counted.
 */
export async function sendLogout(notice: LogoutNotice, { issuer, signingKey, stats }: BackChannel): Promise<void> {
  const logoutToken = await createLogoutToken(notice, { issuer, key: signingKey() });
  const delivered = await fetch(notice.backChannelLogoutUri, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: logoutToken }),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
  stats.countLogout({ delivered });
}

async function createLogoutToken(
  { clientId, subject, sid }: LogoutNotice,
  { issuer, key }: { issuer: string; key: SigningKey },
): Promise<string> {
  return new SignJWT({
    ...(sid !== undefined && { sid }),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${LOGOUT_TOKEN_TTL_S} s`)
    .setJti(randomUUID())
    .sign(await importJWK(key, 'ES256'));
}
