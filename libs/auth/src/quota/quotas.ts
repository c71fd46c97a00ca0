import { createScripts } from '@product-bffs/redis';
import type { Request, RequestHandler, Response } from 'express';
import { Refusal } from '@product-bffs/composition';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

export interface Quota {
  units: number;
  windowS: number;
}

export interface QuotasOptions {
  /** Names the policy in the headers. */
  policy: string;
  /** What is counted, beginning every key. */
  prefix: string;
  /** Where all instances count together; absent: each by itself, in memory. */
  redis?: Parameters<typeof createScripts>[0] | undefined;
  /** Whose quota it is, and how much; asked once the request's guard has let it in. */
  quotaOf: (req: Request) => { subject: string; quota: Quota };
}

/**
 * Counts what each subject uses within windows that begin with its first request. While Redis is away each instance
 * counts by itself, so that as many times the quota may pass as there are instances. What is over the quota is refused
 * from memory until its window ends: who asks too much costs Redis nothing.
 */
export function createQuotas({ policy, prefix: keyPrefix, redis, quotaOf }: QuotasOptions) {
  const scripts = redis && createScripts(redis);
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiterOf({ units: points, windowS: duration }: Quota): RateLimiterAbstract {
    const known = `${points} ${duration}`;
    let limiter = limiters.get(known);
    if (limiter === undefined) {
      const own = { points, duration, keyPrefix: `${keyPrefix}:${duration}` };
      const insuranceLimiter = new RateLimiterMemory(own);
      const shared = { ...own, insuranceLimiter, inMemoryBlockOnConsumed: points, useRedisPackage: true };
      limiter = scripts ? new RateLimiterRedis({ ...shared, storeClient: scripts }) : insuranceLimiter;
      limiters.set(known, limiter);
    }
    return limiter;
  }

  /**
   * Counts units of a request that its guard has let in. As long as headers can be sent, the answer says what is left
   * (draft-ietf-httpapi-ratelimit-headers-11).
   * @throws Refusal (quota-exceeded) where it costs more than that, and uses up the rest
   */
  async function charge(req: Request, res: Response, cost: number): Promise<void> {
    const { subject, quota } = quotaOf(req);
    const { units, windowS } = quota;
    const used = await limiterOf(quota)
      .consume(subject, cost)
      .then((left) => ({ left, isOver: false }))
      .catch((left: unknown) => {
        if (left instanceof RateLimiterRes) return { left, isOver: true };
        throw left;
      });
    const resetS = Math.max(1, Math.ceil(used.left.msBeforeNext / 1000));
    if (!res.headersSent) {
      res.setHeader('ratelimit-policy', `"${policy}";q=${units};w=${windowS}`);
      res.setHeader('ratelimit', `"${policy}";r=${used.left.remainingPoints};t=${resetS}`);
    }
    if (!used.isOver) return;
    const headers = { 'retry-after': String(resetS) };
    throw new Refusal('quota-exceeded', `More than ${units} units within ${windowS} seconds.`, headers);
  }

  return {
    charge,
    /**
     * A route's second handler, after its guard.
     * @param costOf units that the request costs
     */
    costs:
      (costOf: (req: Request) => number): RequestHandler =>
      async (req, res, next) => {
        await charge(req, res, costOf(req));
        next();
      },
    close: async () => scripts?.close(),
  };
}
