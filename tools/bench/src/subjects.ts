import { imageFlags } from './bundles.ts';
import { join, resolve } from 'node:path';
import { bffNames, bffProcess, demoKey, serviceNames, type BffName } from '@product-bffs/start';
import type { NaiveKind } from './baseline/naive-app.ts';
import type { MeasuredSpec } from './measured-process.ts';
import type { ServiceUrls } from './services.ts';

const root = resolve(import.meta.dirname, '../../..');
const baselineScript = join(import.meta.dirname, 'baseline/main.ts');

/** The product that warm answers are about; in the seed catalogue, and in what is scaled from it. */
export const HOT_PRODUCT = 'oak-desk-lamp';

export const hotPaths: Record<BffName, string> = {
  'web-bff': `/products/${HOT_PRODUCT}`,
  'mobile-bff': `/products/${HOT_PRODUCT}`,
  'partner-bff': `/2026-10/products/${HOT_PRODUCT}`,
};

/** What a BFF wants to be asked with: a partner says who it is. */
export const headersFor = (bff: string): Record<string, string> =>
  bff === 'partner-bff' ? { 'x-api-key': demoKey('initech') } : {};

export const bundleOf = (bff: BffName): string => join(root, 'apps', bff, 'dist/main.js');
export const sourceOf = (bff: BffName): string => join(root, 'apps', bff, 'src/main.ts');

/**
 * As an image runs it, with the change feeds followed as `npm start` and compose have it. The Redis of sessions and quotas
 * is away: nothing that is measured waits for it.
 */
const asShipped = {
  NODE_ENV: 'production',
  INSECURE_ISSUER: 'allow',
  FOLLOW_CHANGES: 'on',
  SESSION_STORE: 'redis',
  QUOTA_STORE: 'redis',
  REPLAY_STORE: 'redis',
  COOKIES: 'secure',
  STORES_REDIS_URL: 'redis://127.0.0.1:1',
};
const quiet = { LOG_LEVEL: 'silent', METRICS: 'off' };

/**
 * Load, services and what is measured share the machine, so that answers from the services take longer than in production:
 * an answer that gave up a section would be a cheap one.
 */
const patient: Record<string, string> = {
  DEADLINE_MS: '30000',
  SECTION_LIMIT_MS: '20000',
  ...Object.fromEntries(serviceNames.map((name) => [`${name.toUpperCase()}_TIMEOUT_MS`, '20000'])),
};

/** The settings that a BFF is measured under, besides where everything is. */
const bffVariants = {
  /** Caches on; access log and metrics off. */
  warm: { ...asShipped, ...quiet },
  /** The same with access log and metrics. */
  observed: { ...asShipped, LOG_LEVEL: 'info', METRICS: 'on' },
  /** Nothing that was fetched is kept in process, and there is no Redis; calls are coalesced and batched as ever. */
  cold: { ...asShipped, ...quiet, ...patient, CACHE_MB: '0' },
  /** Caches on, for many different products in a row. */
  filling: { ...asShipped, ...quiet, ...patient },
};
export type BffVariant = keyof typeof bffVariants;

/** What is measured, by a name such as `web-bff cold`, `naive web` or `bare web-bff`. */
export type SubjectName = `${BffName} ${BffVariant}` | `naive ${NaiveKind}` | `bare ${BffName}` | `express ${BffName}`;

export interface SubjectOptions {
  services: ServiceUrls;
  /** Whose access tokens are taken. */
  issuer: string;
  /** What of each BFF is run: the bundle, or the source. */
  bffScript: (bff: BffName) => string;
  /** Folder for what an observed BFF logs. */
  outputFolder: string;
  /** Base URL of a BFF whose answers the constants repeat. */
  modelUrl: (bff: BffName) => string;
}

/** @param portOffset one that nothing else uses */
export function subjectSpec(name: SubjectName, portOffset: number, options: SubjectOptions): MeasuredSpec {
  const [kind, which] = name.split(' ') as [string, string];
  const bff = bffNames.find((one) => one === kind);
  if (bff !== undefined) return bffSpec(bff, which as BffVariant, portOffset, options);
  const { environment, url, ports } = bffProcess('web-bff', { portOffset });
  const { PUBLIC_URL = '', PROBLEM_BASE_URL = '' } = environment;
  const port = ['--port', String(ports[0])];
  const baseline = { name, script: baselineScript, environment: { NODE_ENV: 'production' }, url };
  if (kind === 'naive') {
    const settings = ['--public-url', PUBLIC_URL, '--problem-base-url', PROBLEM_BASE_URL];
    const args = [...port, '--kind', which, '--services', JSON.stringify(options.services), ...settings];
    const path = which.startsWith('partner') ? hotPaths['partner-bff'] : hotPaths['web-bff'];
    return { ...baseline, args, readyUrl: `${url}${path}` };
  }
  const model = which as BffName;
  const like = `${options.modelUrl(model)}${hotPaths[model]}`;
  const asked = ['--like', like, '--like-headers', JSON.stringify(headersFor(model))];
  return { ...baseline, args: [...port, '--kind', kind, ...asked], readyUrl: `${url}${hotPaths[model]}` };
}

function bffSpec(bff: BffName, variant: BffVariant, portOffset: number, options: SubjectOptions): MeasuredSpec {
  const name = `${bff} ${variant}`;
  const { environment, url, readyUrl, prepare } = bffProcess(bff, { portOffset });
  const services = serviceNames.map((service) => [`${service.toUpperCase()}_URL`, options.services[service]]);
  return {
    name,
    flags: imageFlags(bff),
    script: options.bffScript(bff),
    args: [],
    environment: {
      ...environment,
      ...(Object.fromEntries(services) as Record<string, string>),
      MEDIA_BASE_URL: options.services.catalog,
      OIDC_ISSUER: options.issuer,
      ...bffVariants[variant],
    },
    url,
    readyUrl,
    prepare,
    ...(variant === 'observed' && { outputFile: join(options.outputFolder, `${bff}.log`) }),
  };
}

export function isConstant(name: SubjectName): boolean {
  return name.startsWith('bare ') || name.startsWith('express ');
}
