import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createApiKey } from '@product-bffs/auth';
import {
  createDpopKey,
  createScriptedKey,
  defaultAudiences,
  developmentSecretOf,
  dpopProof,
  signIn as signInAt,
  startIdentity,
  startScriptedIssuer,
  webBffClient,
  type Identity,
  type ScriptedIssuer,
  type ScriptedToken,
} from '@product-bffs/identity';
import { askRedis, startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { bffNames, serviceNames, type BffName } from '@product-bffs/start';
import { askAs, type Answer, type Asked } from '../src/ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct, webReviews } from '../src/bff-paths.ts';
import { Canaries } from '../src/canaries.ts';
import { eachAtMost } from '../src/each-at-most.ts';
import { freePort, startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { writePartnerRegistry, type PartnerRegistryFile } from '../src/partner-registry-file.ts';
import { answerOf, requestsWith, sayBadly } from '../src/placements.ts';
import { redisContent } from '../src/redis-content.ts';
import { allProducts, setFaults, write } from '../src/services.ts';
import { ShopBrowser, shopEnvironment, shopOrigin, whenSignInWorks } from '../src/shop-browser.ts';
import { openTap, type Tap } from '../src/tap.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

/** In no form that an id of a product could have. */
const random = (what: string) => `CANARY_${what}_${randomBytes(9).toString('hex')}`;
const canaries = new Canaries();
const found: { canary: string[]; place: string }[] = [];
/** @param place where it was found, if anything is */
function look(text: string, place: string): void {
  const canary = canaries.in(text);
  if (canary.length > 0) found.push({ canary, place });
}

/** Enough for a busy machine, and little enough to wait for it where a service hangs. */
const limits = {
  DEADLINE_MS: '4000',
  SECTION_LIMIT_MS: '3000',
  ...Object.fromEntries(serviceNames.map((service) => [`${service.toUpperCase()}_TIMEOUT_MS`, '2000'])),
  REDIS_TIMEOUT_MS: '1000',
};

const secrets = {
  name: canaries.add('a name', random('NAME')),
  email: canaries.add('an e-mail address', `${random('MAIL')}@example.com`),
  group: canaries.add('a customer group', random('GROUP')),
  clientSecret: canaries.add('the secret of web-bff', random('CLIENT')),
  sessionKey: canaries.add('a session key', randomBytes(32).toString('base64')),
  redisPassword: canaries.add('the password of Redis', random('REDIS')),
};
const serviceSecrets = Object.fromEntries(
  bffNames.map((bff) => [
    bff,
    canaries.add(`what ${bff} is known by at the provider`, developmentSecretOf(`${bff}-services`)),
  ]),
) as Record<BffName, string>;

let redis: RedisForTests;
let identity: Identity;
let identityUrl: string;
let issuer: ScriptedIssuer;
let provider: Tap;
let services: Tap[];
let fleet: Fleet;
let registry: PartnerRegistryFile;
let bffs: Record<BffName, Instance>;
let ids: string[];
let output = '';
const askRedisAsUser = (...command: string[]) => askRedis(redisUrl(), ...command);

function redisUrl(url = redis.serverUrl): string {
  const withPassword = new URL(url);
  withPassword.password = secrets.redisPassword;
  return withPassword.href;
}

/** Tokens that the provider gives out, to whomever. */
function learn({ path, answered }: { path: string; answered: string }): void {
  if (!path.startsWith('/token')) return;
  const tokens = JSON.parse(answered) as Partial<Record<'access_token' | 'refresh_token' | 'id_token', string>>;
  for (const [what, token] of Object.entries(tokens)) {
    if (what.endsWith('_token')) canaries.addToken(`an ${what} of the provider`, token);
  }
}

beforeAll(async () => {
  redis = await startRedis();
  await redis.ask('CONFIG', 'SET', 'requirepass', secrets.redisPassword);
  provider = await openTap(learn);
  const { audience, metadata } = webBffClient({ origins: [shopOrigin] });
  const port = await freePort();
  const { name, email, group: customerGroup } = secrets;
  identity = await startIdentity({
    ...{ port, issuer: provider.url, accessTokenTtlS: 4 },
    users: [{ username: 'ada', name, email, customerGroup, priceList: 'trade' }],
    clients: [{ audience, metadata: { ...metadata, client_secret: secrets.clientSecret } }],
  });
  identityUrl = `http://127.0.0.1:${port}`;
  provider.leadTo(identityUrl);
  issuer = await startScriptedIssuer(defaultAudiences.mobile);
  registry = writePartnerRegistry([{ id: 'acme', priceList: 'trade', catalogue: 'all', clients: ['acme'] }]);
  canaries.add('the pepper', registry.variables.API_KEY_PEPPER);
  canaries.add('an API key', registry.keys['acme'] ?? '');
  fleet = await startFleet({ logLevel: 'trace', onLine: (line) => (output += `${line}\n`) });
  services = await Promise.all(
    serviceNames.map(async (service) => {
      const tap = await openTap(({ path, headers: { authorization = '', ...headers } }) => {
        // A cursor is the service's own, and handed on as it is.
        look(JSON.stringify([path.replace(/cursor=[^&]*/, ''), headers]), `a call of ${service}`);
        // A service's own token, and nothing besides.
        if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$|^$/.test(authorization))
          found.push({ canary: [authorization], place: service });
      });
      tap.leadTo(fleet.urls[service]);
      return tap;
    }),
  );
  bffs = Object.fromEntries(
    await Promise.all(bffNames.map(async (bff) => [bff, await start(bff)] as const)),
  ) as typeof bffs;
  ids = (await allProducts(fleet)).map(({ id }) => id);
  await whenRedisIsThere();
  credentials = await makeCredentials();
});

afterAll(async () => {
  await fleet.stop();
  await identity.stop();
  await issuer.stop();
  for (const tap of [provider, ...services]) tap.stop();
  registry.remove();
  await askRedisAsUser('CONFIG', 'SET', 'requirepass', '').catch(() => undefined);
  await redis.stop();
});

/** They are ready without it. */
async function whenRedisIsThere(): Promise<void> {
  await whenSignInWorks(bffs['web-bff']);
  for (const { adminUrl } of Object.values(bffs)) {
    while (!(await askAs(`${adminUrl}/metrics`)).body.includes('\nredis_up 1')) await delay(20);
  }
}

const start = (bff: BffName) =>
  fleet.start(bff, {
    ...limits,
    ...shopEnvironment,
    ...Object.fromEntries(serviceNames.map((service, n) => [`${service.toUpperCase()}_URL`, services[n]?.url ?? ''])),
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    SESSION_KEYS: `of-this-test:${secrets.sessionKey}`,
    OIDC_ISSUER: bff === 'web-bff' ? provider.url : issuer.issuer,
    ...(bff === 'web-bff' && {
      SERVICE_CLIENT_ID: `${bff}-services`,
      SERVICE_CLIENT_SECRET: serviceSecrets[bff],
      SERVICE_AUDIENCE: defaultAudiences.services,
    }),
    ...registry.variables,
    REDIS_URL: redisUrl(redis.url),
    ...{ SESSION_STORE: 'redis', REPLAY_STORE: 'redis', QUOTA_STORE: 'redis' },
  });

const paths: Record<BffName, (id: string) => string[]> = {
  'web-bff': (id) => [
    webProduct(id),
    webReviews(id),
    `/products/${id}/offer`,
    ...['login', 'callback', 'session', 'logout', 'backchannel-logout'].map((step) => `/auth/${step}`),
    '/openapi.json',
  ],
  'mobile-bff': (id) => [mobileProduct(id), mobileList([id, 'no-such-product']), '/openapi.json'],
  'partner-bff': (id) => [partnerProduct(id), partnerList([id, 'no-such-product']), '/openapi.json'],
};

function parsed(body: string): { errors?: { name: string; code: string }[] } | undefined {
  try {
    return JSON.parse(body) as { errors?: { name: string; code: string }[] };
  } catch {
    return undefined;
  }
}

/** What an answer is allowed to hold, by where it comes from: this is how a browser gets it. */
function allowedPartsLeftOut({ url, headers, body, status }: Answer): string {
  const { location, ...rest } = { ...headers, 'set-cookie': undefined };
  const { pathname } = new URL(url.split(' ', 1)[0] ?? '');
  const isWayToProvider = pathname === '/auth/login' && location?.startsWith(`${provider.url}/auth?`);
  const tells = status === 200 && ['/auth/session', '/auth/logout'].includes(pathname);
  // A parameter that there is not is named to who sent it.
  const errors = (parsed(body)?.errors ?? []).filter(({ code }) => code === 'unknown_parameter');
  const known = errors.reduce((text, { name }) => text.replaceAll(JSON.stringify(name).slice(1, -1), ''), body);
  return JSON.stringify([isWayToProvider ? undefined : location, rest, tells ? '' : known]);
}

async function send(bff: BffName, path: string, asked: Asked = {}): Promise<Answer | undefined> {
  const answer = await answerOf(bffs[bff].url + path, asked);
  if (answer) look(allowedPartsLeftOut(answer), `the answer to ${asked.method ?? 'GET'} ${answer.url}`);
  return answer;
}

/** A token of a user with an address and a name in it. */
async function tokenWith(what: string, audience: string, { claims, ...other }: ScriptedToken = {}): Promise<string> {
  const { name, email } = secrets;
  const about = { aud: audience, name, email, price_list: 'trade', client_id: 'acme', scope: 'products:read' };
  return canaries.addToken(what, await issuer.token({ claims: { ...about, ...claims }, ...other }));
}

/** A browser that is signed in; its cookies, and what stood in its addresses, are canaries. */
async function signedIn(): Promise<ShopBrowser> {
  const browser = new ShopBrowser();
  const login = await browser.ask(bffs['web-bff'], '/auth/login');
  expect(login).toMatchObject({ status: 302 });
  // State and nonce are pushed to the provider: the browser is shown no more than what they are called.
  canaries.add('a pushed request', new URL(login.headers.location ?? '').searchParams.get('request_uri') ?? '');
  canaries.add('the cookie of a sign-in', /=([^;]+)/.exec(browser.jar.header(shopOrigin))?.[1] ?? '');
  const callback = new URL(
    await signInAt({ authorizationUrl: login.headers.location ?? '', username: 'ada', jar: browser.jar }),
  );
  canaries.add('a state', callback.searchParams.get('state') ?? '');
  const code = canaries.add('an authorization code', callback.searchParams.get('code') ?? '');
  expect(code.length).toBeGreaterThan(20);
  const answer = await browser.ask(bffs['web-bff'], callback.pathname + callback.search);
  look(allowedPartsLeftOut(answer), 'the way back');
  expect(answer.status).toBe(303);
  const cookie = browser.jar.get(shopOrigin, 'sid') ?? '';
  canaries.add('a session cookie', cookie);
  canaries.add('the id of a session', /^s:([^.]+)/.exec(decodeURIComponent(cookie))?.[1] ?? cookie);
  return browser;
}

const cookieOf = (browser: ShopBrowser) => browser.jar.header(shopOrigin);

/** Everything that is valid, and its neighbours that are not. */
interface Credentials {
  valid: Record<BffName, Record<string, string>[]>;
  invalid: string[];
}

let credentials: Credentials;

async function makeCredentials(): Promise<Credentials> {
  const browser = await signedIn();
  const { mobile, partner } = defaultAudiences;
  const iat = Math.floor(Date.now() / 1000);
  const late = { iat: iat - 900, exp: iat - 600 };
  const valid = {
    mobile: await tokenWith('a token of the app', mobile),
    partner: await tokenWith('a token of a partner', partner),
  };
  const key = await createDpopKey();
  const bound = await tokenWith('a bound token', mobile, { claims: { cnf: { jkt: 'x' } } });
  const url = 'http://localhost/products';
  const proof = canaries.addToken('a proof', await dpopProof({ key, method: 'GET', url, accessToken: bound }));
  const unknownKey = createApiKey().key;
  return {
    valid: {
      'web-bff': [{ cookie: cookieOf(browser) }],
      'mobile-bff': [{ authorization: `Bearer ${valid.mobile}` }],
      'partner-bff': [{ 'x-api-key': registry.keys['acme'] ?? '' }, { authorization: `Bearer ${valid.partner}` }],
    },
    invalid: [
      ...Object.values(valid),
      ...[bound, proof, registry.keys['acme'] ?? '', canaries.add('a key that is none', unknownKey)],
      await tokenWith('an expired token', mobile, { claims: late }),
      await tokenWith('a token of nobody’s client', partner, { claims: { client_id: 'unknown' } }),
      await tokenWith('a token for someone else', 'https://other.example'),
      await tokenWith('a token by a foreign key', mobile, { key: await createScriptedKey() }),
      canaries.add('a token that is none', `${valid.mobile.slice(0, -8)}${random('TAIL')}`),
      browser.jar.get(shopOrigin, 'sid') ?? '',
      ...[secrets.email, secrets.clientSecret, secrets.sessionKey, secrets.redisPassword, secrets.name],
      registry.variables.API_KEY_PEPPER,
      canaries.add('the end of a key', `pk_live_${random('KEY')}`),
    ],
  };
}

/** As who they are, about products that nobody asked for yet: what is known does not keep anybody from asking. */
async function askAsThemselves(): Promise<number[]> {
  const statuses = await Promise.all(
    bffNames.flatMap((bff) =>
      credentials.valid[bff].flatMap((headers) => {
        const [id = ''] = ids.splice(0, 1);
        ids.push(id);
        return paths[bff](id)
          .filter((path) => !path.endsWith('/logout'))
          .map(async (path) => (await send(bff, path, { headers }))?.status ?? 0);
      }),
    ),
  );
  return [...new Set(statuses)].sort((a, b) => a - b);
}

it('whoever may is answered, with what nobody else has', async () => {
  expect(canaries.count).toBeGreaterThan(30);
  expect(await askAsThemselves()).toEqual([200, 302, 400, 405]);
  for (const bff of bffNames) {
    for (const headers of credentials.valid[bff]) {
      const path = bff === 'web-bff' ? `/products/${ids[0]!}/offer` : paths[bff](ids[0]!)[0]!;
      expect(await send(bff, path, { headers })).toMatchObject({ status: 200 });
    }
  }
});

it('nothing that is sent in any place comes back', async () => {
  const statuses = new Map<number, number>();
  for (const bff of bffNames) {
    const asked = credentials.invalid.flatMap((secret) => requestsWith(secret, paths[bff](ids[0]!)));
    await eachAtMost(8, asked, async ([path, how]) => {
      const status = (await send(bff, path, how))?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    for (const secret of credentials.invalid) {
      for (const { url, body } of await sayBadly(bffs[bff].url, secret)) look(body, `what was said to ${url}`);
    }
  }
  process.stdout.write(`answers by status: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  for (const status of [200, 302, 400, 401, 403, 404, 405, 406, 415]) expect([...statuses.keys()]).toContain(status);
  expect(statuses.get(500)).toBeUndefined();
});

const faults: object[] = [
  { kind: 'latency', latencyMs: 1000 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfterS: 1 },
  { kind: 'status', status: 401 },
  { kind: 'reset' },
  { kind: 'hang' },
  { kind: 'drip' },
  { kind: 'truncate', afterBytes: 20 },
  { kind: 'garbage' },
  { kind: 'deep-json' },
  { kind: 'html' },
  { kind: 'huge', bytes: 20_000_000 },
  { kind: 'gzip-bomb' },
  { kind: 'bad-gzip' },
];

it.each(faults)('nor while services suffer from %j', async (fault) => {
  await Promise.all(serviceNames.map((service) => setFaults(fleet, service, fault)));
  const statuses = await askAsThemselves();
  await Promise.all(serviceNames.map((service) => setFaults(fleet, service)));
  expect(statuses).not.toContain(500);
});

describe('with the provider away', () => {
  beforeAll(() => provider.leadTo(undefined));
  afterAll(() => provider.leadTo(identityUrl));

  it('sign-ins fail and sessions go on, and neither tells why', async () => {
    const browser = new ShopBrowser();
    expect((await browser.ask(bffs['web-bff'], '/auth/callback?state=unknown&code=unknown')).status).toBe(400);
    const key = await createScriptedKey();
    const foreign = await tokenWith('a token by a key that has to be asked for', defaultAudiences.mobile, { key });
    issuer.answer('fail');
    const headers = { authorization: `Bearer ${foreign}` };
    expect(await send('mobile-bff', mobileProduct(ids[0]!), { headers })).toMatchObject({ status: 503 });
    issuer.answer('keys');
    expect(await askAsThemselves()).not.toContain(500);
  });
});

describe('with Redis away', () => {
  beforeAll(async () => {
    await lookIntoRedis();
    await redis.kill();
  });
  afterAll(async () => {
    await redis.restart();
    await redis.ask('CONFIG', 'SET', 'requirepass', secrets.redisPassword);
    await whenRedisIsThere();
    credentials = await makeCredentials();
  });

  it('nobody has a session, and no problem tells more', async () => {
    const path = `/products/${ids[0]!}/offer`;
    const [headers = {}] = credentials.valid['web-bff'];
    expect(await send('web-bff', path, { headers })).toMatchObject({ status: 503 });
    expect(await send('web-bff', '/auth/login')).toMatchObject({ status: 503 });
    expect(await askAsThemselves()).not.toContain(500);
  });
});

async function lookIntoRedis(): Promise<void> {
  const inRedis = await redisContent({ ask: askRedisAsUser });
  const kinds = new Set([...inRedis.keys()].map((key) => key.split(':').slice(0, 2).join(':')));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['web-bff:session', 'web-bff:1', 'mobile-bff:1', 'partner-bff:quota']),
  );
  for (const [key, value] of inRedis) {
    look(key, `a key of Redis: ${key}`);
    look(value, `a value of Redis: ${key}`);
  }
}

async function lookEverywhere(): Promise<void> {
  for (const { bff, adminUrl } of Object.values(bffs)) {
    for (const path of ['/metrics', '/status', '/livez', '/readyz']) {
      look((await askAs(adminUrl + path)).body, `a page of ${bff}: ${path}`);
    }
  }
  await lookIntoRedis();
  // The last lines of a request come after its answer.
  const { length } = output;
  while (output.length === length) await askAs(`${bffs['mobile-bff'].url}/nowhere`);
  for (const line of output.split('\n')) look(line, `a line of output: ${line}`);
}

it('nothing of it was logged, measured, reported or left in Redis', async () => {
  await askAsThemselves();
  await lookEverywhere();
  expect(output.match(/"msg":"request"/g)?.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});

it('one in a product’s name and one in its id would be found in all of these places', async () => {
  const [id = ''] = ids;
  const inId = canaries.add('one in an id', `canary-${randomBytes(9).toString('hex')}`);
  const name = canaries.add('one in a name', random('PRODUCT'));
  await write(fleet.urls.catalog, `/products/${id}`, { name });
  while (found.length === 0) await send('web-bff', webProduct(id));
  await send('mobile-bff', mobileProduct(inId), { headers: { 'x-request-id': inId } });
  const places = () => new Set(found.map(({ canary, place }) => `${canary.join()}: ${place.split(' ', 3).join(' ')}`));
  // What Redis gets is written behind the answer, and not at all while a busy machine makes it late: it is made anew until then.
  for (let look = 0; look < 20 && places().size < 6; look += 1) {
    await lookEverywhere();
    await write(fleet.urls.catalog, `/products/${id}`, { name });
    await send('web-bff', webProduct(id));
    await send('mobile-bff', mobileProduct(inId), { headers: { 'x-request-id': inId } });
  }
  expect([...places()].sort()).toEqual([
    'one in a name: a value of',
    'one in a name: the answer to',
    'one in an id: a call of',
    'one in an id: a key of',
    'one in an id: a line of',
    'one in an id: a value of',
  ]);
});
