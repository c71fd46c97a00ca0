import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { defaultAudiences } from '@product-bffs/identity/audiences';
import { developmentSecretOf } from '@product-bffs/identity/clients';
import { demoPartners } from './demo-partners.ts';

/** What is to be started, and where it will listen. */
export interface ProcessSpec<Name extends string = string> {
  name: Name;
  role: 'service' | 'bff';
  /** Absolute path of what Node runs. */
  script: string;
  args: string[];
  environment: Record<string, string>;
  /** Called before it is started: writes the files that it reads. */
  prepare?: () => void;
  /** Every port it takes. */
  ports: number[];
  /** Base URL, without a slash at the end. */
  url: string;
  /** Base URL of /readyz, /status and /metrics; services have none. */
  adminUrl?: string;
  /** Answers 200 once it is ready. */
  readyUrl: string;
}

export interface ProcessesOptions {
  products?: number;
  catalogueFile?: string;
  dataDirectory?: string;
  /** Added to every port. Default: 0. */
  portOffset?: number;
  /** Least level that the BFFs log. Default: info. */
  logLevel?: string;
  /** Where the BFFs keep what has to outlive them, and share what they know. Default: each in its own memory. */
  redisUrl?: string;
  /** Whether the services answer only who brings an access token of the identity provider. Default: false. */
  requireAuth?: boolean;
  /** Whether the BFFs bring one; the identity provider has to run then. Default: false. */
  serviceTokens?: boolean;
}

const host = '127.0.0.1';
const identityPort = 4010;
/** The same for all instances that one process starts. */
const newKey = () => `development:${randomBytes(32).toString('base64')}`;
const [sessionKeys, cursorKeys] = [newKey(), newKey()];
const root = resolve(import.meta.dirname, '../../..');

const servicePorts = { catalog: 4001, pricing: 4002, inventory: 4003, reviews: 4004, recommendations: 4005 };
export type ServiceName = keyof typeof servicePorts;
export const serviceNames = Object.keys(servicePorts) as ServiceName[];

const bffs = {
  'web-bff': { port: 3001, adminPort: 9001, calls: serviceNames },
  'mobile-bff': { port: 3002, adminPort: 9002, calls: ['catalog', 'pricing', 'inventory', 'reviews'] },
  'partner-bff': { port: 3003, adminPort: 9003, calls: ['catalog', 'pricing', 'inventory'] },
} as const satisfies Record<string, { port: number; adminPort: number; calls: readonly ServiceName[] }>;
export type BffName = keyof typeof bffs;
export const bffNames = Object.keys(bffs) as BffName[];

/** The five services with scripted faults, the identity provider, then the three BFFs, whose calls carry its tokens. */
export function systemProcesses(
  options: ProcessesOptions = {},
): (ProcessSpec<ServiceName | 'identity'> | (ProcessSpec<BffName> & { adminUrl: string }))[] {
  return [
    ...serviceNames.map((name) => serviceProcess(name, options)),
    identityProcess(options),
    ...bffNames.map((name) => bffProcess(name, { serviceTokens: true, ...options })),
  ];
}

export function serviceProcess(
  name: ServiceName,
  { products, catalogueFile, dataDirectory, requireAuth = false, portOffset = 0 }: ProcessesOptions = {},
): ProcessSpec<ServiceName> {
  const port = servicePorts[name] + portOffset;
  const url = `http://${host}:${port}`;
  return {
    name,
    role: 'service',
    script: join(root, 'tools/downstreams/src/main.ts'),
    args: [
      ...['--service', name, '--port', String(port), '--host', host, '--faults'],
      ...(requireAuth ? ['--require-auth', issuerOf(portOffset), '--audience', defaultAudiences.services] : []),
      ...(products === undefined ? [] : ['--products', String(products)]),
      ...(catalogueFile === undefined ? [] : ['--catalogue', resolve(catalogueFile)]),
      ...(dataDirectory === undefined ? [] : ['--data', join(resolve(dataDirectory), `${name}.sqlite`)]),
    ],
    environment: {},
    ports: [port],
    url,
    readyUrl: `${url}/livez`,
  };
}

/** Browsers and BFFs find it by the same name. */
function issuerOf(portOffset: number): string {
  return `http://localhost:${identityPort + portOffset}`;
}

export function identityProcess({ portOffset = 0 }: ProcessesOptions = {}): ProcessSpec<'identity'> {
  const port = identityPort + portOffset;
  const url = issuerOf(portOffset);
  return {
    name: 'identity',
    role: 'service',
    script: join(root, 'tools/identity/src/main.ts'),
    args: ['--port', String(port), '--host', host, '--issuer', url, '--port-offset', String(portOffset)],
    environment: {},
    ports: [port],
    url,
    readyUrl: `${url}/livez`,
  };
}

export function bffProcess(
  name: BffName,
  { portOffset = 0, logLevel = 'info', redisUrl, serviceTokens = false }: ProcessesOptions = {},
): ProcessSpec<BffName> & { adminUrl: string } {
  const port = bffs[name].port + portOffset;
  const adminPort = bffs[name].adminPort + portOffset;
  const adminUrl = `http://${host}:${adminPort}`;
  const partners = name === 'partner-bff' ? demoPartners(root, portOffset) : undefined;
  const serviceUrl = (service: ServiceName) => `http://${host}:${servicePorts[service] + portOffset}`;
  return {
    name,
    role: 'bff',
    script: join(root, 'apps', name, 'src/main.ts'),
    args: [],
    environment: {
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      HOST: host,
      LOG_LEVEL: logLevel,
      // No edge stands in front that would have to notice.
      DRAIN_DELAY_MS: '0',
      FOLLOW_CHANGES: 'on',
      PROBLEM_BASE_URL: 'https://problems.example',
      OIDC_ISSUER: issuerOf(portOffset),
      ...(serviceTokens && serviceClient(`${name}-services`)),
      ...storesIn(redisUrl),
      ...clientFacing(name, port),
      ...partners?.variables,
      MEDIA_BASE_URL: serviceUrl('catalog'),
      ...Object.fromEntries(bffs[name].calls.map((service) => [`${service.toUpperCase()}_URL`, serviceUrl(service)])),
    },
    ...(partners && { prepare: partners.write }),
    ports: [port, adminPort],
    url: `http://${host}:${port}`,
    adminUrl,
    readyUrl: `${adminUrl}/readyz`,
  };
}

function serviceClient(clientId: string): Record<string, string> {
  return {
    SERVICE_CLIENT_ID: clientId,
    SERVICE_CLIENT_SECRET: developmentSecretOf(clientId),
    SERVICE_AUDIENCE: defaultAudiences.services,
    SERVICE_SCOPE: 'services:read',
  };
}

/** A BFF takes of them what it has. */
function storesIn(redisUrl: string | undefined): Record<string, string> {
  const store = redisUrl === undefined ? 'memory' : 'redis';
  return {
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    SESSION_STORE: store,
    QUOTA_STORE: store,
    REPLAY_STORE: store,
  };
}

/** How its clients find a BFF and say who they are. */
function clientFacing(name: BffName, port: number): Record<string, string> {
  const url = `http://localhost:${port}`;
  switch (name) {
    case 'web-bff':
      return {
        // Where the shop's own pages would be; of those, what is below /auth and /products is here.
        PUBLIC_URL: url,
        BFF_URL: url,
        OIDC_CLIENT_ID: name,
        OIDC_CLIENT_SECRET: developmentSecretOf(name),
        SESSION_KEYS: sessionKeys,
        COOKIES: 'plain',
      };
    case 'mobile-bff':
      return { PUBLIC_URL: url, TOKEN_AUDIENCE: defaultAudiences.mobile };
    case 'partner-bff':
      return { PUBLIC_URL: url, TOKEN_AUDIENCE: defaultAudiences.partner, CURSOR_KEYS: cursorKeys };
  }
}
