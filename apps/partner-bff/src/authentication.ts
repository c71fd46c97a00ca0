import {
  authenticatePartners,
  createGuards,
  createProvider,
  createQuotas,
  createReplayGuard,
  createTokenVerifier,
  tokenChallenge,
  watchPartners,
  type PartnerIdentity,
} from '@product-bffs/auth';
import { actFor, varyOn } from '@product-bffs/http-service';
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

/** Both ways to say who asks. No scheme is registered for keys in a header of their own: ApiKey names that header. */
const challenge = `${tokenChallenge}, ApiKey header="X-API-Key"`;

export type Authentication = ReturnType<typeof createAuthentication>;

/** Which partner asks, what it may, and how much of it. */
export function createAuthentication(config: Config, logger: Logger, clock: () => number) {
  const registry = watchPartners({
    file: config.PARTNERS_FILE,
    onReload: (seen) =>
      'fault' in seen
        ? logger.error(seen, 'the registry of partners is not valid; the one before stays')
        : logger.info(seen, 'the registry of partners has changed'),
  });
  const { REPLAY_STORE, QUOTA_STORE, REDIS_TIMEOUT_MS: timeoutMs } = config;
  const url = config.STORES_REDIS_URL ?? config.REDIS_URL ?? '';
  const replay = createReplayGuard({
    redis: REPLAY_STORE === 'redis' ? { url, timeoutMs, prefix: 'partner-bff' } : undefined,
    clock,
  });
  const { identityOf, scope } = createGuards<PartnerIdentity>({
    authenticate: authenticatePartners({
      registry,
      pepper: config.API_KEY_PEPPER,
      tokens: createTokenVerifier({
        provider: createProvider({ issuer: config.OIDC_ISSUER }),
        audience: config.TOKEN_AUDIENCE,
        replay,
        publicUrl: config.PUBLIC_URL,
        onFault: (code) => logger.warn({ code }, "the provider's keys cannot be read"),
        clock,
      }),
      challenge,
      clock,
    }),
    schemes: ['apiKey', 'bearer', 'dpop'],
    challenge,
    onSubject: actFor,
    onVary: (req, header) => varyOn(req, `${header}, X-API-Key`),
  });
  /** Behind a guard. */
  const partnerOf = (req: Request) => {
    const identity = identityOf(req);
    if (identity === undefined) throw new Error('The route lets in whoever asks');
    return identity.partner;
  };
  const { costs, close } = createQuotas({
    policy: 'partner',
    prefix: 'partner-bff:quota',
    redis: QUOTA_STORE === 'redis' ? { url, timeoutMs } : undefined,
    quotaOf(req) {
      const { id: subject, quota } = partnerOf(req);
      return { subject, quota };
    },
  });
  return {
    scope,
    partnerOf,
    costs,
    async close() {
      registry.close();
      await Promise.all([replay.close(), close()]);
    },
  };
}
