import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { clientToken, mobileTokens, startIdentity, type Identity } from '@product-bffs/identity';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { bffNames, type BffName } from '@product-bffs/start';
import fc from 'fast-check';
import { lastDigits } from '../src/amounts.ts';
import type { MobileList, MobileProduct, PartnerList, WebProduct } from '../src/answers.ts';
import { askAs, type Answer } from '../src/ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { eachAtMost } from '../src/each-at-most.ts';
import { startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { writePartnerRegistry, type PartnerRegistryFile } from '../src/partner-registry-file.ts';
import { redisContent } from '../src/redis-content.ts';
import { patient } from '../src/running-system.ts';
import { allProducts, setFaults, write } from '../src/services.ts';
import { ShopBrowser, shopEnvironment, shopOrigin, whenSignInWorks } from '../src/shop-browser.ts';
import { showableProducts } from '../src/showable-products.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

const SEED = 20261121;
const RUNS = 14;

/** The last digit of every amount of a list. */
const digitOf = { public: '1', 'list-ada': '2', 'list-bob': '3', 'list-acme': '4', 'list-globex': '5' };
type PriceList = keyof typeof digitOf;
const currencies = ['GBP', 'EUR'] as const;

let redis: RedisForTests;
let identity: Identity;
let fleet: Fleet;
let registry: PartnerRegistryFile;
/** Two processes of each BFF, over one Redis. */
let instances: Record<BffName, [Instance, Instance]>;
let ids: string[];
let parts: Record<'acme' | 'globex', string[]>;
/** What everybody gets, before anybody said who they are, by path. */
const reference = new Map<string, string>();

interface Asking {
  bff: BffName;
  list: PriceList;
  headers: () => Record<string, string>;
  /** Products that there are for who asks. */
  sees: () => readonly string[];
  /** Of one product, or of several. */
  path: (some: readonly string[], query: string) => string;
}
const browsers = { ada: new ShopBrowser(), bob: new ShopBrowser() };
const tokens = {} as Record<'ada' | 'bob' | 'acme' | 'globex', string>;

const all = () => ids;
const guest = () => ({});
const byToken = (who: keyof typeof tokens) => () => ({ authorization: `Bearer ${tokens[who]}` });
const byCookie = (who: keyof typeof browsers) => () => ({ cookie: browsers[who].jar.header(shopOrigin) });
const byKey = (who: 'acme' | 'globex') => () => ({ 'x-api-key': registry.keys[who] ?? '' });
const page = ([id = '']: readonly string[], query: string) => webProduct(id, query);
const offer = ([id = '']: readonly string[], query: string) => `/products/${id}/offer?${query}`;
const onApp = ([id = '', ...more]: readonly string[], query: string) =>
  more.length === 0 ? mobileProduct(id, query) : mobileList([id, ...more], query);
const asPartner = ([id = '', ...more]: readonly string[], query: string) =>
  more.length === 0 ? partnerProduct(id, query) : partnerList([id, ...more], query);

const web = { bff: 'web-bff', sees: all } as const;
const mobile = { bff: 'mobile-bff', sees: all, path: onApp } as const;
const partner = (id: 'acme' | 'globex') =>
  ({ bff: 'partner-bff', list: `list-${id}`, sees: () => parts[id], path: asPartner }) as const;
const asking: Asking[] = [
  { ...web, list: 'public', headers: guest, path: page },
  { ...web, list: 'public', headers: byCookie('ada'), path: page },
  { ...web, list: 'list-ada', headers: byCookie('ada'), path: offer },
  { ...web, list: 'list-bob', headers: byCookie('bob'), path: offer },
  { ...mobile, list: 'public', headers: guest },
  { ...mobile, list: 'list-ada', headers: byToken('ada') },
  { ...mobile, list: 'list-bob', headers: byToken('bob') },
  { ...partner('acme'), headers: byKey('acme') },
  { ...partner('acme'), headers: byToken('acme') },
  { ...partner('globex'), headers: byKey('globex') },
  { ...partner('globex'), headers: byToken('globex') },
];
const isForAll = ({ list }: Asking) => list === 'public';
/** What is incomplete, or an error, nobody may keep. */
const cacheControlOf = (one: Asking) => (isForAll(one) ? /^(public|no-store)/ : /^(private|no-store)/);

const amounts = (base: number, list: PriceList) => {
  const amount = (minor: number) => minor * 10 + Number(digitOf[list]);
  const tiers = [{ minQuantity: 10, amountMinor: amount(base - 2) }];
  return { listMinor: amount(base + 7), currentMinor: amount(base), taxIncluded: true, tiers, validUntil: null };
};

/** As many amounts as there are, in minor units: no display leaves out the last digit. */
async function writePrices(of: readonly string[], lists: readonly PriceList[], base: number): Promise<void> {
  const prices = of.flatMap((id, n) =>
    lists.flatMap((priceList) =>
      currencies.map((currency) => ({ id, body: { priceList, currency, ...amounts(base + n, priceList) } })),
    ),
  );
  await eachAtMost(8, prices, ({ id, body }) => write(fleet.urls.pricing, `/prices/${id}`, body));
}

const allInstances = () => bffNames.flatMap((bff) => instances[bff]);

beforeAll(async () => {
  redis = await startRedis();
  const user = (username: string) => ({
    ...{ username, name: username, email: `${username}@example.com`, customerGroup: 'trade' },
    priceList: `list-${username}`,
  });
  identity = await startIdentity({
    users: [user('ada'), user('bob')],
    accessTokenTtlS: 3600,
    web: { origins: [shopOrigin] },
  });
  fleet = await startFleet({
    hasMovableClocks: true,
    environment: {
      ...patient,
      ...shopEnvironment,
      OIDC_ISSUER: identity.issuer,
      REDIS_URL: redis.url,
      SESSION_STORE: 'redis',
      REPLAY_STORE: 'redis',
      QUOTA_STORE: 'redis',
    },
  });
  ids = (await showableProducts(fleet)).slice(0, 6);
  parts = { acme: ids.slice(0, 4), globex: ids.slice(2) };
  registry = writePartnerRegistry(
    (['acme', 'globex'] as const).map((id) => ({
      ...{ id, priceList: `list-${id}`, clients: [id] },
      catalogue: { brands: [], products: parts[id] },
    })),
  );
  await writePrices(
    (await allProducts(fleet)).map(({ id }) => id),
    ['public'],
    1000,
  );
  await writePrices(ids, Object.keys(digitOf).slice(1) as PriceList[], 5000);
  const start = async (bff: BffName) =>
    [bff, await fleet.start(bff, bff === 'partner-bff' ? registry.variables : {})] as const;
  const started = await Promise.all([...bffNames, ...bffNames].map(start));
  const pairOf = (name: BffName) => started.flatMap(([bff, instance]) => (bff === name ? [instance] : []));
  instances = Object.fromEntries(bffNames.map((bff) => [bff, pairOf(bff)])) as typeof instances;
  for (const { bff, path } of asking.filter((one) => isForAll(one) && one.headers === guest)) {
    for (const some of [...ids.map((id) => [id]), ...(bff === 'mobile-bff' ? [ids] : [])]) {
      for (const currency of currencies) {
        const asked = path(some, `currency=${currency}`);
        const { body } = await askAs(instances[bff][0].url + asked);
        reference.set(`${bff} ${asked}`, body);
      }
    }
  }
  await Promise.all(instances['web-bff'].map(whenSignInWorks));
  for (const username of ['ada', 'bob'] as const) {
    tokens[username] = (await mobileTokens(identity.issuer, { username })).access_token;
    await browsers[username].signIn(instances['web-bff'][0], username, { back: instances['web-bff'][1] });
  }
  const { issuer, globexKey: privateJwk } = identity;
  tokens.acme = (await clientToken(issuer, { clientId: 'acme' })).access_token;
  tokens.globex = (await clientToken(issuer, { clientId: 'globex', privateJwk })).access_token;
});

afterAll(async () => {
  await fleet.stop();
  await identity.stop();
  registry.remove();
  await redis.stop();
});

interface Question {
  who: number;
  instance: 0 | 1;
  some: number[];
  currency: (typeof currencies)[number];
  /** Whether it brings the ETag of the last answer that somebody else got from that path. */
  bringsForeignEtag: boolean;
}

/** What happens before the questions of a burst are asked, all at once. */
type Happening =
  'nothing' | 'time passes' | 'much time passes' | 'pricing fails' | 'pricing is well' | 'a price changes';

const question: fc.Arbitrary<Question> = fc.record({
  who: fc.nat({ max: asking.length - 1 }),
  instance: fc.constantFrom(0, 1),
  some: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
  currency: fc.constantFrom(...currencies),
  bringsForeignEtag: fc.boolean(),
});
const burst = fc.record({
  before: fc.constantFrom<Happening>(
    ...(['nothing', 'time passes', 'time passes', 'much time passes', 'pricing fails', 'pricing is well'] as const),
    'a price changes',
  ),
  questions: fc.array(question, { minLength: 8, maxLength: 20 }),
  /** Everybody about the same products, from both processes. */
  hot: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
});

const seen = { asked: 0, private: 0, stale: 0, notModified: 0, notFound: 0, failed: 0, compared: 0 };
const etags = new Map<string, { etag: string; who: number }[]>();
let changes = 0;

/** Of what is asked, not of what is written; each answer takes a moment, so that others ask for the same meanwhile. */
const playAtPricing = (...faults: object[]) => {
  const slow = { kind: 'latency', latencyMs: 10, jitterMs: 30 };
  const operations = ['getPrice', 'getPrices'];
  return setFaults(
    fleet,
    'pricing',
    ...operations.flatMap((operation) => [slow, ...faults].map((fault) => ({ ...fault, operation }))),
  );
};

const happen: Record<Happening, () => Promise<unknown>> = {
  nothing: () => Promise.resolve(),
  'time passes': () => fleet.moveClocks(allInstances()),
  async 'much time passes'() {
    for (let n = 0; n < 3; n += 1) await fleet.moveClocks(allInstances());
  },
  'pricing fails': () => playAtPricing({ kind: 'status', status: 500, probability: 0.8 }),
  'pricing is well': () => playAtPricing(),
  'a price changes': () => writePrices([ids[changes % 6]!], ['list-ada', 'list-acme'], 6000 + 10 * (changes += 1)),
};

async function askOne({ who, instance, some, currency, bringsForeignEtag }: Question): Promise<void> {
  const one = asking[who]!;
  const path = one.path(
    some.slice(0, one.bff === 'web-bff' ? 1 : 6).map((n) => ids[n]!),
    `currency=${currency}`,
  );
  const key = `${one.bff} ${path}`;
  const foreign = bringsForeignEtag && etags.get(key)?.findLast((known) => asking[known.who]!.list !== one.list);
  const answer = await askAs(instances[one.bff][instance].url + path, {
    headers: { ...one.headers(), ...(foreign && { 'if-none-match': foreign.etag }) },
  });
  judge(one, key, answer, foreign ? foreign.etag : undefined);
  const { etag } = answer.headers;
  // What has no amount may be the same for all.
  const isOwn = answer.status === 200 && lastDigits(answer.body).size > 0;
  if (etag !== undefined && isOwn) etags.set(key, [...(etags.get(key) ?? []).slice(-20), { etag, who }]);
  if (etag !== undefined && answer.status === 200 && Math.trunc(answer.bytes) % 3 === 0) {
    const again = await askAs(instances[one.bff][instance].url + path, {
      headers: { ...one.headers(), 'if-none-match': etag },
    });
    if (again.status === 304) {
      seen.notModified += 1;
      expect(again.headers['cache-control']).toMatch(cacheControlOf(one));
    } else judge(one, key, again);
  }
}

/** Everything that has to hold for whatever answer. */
function judge(one: Asking, key: string, { status, headers, body }: Answer, foreignEtag?: string): void {
  seen.asked += 1;
  const digits = status === 200 ? [...lastDigits(body)] : [];
  // Of a part of the catalogue that is someone else's, nothing has a price.
  expect({ key, list: one.list, digits: digits.filter((digit) => digit !== digitOf[one.list]) }).toMatchObject({
    digits: [],
  });
  expect({ key, setCookie: headers['set-cookie'] }).toEqual({ key, setCookie: undefined });
  expect({ key, foreignEtag, status: status === 304 ? 'that of someone else' : 'own' }).toMatchObject({
    status: 'own',
  });
  const control = headers['cache-control'] ?? '';
  expect(control).toMatch(cacheControlOf(one));
  if (!isForAll(one)) {
    seen.private += 1;
    expect(headers).not.toHaveProperty('cdn-cache-control');
  }
  if (status === 503 || status === 504) {
    seen.failed += 1;
    return;
  }
  const paths = ids.filter((id) => key.includes(id));
  const hidden = paths.filter((id) => !one.sees().includes(id));
  const isList = key.includes('ids=');
  if (!isList && hidden.length > 0) {
    seen.notFound += 1;
    expect({ key, status }).toEqual({ key, status: 404 });
    return;
  }
  expect({ key, status }).toEqual({ key, status: 200 });
  if (one.bff === 'partner-bff' && isList) {
    const { items, problems } = JSON.parse(body) as PartnerList;
    expect(items.filter(({ id }) => hidden.includes(id))).toEqual([]);
    const refused = problems.filter(({ status: code }) => code === 404).map(({ id }) => id);
    expect(refused.sort()).toEqual([...hidden].sort());
  }
  const told = JSON.parse(body) as Partial<WebProduct & MobileProduct & MobileList>;
  if (JSON.stringify(told).includes('"stale"')) seen.stale += 1;
  if (!isForAll(one)) return;
  const sections = Object.values(told.meta?.sections ?? {});
  const isWhole = sections.every(({ state }) => state === 'fresh') && (told.degraded ?? []).length === 0;
  const before = reference.get(key);
  if (!isWhole || before === undefined) return;
  seen.compared += 1;
  expect(body).toBe(before);
}

it('nobody ever gets an amount of another, from whatever cache, process or call', async () => {
  process.stdout.write(`seed ${SEED}\n`);
  await happen['pricing is well']();
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: 3, maxLength: 4 }), async (bursts) => {
      for (const { before, questions, hot } of bursts) {
        await happen[before]();
        const everybody = asking.flatMap((_, who) =>
          ([0, 1] as const).map((instance): Question => ({
            who,
            instance,
            some: hot,
            currency: 'GBP',
            bringsForeignEtag: true,
          })),
        );
        await Promise.all([...questions, ...everybody].map(askOne));
      }
      await expectRedisSorted();
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  await happen['pricing is well']();
  process.stdout.write(`${JSON.stringify(seen)}\n`);
});

/** Whose amounts are under keys of whom; '' is nobody. */
async function digitsByOwner(): Promise<Map<string, Set<string>>> {
  const owners = new Map<string, Set<string>>();
  for (const [key, text] of await redisContent(redis)) {
    const [, owner = ''] = key.split('#');
    const found = [...text.matchAll(/Minor\\?":(\d+)/g)].map(([, amount = '']) => amount.slice(-1));
    for (const digit of found) owners.set(owner, (owners.get(owner) ?? new Set()).add(digit));
  }
  return owners;
}

async function expectRedisSorted(): Promise<void> {
  for (const [owner, digits] of await digitsByOwner())
    expect({ owner, digits: digits.size }).toEqual({ owner, digits: 1 });
}

it('every kind of answer was there: private, stale, not modified, of another part, and public as ever', () => {
  const { asked, failed, ...kinds } = seen;
  expect(asked).toBeGreaterThan(RUNS * 60);
  expect(failed).toBeLessThan(asked / 2);
  expect(Math.min(...Object.values(kinds))).toBeGreaterThan(20);
});

it('Redis holds amounts of all five, each under keys of whose they are, and public ones under nobody’s', async () => {
  await Promise.all(
    asking.map(({ bff, headers, path, sees }) =>
      askAs(instances[bff][0].url + path([sees()[0]!], 'currency=GBP'), { headers: headers() }),
    ),
  );
  const owners = await digitsByOwner();
  expect(
    Object.fromEntries(
      [...owners].filter(([owner]) => !owner.startsWith('user:')).map(([owner, digits]) => [owner, [...digits]]),
    ),
  ).toEqual({
    '': ['1'],
    'partner:acme': ['4'],
    'partner:globex': ['5'],
  });
  const ofUsers = [...owners].filter(([owner]) => owner.startsWith('user:')).map(([, digits]) => [...digits].join());
  expect(ofUsers.sort()).toEqual(['2', '3']);
});
