import { isLive, type Partner } from '@product-bffs/auth';
import { newRouter, respond } from '@product-bffs/http-service';
import type { Router } from 'express';
import type { z } from 'zod';
import type { Authentication } from '../authentication.ts';
import { announcedEnd, statusOf, successorOf } from '../versions/lifecycle.ts';
import { versions } from '../versions/registry.ts';
import type { accountSchema } from './contract.ts';
import type { VersionUsage } from './usage.ts';

/** GET /account: what a partner uses, and until when it may. */
export function accountRoute({ scope, costs, partnerOf, usage }: Authentication, clock: () => number): Router {
  const router = newRouter();
  router.get(
    '/account',
    scope('products:read'),
    costs(() => 1),
    async (req, res) => {
      const partner = partnerOf(req);
      const used = await usage.of(partner.id);
      respond(req, res, { body: presentAccount(partner, used, clock()), cacheControl: 'private, no-store' });
    },
  );
  return router;
}

function presentAccount(
  { id, quota, keys }: Partner,
  used: ReadonlyMap<string, VersionUsage>,
  now: number,
): z.infer<typeof accountSchema> {
  const daysUntil = (time: string) => Math.max(0, Math.floor((Date.parse(time) - now) / 86_400_000));
  return {
    partner: id,
    versions: versions.flatMap((version) => {
      const usage = used.get(version.name);
      if (usage === undefined) return [];
      const end = announcedEnd(version, now);
      const successor = successorOf(version, now);
      return {
        name: version.name,
        status: statusOf(version, now),
        calls: usage.calls,
        lastCalledOn: new Date(usage.lastDay).toISOString().slice(0, 10),
        sunsetAt: end?.sunsetAt ?? null,
        daysLeft: end ? daysUntil(end.sunsetAt) : null,
        successor: successor?.name ?? null,
        deprecatedFields: end && successor ? successor.changes.filter(({ was }) => was !== null) : [],
      };
    }),
    quota,
    keys: keys
      .filter((key) => isLive(key, now))
      .map(({ id: keyId, createdAt, expiresAt }) => ({
        id: keyId,
        createdAt,
        expiresAt,
        daysLeft: expiresAt === null ? null : daysUntil(expiresAt),
      })),
  };
}
