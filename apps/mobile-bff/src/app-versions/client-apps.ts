import { invalidRequest, Problem, remembering, type Telemetry } from '@product-bffs/http-service';
import type { Request, Response } from 'express';
import { parseAppVersion, platforms, type AppVersion, type Platform } from './app-version.ts';
import { contractLevelOf, contractLevels } from './contract-levels.ts';
import { isBlocked, type AppVersionsPolicy } from './policy.ts';

/** What follows from the version and the platform of the app that asks. */
interface ClientApp {
  /** The contract that its answer keeps to. */
  level: number;
  /** Why it is not answered. */
  refusal?: Problem;
  /** Told to an app that is older than recommended. */
  hint?: string;
  /** Its series of the metric. */
  used: { add(): void };
}

export interface ClientAppsOptions {
  policy: AppVersionsPolicy;
  telemetry: Pick<Telemetry, 'metric'>;
}

export type ClientApps = ReturnType<typeof createClientApps>;

/** Request headers that say which app asks, as Vary lists them. */
export const clientAppHeaders = 'App-Platform, App-Version';

const clientApp = Symbol('client app');
type Known = { [clientApp]?: ClientApp };

/** No header has it, so nobody can say that they said nothing. */
const unsaid = '\0';

/** Who asks, as far as it is an app: by App-Version and App-Platform. */
export function createClientApps({ policy, telemetry }: ClientAppsOptions) {
  const uses = telemetry.metric(
    'app_requests_total',
    'Requests by the app that asks, the contract it reads and the deprecated fields in it',
    'platform version level deprecated',
  );
  const remembered = remembering<ClientApp>(1000);
  const oldest = platforms.map((platform) => contractLevelOf(platform, policy[platform].minimum));
  const unknown = { level: Math.min(...oldest), used: usesOf('none', 'none', Math.min(...oldest)) };

  function usesOf(platform: string, version: string, level: number) {
    return uses(platform, version, String(level), contractLevels[level - 1]?.deprecated.join(' ') || 'none');
  }

  function versionOf(platform: Platform, version: AppVersion | undefined): ClientApp {
    const { minimum, recommended, blocked, releases, store } = policy[platform];
    const asked = version ?? minimum;
    const level = contractLevelOf(platform, asked);
    const name = version === undefined ? 'none' : releases.includes(version.release) ? version.release : 'other';
    const isTooOld = asked.order < minimum.order;
    if (isTooOld || (version !== undefined && isBlocked(version, blocked))) {
      return { level, used: uses(platform, name, 'refused', 'none'), refusal: refusalOf(isTooOld, recommended, store) };
    }
    const used = usesOf(platform, name, level);
    return asked.order < recommended.version.order ? { level, used, hint: hintOf(recommended) } : { level, used };
  }

  function clientAppOf(version: string | undefined, platform: string | undefined): ClientApp {
    const parsed = version === undefined ? undefined : parseAppVersion(version);
    const known = platforms.find((one) => one === platform);
    const faults = [
      ...(version !== undefined && parsed === undefined
        ? [fault('app-version', 'must be one version such as 2.1.0 or 2.1.0+4711')]
        : []),
      ...(platform !== undefined && known === undefined
        ? [fault('app-platform', `must be one of ${platforms.join(', ')}`)]
        : []),
    ];
    if (faults.length > 0) throw invalidRequest(faults);
    return known === undefined ? unknown : versionOf(known, parsed);
  }

  return {
    /**
     * Learns which app asks, and tells it that there is a better one. Says nothing: the oldest that is answered.
     * @throws a Problem 400 where a header is no version or platform, 426 where the app is too old or blocked
     */
    read(req: Request, res: Response): void {
      const { 'app-version': version, 'app-platform': platform } = req.headers as Record<string, string | undefined>;
      let app: ClientApp = unknown;
      if (version !== undefined || platform !== undefined) {
        const said = `${platform ?? unsaid} ${version ?? unsaid}`;
        app = remembered(said, () => clientAppOf(version, platform));
      }
      app.used.add();
      if (app.refusal !== undefined) throw onThisConnection(app.refusal, res);
      if (app.hint !== undefined) res.setHeader('app-version-recommended', app.hint);
      (req as Known)[clientApp] = app;
    },
    /** The contract level of the app that asks, once it was read. */
    levelOf: (req: Request): number => ((req as Known)[clientApp] ?? unknown).level,
  };
}

/** Where the connection ends with this answer, that is told beside the upgrade. */
function onThisConnection(refusal: Problem, res: Response): Problem {
  if (res.shouldKeepAlive && res.getHeader('connection') !== 'close') return refusal;
  const { headers } = refusal.given;
  return new Problem(refusal.code, { ...refusal.given, headers: { ...headers, connection: 'close, Upgrade' } });
}

type Recommended = AppVersionsPolicy[Platform]['recommended'];

const fault = (name: string, detail: string) => ({ in: 'header', name, code: 'invalid_header', detail }) as const;

/** A string with a date, as structured fields have them (RFC 9651 §3.3.3, §3.3.7). */
function hintOf({ version, since }: Recommended): string {
  return `"${version.name}";since=@${Date.parse(since) / 1000}`;
}

/**
 * A 426 names what would be answered in Upgrade (RFC 9110 §15.5.22), here by a name of our own: nobody is to switch the
 * connection to it. It goes with Connection (§7.8), so that no proxy hands it on to HTTP/2, which forbids it (RFC 9113 §8.2.2).
 */
function refusalOf(isTooOld: boolean, { version }: Recommended, store: string): Problem {
  const why = isTooOld ? 'This version of the app is too old' : 'This build of the app was withdrawn';
  return new Problem('app-version-unsupported', {
    detail: `${why}. Get ${version.name} or later from the store.`,
    headers: { upgrade: `mobile-app/${version.name}`, connection: 'Upgrade', link: `<${store}>; rel="help"` },
  });
}
