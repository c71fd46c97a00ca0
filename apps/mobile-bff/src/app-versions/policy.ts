import { readFileSync } from 'node:fs';
import * as z from 'zod';
import ofThisBuild from '../../app-versions.json' with { type: 'json' };
import { parseAppVersion, type AppVersion } from './app-version.ts';

const version = z.string().transform((text, context): AppVersion => {
  const parsed = parseAppVersion(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'must be a version such as 2.1.0' });
  return parsed ?? z.NEVER;
});

const platformPolicy = z
  .strictObject({
    /** Older apps are no longer answered. */
    minimum: version,
    /** What older apps are told to become, and since when. */
    recommended: z.strictObject({ version, since: z.iso.date('must be a date such as 2026-09-01') }),
    /** Versions that are no longer answered though they are not too old: one build (2.1.0+4711), or all of a version. */
    blocked: z.array(version).max(1000),
    /** Every release there is (major.minor), to be counted by its name; whatever else asks is counted as other. */
    releases: z.array(z.string().regex(/^\d{1,5}\.\d{1,5}$/, 'must be a release such as 2.1')).max(100),
    /** Where users get the newest one. */
    store: z.url({ protocol: /^https$/, error: 'must be an https URL' }).transform((url) => new URL(url).href),
  })
  .superRefine(({ minimum, recommended: { version: recommended }, blocked }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['recommended', 'version'], message });
    if (recommended.order < minimum.order) refuse('must not be below the minimum');
    if (isBlocked(recommended, blocked)) refuse('must not be blocked');
  });

/** By platform: which versions of the app are answered, and which are told that there is a better one. */
export const appVersionsPolicy = z.strictObject({ ios: platformPolicy, android: platformPolicy });

export type AppVersionsPolicy = z.output<typeof appVersionsPolicy>;

/** Whether a kill switch is on for it: for its build, or for all builds of its version. */
export function isBlocked({ name, build }: AppVersion, blocked: readonly AppVersion[]): boolean {
  return blocked.some((one) => one.name === name && (one.build === undefined || one.build === build));
}

/** A policy file is not what it has to be. The message lists every fault, and repeats no value. */
export class AppVersionsFault extends Error {
  override readonly name = 'AppVersionsFault';
}

/**
 * @param file of JSON; absent: the policy that this build brings along
 * @throws AppVersionsFault
 */
export function readAppVersions(file: string | undefined): AppVersionsPolicy {
  const parsed = appVersionsPolicy.safeParse(file === undefined ? ofThisBuild : readJson(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'the file'}: ${message}`,
  );
  throw new AppVersionsFault(faults.join('; '));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AppVersionsFault(code === undefined ? 'the file is not JSON' : `the file cannot be read (${code})`);
  }
}
