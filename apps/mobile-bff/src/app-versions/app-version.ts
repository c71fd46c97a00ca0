/** Where apps run. A number says nothing without it: each platform counts its own. */
export const platforms = ['ios', 'android'] as const;
export type Platform = (typeof platforms)[number];

/** A version of an app, as its store shows it. */
export interface AppVersion {
  /** Larger for whatever came later; builds of one version are equal (Semantic Versioning §10). */
  readonly order: number;
  /** major.minor */
  readonly release: string;
  /** major.minor.patch */
  readonly name: string;
  /** What tells one build of this version from another; absent where nobody said. */
  readonly build: string | undefined;
}

/** major.minor, then .patch (0 where it is absent) and +build; a number has at most five digits and no leading zero. */
export const appVersionPattern =
  /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(?:\.(0|[1-9]\d{0,4}))?(?:\+([0-9A-Za-z.-]{1,32}))?$/;

/** @returns undefined for what is no version */
export function parseAppVersion(text: string): AppVersion | undefined {
  const match = appVersionPattern.exec(text);
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '0', build] = match;
  const release = `${major}.${minor}`;
  return {
    order: (Number(major) * 1e5 + Number(minor)) * 1e5 + Number(patch),
    release,
    name: `${release}.${patch}`,
    build,
  };
}
