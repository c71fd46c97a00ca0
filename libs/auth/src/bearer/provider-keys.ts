import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@product-bffs/composition';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';
import { TOKEN_ALGORITHMS } from './challenges.ts';

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
// Readings begin at least that far apart, however many unknown names are asked for.
const COOL_DOWN_MS = 1000;
// A request waits for a reading that long at most: for the cool-down before it, and for an answer in good time.
const WAIT_MS = 1500;
// Older keys are read again before they are believed: for so long at most a retired one is.
const MAX_AGE_MS = 5 * 60_000;
// At that age they are read again by the way: where requests keep coming, nobody waits.
const REREAD_AGE_MS = 0.8 * MAX_AGE_MS;
// For so long after a reading that failed, or took too long, old keys are used and nobody waits.
const AWAY_MS = 10_000;

/** The keys that a provider publishes (its JWKS), the last good ones where it is away. No token says where they are. */
export function createProviderKeys({ provider, clock, onRetired, onFault }: ProviderKeysOptions) {
  let source: Awaited<ReturnType<typeof published>> | undefined;
  let reading: Promise<void> | undefined;
  let begun = 0;
  let [coolUntil, failedAt] = [-Infinity, -Infinity];

  async function published(nth: number, readAt: number) {
    const { issuer, jwks_uri } = (await provider()).serverMetadata();
    const remote = createRemoteJWKSet(new URL(jwks_uri ?? ''), { timeoutDuration: READ_TIMEOUT_MS });
    await remote.reload();
    const { keys = [] } = remote.jwks() ?? {};
    const imports = keys.flatMap((key) => TOKEN_ALGORITHMS.map((alg) => createLocalJWKSet({ keys: [key] })({ alg })));
    await Promise.any(imports).catch(() => {
      throw new errors.JWKSInvalid('None of the keys can be used');
    });
    return { issuer, nth, readAt, find: createLocalJWKSet({ keys }), texts: keys.map((key) => JSON.stringify(key)) };
  }

  async function readNow(): Promise<void> {
    coolUntil = clock() + COOL_DOWN_MS;
    try {
      const found = await published((begun += 1), clock());
      if (source?.texts.some((key) => !found.texts.includes(key))) onRetired();
      [source, failedAt] = [found, -Infinity];
    } catch (error) {
      failedAt = clock();
      coolUntil = failedAt + COOL_DOWN_MS;
      onFault(codeOf(error));
      throw unavailable();
    }
  }

  // One reading for all who want one.
  function read(): Promise<void> {
    reading ??= delay(Math.max(0, coolUntil - clock()), undefined, { ref: false })
      .then(readNow)
      .finally(() => (reading = undefined));
    return reading;
  }

  // Not asked again right after a failure: who needs it meanwhile is told at once.
  function throwIfAway(): void {
    if (clock() - failedAt < COOL_DOWN_MS) throw unavailable();
  }

  // Only a reading that began after it was asked for can say that there is no such key.
  const key: JWTVerifyGetKey = async (header, token) => {
    const before = begun;
    let limit: Promise<never> | undefined;
    while (source !== undefined) {
      const { nth, find } = source;
      try {
        return await find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || nth > before) throw error;
      }
      throwIfAway();
      await Promise.race([read(), (limit ??= tooLong())]);
    }
    throw unavailable();
  };

  function areCurrent(): boolean {
    if (source === undefined) return false;
    const ageMs = clock() - source.readAt;
    const may = ageMs < MAX_AGE_MS || clock() - failedAt < AWAY_MS;
    if (may && ageMs >= REREAD_AGE_MS) read().catch(() => undefined);
    return may;
  }

  return {
    /** For `jwtVerify`: the key that a token names. @throws Refusal (503) where that cannot be said now */
    key,
    /** Whether nobody has to wait for keys; has those that grow old read again by the way. */
    areCurrent,
    /** As the provider's tokens name it, once keys are current. @throws Refusal (503) where the provider was never seen */
    async issuer(): Promise<string> {
      if (!areCurrent()) {
        throwIfAway();
        await Promise.race([read(), tooLong()]).catch((error: unknown) => {
          failedAt = clock();
          if (source === undefined) throw error;
        });
      }
      return source?.issuer ?? '';
    },
  };
}

async function tooLong(): Promise<never> {
  await delay(WAIT_MS, undefined, { ref: false });
  throw unavailable();
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
