import { Problem } from '@product-bffs/http-service';
import type { Request, RequestHandler } from 'express';
import { versions, type PartnerVersion } from './registry.ts';

export const versionStatuses = ['candidate', 'current', 'supported', 'deprecated', 'gone'] as const;

export type VersionStatus = (typeof versionStatuses)[number];

const versionInPath = /^\/(\d{4}-\d{2})(?=\/|$)/;
const byName = new Map<string, PartnerVersion>(versions.map((version) => [version.name, version]));

/** @param now milliseconds since the epoch, here as everywhere below */
export function statusOf(version: PartnerVersion, now: number): VersionStatus {
  const { end } = version;
  if (!isReleased(version, now)) return 'candidate';
  if (end && now >= Date.parse(end.sunsetAt)) return 'gone';
  if (end && now >= Date.parse(end.deprecatedAt)) return 'deprecated';
  return version === currentVersion(now) ? 'current' : 'supported';
}

/** The newest that is released, if one is. */
export function currentVersion(now: number): PartnerVersion | undefined {
  return versions.find((version) => isReleased(version, now));
}

/** The next newer one that is answered and no candidate. */
export function successorOf(version: PartnerVersion, now: number): PartnerVersion | undefined {
  return versions
    .slice(0, versions.indexOf(version))
    .findLast((newer) => !['candidate', 'gone'].includes(statusOf(newer, now)));
}

/** The end of a version, from its announcement on. */
export function announcedEnd({ end }: PartnerVersion, now: number): PartnerVersion['end'] {
  return end && now >= Date.parse(end.announcedAt) ? end : undefined;
}

/** The version that a request's path names, if it is one. */
export function versionOf(req: Request): PartnerVersion | undefined {
  return byName.get(versionInPath.exec(req.path)?.[1] ?? '');
}

/** Where the document of a version is served. */
export function documentPath({ name }: PartnerVersion): string {
  return `/${name}/openapi.json`;
}

/**
 * Before any route: every answer below a version, whatever its status, tells of the version's document and, once it is
 * announced, of its end (RFC 9745, RFC 8594, RFC 5829). Throws a Problem: 404 for a version that there is not, 410 for one
 * that is gone, 503 in a brown-out.
 */
export function versionLifecycle(clock: () => number): RequestHandler {
  return (req, res, next) => {
    const version = versionOf(req);
    if (version === undefined) {
      const [, unknown] = versionInPath.exec(req.path) ?? [];
      if (unknown !== undefined) throw unknownVersion(unknown, clock());
      next();
      return;
    }
    const now = clock();
    const end = announcedEnd(version, now);
    const links = [`<${documentPath(version)}>; rel="service-desc"`];
    if (end !== undefined) {
      const successor = successorOf(version, now);
      res.setHeader('deprecation', `@${Date.parse(end.deprecatedAt) / 1000}`);
      res.setHeader('sunset', new Date(end.sunsetAt).toUTCString());
      links.push('</versions>; rel="deprecation"', '</versions>; rel="sunset"');
      if (successor) links.push(`<${documentPath(successor)}>; rel="successor-version"`);
    }
    res.setHeader('link', links.join(', '));
    if (end !== undefined) refuseAtTheEnd(version, end, now);
    next();
  };
}

function refuseAtTheEnd(version: PartnerVersion, end: NonNullable<PartnerVersion['end']>, now: number): void {
  const { name } = version;
  if (now >= Date.parse(end.sunsetAt)) {
    const successor = successorOf(version, now);
    const next = successor ? `; its successor is ${successor.name}` : '';
    throw new Problem('version-gone', { detail: `Version ${name} ended on ${end.sunsetAt}${next}. GET /versions.` });
  }
  const brownout = end.brownouts.find(({ from, until }) => now >= Date.parse(from) && now < Date.parse(until));
  if (brownout === undefined) return;
  throw new Problem('version-brownout', {
    detail: `Version ${name} ends on ${end.sunsetAt}; as a rehearsal it is not answered until ${brownout.until}.`,
    headers: { 'retry-after': String(Math.ceil((Date.parse(brownout.until) - now) / 1000)) },
  });
}

function unknownVersion(unknown: string, now: number): Problem {
  const answered = versions.map((version) => [version.name, statusOf(version, now)] as const);
  const list = answered.filter(([, status]) => status !== 'gone').map(([name, status]) => `${name} (${status})`);
  return new Problem('unknown-version', { detail: `There is no version ${unknown}; there are ${list.join(', ')}.` });
}

function isReleased({ releasedAt }: PartnerVersion, now: number): boolean {
  return releasedAt !== null && now >= Date.parse(releasedAt);
}
