import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientToken, developmentSecretOf, mobileTokens } from '@product-bffs/identity';
import {
  bffNames,
  bffProcess,
  demoKey,
  freePortOffset,
  identityProcess,
  serviceNames,
  serviceProcess,
  startChild,
  whenReady,
  type BffName,
  type Child,
  type PortOffset,
  type ProcessSpec,
  type ServiceName,
} from '@product-bffs/start';
import type { MobileProduct, PartnerProduct, WebProduct } from '../src/answers.ts';
import { ask, askJson, jsonOf } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { record, type Recorder } from '../src/recorder.ts';
import { patient } from '../src/running-system.ts';

/** Services that check who calls, with a recorder in front of each, and the BFFs in front of these. */
let ports: PortOffset;
let issuer: string;
let children: Child[];
let identity: Child;
let recorders: Record<ServiceName, Recorder>;
let urls: Record<BffName, string>;
let ids: string[];
/** Who asks, as each BFF knows them. */
let credentials: Record<BffName, Record<string, string>>;
let output = '';

async function run(spec: ProcessSpec, environment: Record<string, string> = {}): Promise<Child> {
  const child = startChild(
    { ...spec, environment: { ...spec.environment, ...environment } },
    { onLine: ({ text }) => (output += `${text}\n`) },
  );
  children.push(child);
  await whenReady(child);
  return child;
}

const recorded = (of: Record<ServiceName, Recorder>) =>
  Object.fromEntries(serviceNames.map((name) => [`${name.toUpperCase()}_URL`, of[name].url]));

beforeAll(async () => {
  ports = await freePortOffset();
  children = [];
  const given = { portOffset: ports.offset, requireAuth: true, serviceTokens: true, logLevel: 'trace' };
  const services = serviceNames.map((name) => serviceProcess(name, given));
  identity = await run(identityProcess(given));
  issuer = identity.spec.url;
  await Promise.all(services.map((spec) => run(spec)));
  recorders = Object.fromEntries(
    await Promise.all(services.map(async ({ name, url }) => [name, await record(url)] as const)),
  ) as typeof recorders;
  const bffs = bffNames.map((name) => bffProcess(name, given));
  await Promise.all(bffs.map((spec) => run(spec, { ...patient, ...recorded(recorders) })));
  urls = Object.fromEntries(bffs.map(({ name, url }) => [name, url])) as typeof urls;
  const catalog = services[0]?.url ?? '';
  const { access_token: token } = await clientToken(issuer, { clientId: 'web-bff-services' });
  const list = await ask(`${catalog}/products?limit=100`, { headers: { authorization: `Bearer ${token}` } });
  ids = (jsonOf(list) as { items: { id: string }[] }).items.map(({ id }) => id);
  const { access_token: ada } = await mobileTokens(issuer, { username: 'ada' });
  credentials = {
    'web-bff': { authorization: 'Bearer of-nobody', cookie: '__Host-sid=of-nobody; sid=of-nobody' },
    'mobile-bff': { authorization: `Bearer ${ada}`, cookie: 'of-nobody=1' },
    'partner-bff': { 'x-api-key': demoKey('acme'), cookie: 'of-nobody=1' },
  };
});

afterAll(async () => {
  for (const recorder of Object.values(recorders)) recorder.stop();
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map(({ exited }) => exited));
  ports.release();
});

const productPath: Record<BffName, (id: string) => string> = {
  'web-bff': webProduct,
  'mobile-bff': mobileProduct,
  'partner-bff': partnerProduct,
};
const ownToken = (bff: BffName) => ({ sub: `${bff}-services`, scope: 'services:read' });
const claimsOf = (authorization = '') =>
  JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
/** Of all calls that were recorded. */
const tokens = new Set<string>();
const clear = () => {
  for (const { calls } of Object.values(recorders)) {
    for (const { headers } of calls.splice(0)) if (headers.authorization) tokens.add(headers.authorization.slice(7));
  }
};
const callsOf = (bff: BffName) =>
  Object.entries(recorders).flatMap(([service, { calls }]) =>
    calls.filter(({ headers }) => headers['user-agent'] === bff).map((call) => ({ service, ...call })),
  );
/** One canary a header: none of them may arrive anywhere. */
const fuzzed = () => {
  const canary = () => `canary-${randomBytes(8).toString('hex')}`;
  const names = [
    'x-on-behalf-of',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'forwarded',
    'via',
    'dpop-nonce',
  ];
  const others = [
    'x-real-ip',
    'x-user',
    'x-price-list',
    'x-envoy-retry-on',
    'client-cert',
    'origin',
    'referer',
    'baggage',
  ];
  const arbitrary = Array.from({ length: 20 }, () => `x-${randomBytes(4).toString('hex')}`);
  return {
    ...Object.fromEntries([...names, ...others, ...arbitrary].map((name) => [name, canary()])),
    'accept-language': 'en-GB;q=0.9, canary;q=0.1',
    'user-agent': canary(),
    'x-request-id': '11111111-1111-4111-8111-111111111111',
    'x-request-timeout-ms': '29999',
    traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`,
    tracestate: 'canary=1',
    te: 'trailers',
    pragma: 'canary',
  };
};

describe.each(bffNames)('a call of %s to a service', (bff) => {
  it('carries exactly what is on the list, and nothing that came in', async () => {
    for (const [n, id] of ids.slice(0, 3).entries()) {
      clear();
      const headers = { ...fuzzed(), ...credentials[bff] };
      const { status } = await ask(urls[bff] + productPath[bff](id), { headers });
      expect({ n, status }).toEqual({ n, status: 200 });
      const calls = callsOf(bff);
      const always = ['accept', 'accept-encoding', 'authorization', 'connection', 'host', 'user-agent'];
      const forRequests = ['traceparent', 'x-request-id', 'x-request-timeout-ms'];
      expect(new Set(calls.map(({ service }) => service))).not.toEqual(new Set());
      for (const { service, path, headers: arrived } of calls) {
        const isFeed = path.startsWith('/changes');
        const isPersonal = service === 'pricing' && !isFeed && bff !== 'web-bff';
        const list = [...always, ...(isFeed ? [] : forRequests), ...(isPersonal ? ['x-on-behalf-of'] : [])];
        expect({ service, path, names: Object.keys(arrived).sort() }).toEqual({ service, path, names: list.sort() });
        expect(claimsOf(arrived.authorization)).toMatchObject(ownToken(bff));
        const sent = [...Object.values(headers), 'canary', 'of-nobody', '1111-', '29999', 'c'.repeat(32)];
        const values = Object.entries(arrived).flatMap(([name, value]) =>
          name === 'authorization' ? [] : [String(value)],
        );
        expect(sent.filter((value) => values.some((one) => one.includes(value)))).toEqual([]);
      }
    }
  });

  it('gets full answers from services that check', async () => {
    const id = ids[10]!;
    const answer = await ask(urls[bff] + productPath[bff](id), { headers: credentials[bff] });
    const body = jsonOf(answer) as WebProduct & MobileProduct & PartnerProduct;
    expect(body.price).not.toBeNull();
    if (bff === 'web-bff') {
      expect(Object.values(body.meta.sections)).toEqual(Array(7).fill({ state: 'fresh' }));
    } else if (bff === 'mobile-bff') expect(body.degraded).toEqual([]);
    else expect(body.sync).not.toHaveProperty('stale');
  });
});

it('one token serves all calls of a BFF, the first hundred at once too', async () => {
  await Promise.all(
    bffNames.flatMap((bff) =>
      ids.slice(0, 34).map((id) => ask(urls[bff] + productPath[bff](id), { headers: credentials[bff] })),
    ),
  );
  const { tokenRequests } = await askJson<{ tokenRequests: Record<string, number> }>(`${issuer}/__stats`);
  // The three of them, and this test for its own.
  expect(tokenRequests['client_credentials']).toBe(bffNames.length + 1);
});

describe('a BFF that services do not know', () => {
  let others: PortOffset;
  let catalogAlone: Recorder;
  beforeAll(async () => {
    others = await freePortOffset();
    const { access_token: token } = await clientToken(issuer, { clientId: 'web-bff-services' });
    const authorization = `Bearer ${token}`;
    catalogAlone = await record(recorders.catalog.url, (headers) => ({ ...headers, authorization }));
  });
  afterAll(() => {
    catalogAlone.stop();
    others.release();
  });

  /** What it answers about a product, and how many calls it made for that. */
  async function answerOf(bff: BffName, serviceTokens: boolean, addresses: Record<string, string>) {
    const spec = bffProcess(bff, { portOffset: others.offset, serviceTokens, logLevel: 'trace' });
    const child = await run(spec, { ...recorded(recorders), FOLLOW_CHANGES: 'off', ...addresses });
    clear();
    const headers = bff === 'partner-bff' ? { 'x-api-key': demoKey('initech') } : {};
    const { status, body } = await ask(spec.url + productPath[bff](ids[20]!), { headers });
    output += body;
    child.kill('SIGTERM');
    await child.exited;
    // The feeds are followed by the process that services know.
    const calls = callsOf(bff).filter(({ path }) => !path.startsWith('/changes')).length;
    return { status, calls, body: JSON.parse(body) as WebProduct & MobileProduct };
  }
  const unknown = { state: 'missing', reason: 'unavailable' };

  it.each(bffNames)('%s without credentials says that it has nothing', async (bff) => {
    const { status, calls } = await answerOf(bff, false, {});
    expect({ status, wasAsked: calls > 0 }).toEqual({ status: 503, wasAsked: true });
  });

  it('web-bff without credentials has what the catalog alone tells everybody', async () => {
    const { status, body } = await answerOf('web-bff', false, { CATALOG_URL: catalogAlone.url });
    expect(status).toBe(200);
    const { product, ...rest } = body.meta.sections;
    expect(product).toEqual({ state: 'fresh' });
    expect(Object.values(rest)).toEqual(Array(6).fill(unknown));
    expect(body).toMatchObject({ price: null, availability: { status: 'unknown' }, purchasable: false });
  });

  it('mobile-bff too', async () => {
    const { status, body } = await answerOf('mobile-bff', false, { CATALOG_URL: catalogAlone.url });
    expect(status).toBe(200);
    const degraded = ['availability', 'price', 'rating'].map((section) => ({ section, ...unknown }));
    expect(body.degraded.toSorted((a, b) => a.section.localeCompare(b.section))).toEqual(degraded);
  });

  it('partner-bff is nothing without a price', async () => {
    expect((await answerOf('partner-bff', false, { CATALOG_URL: catalogAlone.url })).status).toBe(503);
  });

  it.each(bffNames)('%s, whose provider was never there, says so at once and bothers no service', async (bff) => {
    // Nobody stands where the provider of these ports would be.
    const { status, calls } = await answerOf(bff, true, {});
    expect({ status, calls }).toEqual({ status: 503, calls: 0 });
  });
});

it('goes on with the token that it has while the provider is away', async () => {
  identity.kill('SIGKILL');
  await identity.exited;
  for (const bff of bffNames) {
    const { status } = await ask(urls[bff] + productPath[bff](ids[40]!), { headers: credentials[bff] });
    expect({ bff, status }).toEqual({ bff, status: 200 });
  }
});

it('nothing secret was logged, measured or told', async () => {
  clear();
  for (const bff of bffNames) {
    const { adminUrl } = bffProcess(bff, { portOffset: ports.offset });
    for (const path of ['/metrics', '/status']) output += (await ask(adminUrl + path)).body;
  }
  expect(output).toContain('provider gives no access token');
  expect(output).toMatch(/status 401/);
  expect(tokens.size).toBeGreaterThan(2);
  const secrets = [
    ...bffNames.map((bff) => developmentSecretOf(`${bff}-services`)),
    ...[...tokens].flatMap((token) => [token, token.split('.')[2] ?? '']),
    ...Object.values(credentials).flatMap((own) => Object.values(own)),
  ];
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
});
