import { setTimeout as wait } from 'node:timers/promises';
import { refreshTokenGrant, ResponseBodyError, type Configuration } from 'openid-client';
import { faultCode } from './provider-faults.ts';
import { hashOf, type SessionStore, type StoredSession } from './session-store.ts';
import { userOf, type Claiming, type Tokens } from './session-user.ts';

/** How long a request waits for new claims; past that it is served by those it has, and the refresh goes on. */
const WAIT_MS = 300;
const POLL_MS = 20;
/** Longer than a refresh may take: no second one begins meanwhile, at any instance. */
const LOCK_MS = 10_000;
/** A provider that was away is not asked again for so long. */
const RETRY_MS = 10_000;
/** A store that was away for a moment is asked again after so long. */
const KEEP_AGAIN_MS = 500;

export interface RefreshOptions extends Omit<Claiming, 'id'> {
  provider: () => Promise<Configuration>;
  sessions: SessionStore;
}

/**
 * Sessions as they are after the refresh that is due, if one is. Of all requests of a session, at whatever instance, one
 * asks the provider and the others see what it got: a refresh token that is used twice ends its whole family (RFC 9700
 * §4.14.2).
 * @returns undefined where the provider has ended it
 */
export function createRefresh(options: RefreshOptions) {
  const { provider, sessions, seal, clock, onFault } = options;
  const isDue = ({ user }: StoredSession) => clock() >= user.refreshAt;

  async function renewed(id: string, stored: StoredSession): Promise<StoredSession | undefined> {
    const { user } = stored;
    try {
      const tokens = (await seal.open(user.tokens, hashOf(id)).catch(() => undefined)) as Tokens | undefined;
      if (tokens?.refresh === undefined) return undefined;
      const response = await refreshTokenGrant(await provider(), tokens.refresh);
      const next = await userOf(response, { ...options, id }, { user, tokens });
      return next.subject === user.subject ? { ...stored, user: next } : undefined;
    } catch (error) {
      if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return undefined;
      onFault(faultCode(error));
      return { ...stored, user: { ...user, refreshAt: clock() + RETRY_MS } };
    }
  }

  async function refresh(id: string): Promise<StoredSession | undefined> {
    // Someone else may have been faster between the look at the session and the lock.
    const latest = await sessions.read(id);
    if (latest === undefined || !isDue(latest)) return latest;
    const next = await renewed(id, latest);
    // The refresh token of before is used up: the new one may not get lost.
    const keep = async () => next !== undefined && (await sessions.replace(id, next));
    if (await keep().catch(() => wait(KEEP_AGAIN_MS).then(keep))) return next;
    await sessions.end(id);
    return undefined;
  }

  async function refreshOnce(id: string, stored: StoredSession): Promise<StoredSession | undefined> {
    const lock = `refresh:${hashOf(id)}`;
    if (await sessions.ask((store) => store.add(lock, '', LOCK_MS))) {
      return refresh(id).finally(() => sessions.ask((store) => store.remove(lock)).catch(() => undefined));
    }
    for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += POLL_MS) {
      await wait(POLL_MS);
      const latest = await sessions.read(id);
      if (latest === undefined || !isDue(latest)) return latest;
    }
    return stored;
  }

  return async (id: string, stored: StoredSession): Promise<StoredSession | undefined> => {
    if (!isDue(stored)) return stored;
    return Promise.race([refreshOnce(id, stored), wait(WAIT_MS, stored, { ref: false })]);
  };
}
