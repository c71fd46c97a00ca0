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
import { actFor, varyOn, type Telemetry } from '@product-bffs/http-service';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { createUsage } from './account/usage.ts';
import type { Config } from './config.ts';
import { versionOf } from './versions/lifecycle.ts';

/** Both ways to say who asks. No scheme is registered for keys in a header of their own: ApiKey names that header. */
const challenge = `${tokenChallenge}, ApiKey header="X-API-Key"`;

export type Authentication = ReturnType<typeof createAuthentication>;

interface AuthenticationOptions {
  config: Config;
  logger: Logger;
  telemetry: Pick<Telemetry, 'metric'>;
  /** Milliseconds since the epoch. */
  clock: () => number;
}

/** Which partner asks, what it may, how much of it, and what it has used. */
export function createAuthentication({ config, logger, telemetry, clock }: AuthenticationOptions) {
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
  const quotaRedis = QUOTA_STORE === 'redis' ? { url, timeoutMs } : undefined;
  const usage = createUsage({ redis: quotaRedis, clock });
  const requests = telemetry.metric('partner_requests_total', 'Requests of partners', 'partner version');
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
    onSubject(req, subject) {
      actFor(req, subject);
      const version = versionOf(req)?.name;
      if (version === undefined) return;
      const { id } = partnerOf(req);
      usage.count(id, version);
      requests(id, version).add();
    },
    onVary: (req, header) => varyOn(req, `${header}, X-API-Key`),
  });
  /** Behind a guard. */
  const partnerOf = (req: Request) => {
    const identity = identityOf(req);
    if (identity === undefined) throw new Error('The route lets in whoever asks');
    return identity.partner;
  };
  const { costs, charge, close } = createQuotas({
    policy: 'partner',
    prefix: 'partner-bff:quota',
    redis: quotaRedis,
    quotaOf(req) {
      const { id: subject, quota } = partnerOf(req);
      return { subject, quota };
    },
  });
  return {
    scope,
    partnerOf,
    costs,
    charge,
    usage,
    async close() {
      registry.close();
      await Promise.all([replay.close(), close(), usage.close()]);
    },
  };
}
