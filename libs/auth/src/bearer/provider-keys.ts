import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@product-bffs/composition';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';

export interface ProviderKeysOptions {
  provider: () => Promise<Configuration>;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** Told when a key that was published is so no more. */
  onRetired: () => void;
  /** Told when the provider's keys cannot be read, by a code such as ECONNREFUSED. */
  onFault: (code: string) => void;
}

const READ_TIMEOUT_MS = 2000;
/** A request waits for keys that long at most; the reading goes on, and the next one finds them. */
const WAIT_MS = 1000;
/** Keys are read again at that age, by the way: how long a retired one is believed at most. */
const MAX_AGE_MS = 5 * 60_000;
/**
 * After a reading that failed, or that brought no key of the name asked for, the provider is left alone that long. One
 * that did starts none: keys may rotate as often as they like.
 */
const COOL_DOWN_MS = 2000;

/** The keys that a provider publishes (its JWKS), the last good ones where it is away. No token says where they are. */
export function createProviderKeys({ provider, clock, onRetired, onFault }: ProviderKeysOptions) {
  let source: { issuer: string; keys: ReturnType<typeof createRemoteJWKSet> } | undefined;
  let published: string[] = [];
  let reading: Promise<void> | undefined;
  let [readAt, coolUntil] = [-Infinity, -Infinity];
  let fault: Refusal | undefined;

  async function readNow(): Promise<void> {
    const found = source ?? (await discovered());
    await found.keys.reload();
    const now = (found.keys.jwks()?.keys ?? []).map((key) => JSON.stringify(key));
    if (published.some((key) => !now.includes(key))) onRetired();
    [source, published, fault] = [found, now, undefined];
  }

  async function discovered() {
    const { issuer, jwks_uri } = (await provider()).serverMetadata();
    if (jwks_uri === undefined) throw new Error('The provider publishes no keys');
    // When to read is decided here: jose would leave the provider alone after a reading that brought what was asked for.
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: READ_TIMEOUT_MS,
      cooldownDuration: Infinity,
      cacheMaxAge: Infinity,
    });
    return { issuer, keys };
  }

  /** One reading for all who want one. */
  function read(): Promise<void> {
    readAt = clock();
    reading ??= readNow()
      .catch((error: unknown) => {
        [coolUntil, readAt] = [clock() + COOL_DOWN_MS, clock() + COOL_DOWN_MS - MAX_AGE_MS];
        onFault(codeOf(error));
        throw (fault = unavailable());
      })
      .finally(() => (reading = undefined));
    return reading;
  }

  function awaitReading(): Promise<void> {
    const tooLong = delay(WAIT_MS, undefined, { ref: false }).then(() => {
      throw unavailable();
    });
    return Promise.race([read(), tooLong]);
  }

  const key: JWTVerifyGetKey = async (header, token) => {
    if (source === undefined) throw unavailable();
    const { keys } = source;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (clock() < coolUntil) throw fault ?? error;
    }
    await awaitReading();
    try {
      return await keys(header, token);
    } catch (error) {
      coolUntil = clock() + COOL_DOWN_MS;
      throw error;
    }
  };

  return {
    /** For `jwtVerify`: the key that a token names. @throws Refusal (503) where that cannot be said now */
    key,
    /** As the provider's tokens name it. @throws Refusal (503) where the provider was never seen */
    async issuer(): Promise<string> {
      if (source === undefined) {
        if (fault !== undefined && clock() < coolUntil) throw fault;
        await awaitReading();
      }
      return source?.issuer ?? '';
    },
    /** Has keys that are old read again; nobody waits for it. */
    refresh(): void {
      if (source !== undefined && clock() - readAt >= MAX_AGE_MS) read().catch(() => undefined);
    },
  };
}

/** What failed, but neither where nor with what. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as Error & { code?: unknown };
  const codes = [(cause as { code?: unknown } | undefined)?.code, code];
  return codes.find((one) => typeof one === 'string') ?? name;
}

function unavailable(): Refusal {
  return new Refusal('service-unavailable', 'Who asks cannot be verified now.', { 'retry-after': '2' });
}
