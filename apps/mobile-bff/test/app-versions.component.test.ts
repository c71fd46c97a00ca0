import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { startScriptedIssuer } from '@product-bffs/identity';
import { contractLevels } from '../src/app-versions/contract-levels.ts';
import { bodyOf, guestsOnly, newestApp, unhurried, useMobile } from './mobile.ts';
import { startSender, type Sender } from './send.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const APP_VERSIONS_FILE = join(folder, 'app-versions.json');

const policyOf = (store: string, minimum: string) => ({
  minimum,
  recommended: { version: '2.1.0', since: '2026-09-01' },
  blocked: ['1.4.2+4711', '1.5'],
  releases: ['1.0', '1.1', '1.3', '2.0', '2.1'],
  store,
});
writeFileSync(
  APP_VERSIONS_FILE,
  JSON.stringify({
    ios: policyOf('https://ios.example/app', '1.0'),
    android: policyOf('https://play.example/app', '1.1'),
  }),
);

const issuer = await startScriptedIssuer(guestsOnly.TOKEN_AUDIENCE);
afterAll(() => issuer.stop());

const catalogue = [
  sampleEntry('lamp'),
  sampleEntry('shade'),
  sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
];
let now = Date.UTC(2026, 9, 1, 12);
const variables = { ...unhurried, APP_VERSIONS_FILE, OIDC_ISSUER: issuer.issuer, PRICE_LIST_CLAIM: 'tariff' };
const mobile = useMobile(catalogue, variables, () => now);
/** The same, where answers are kept as in production. */
const keeping = useMobile(catalogue, { ...variables, CACHE_MB: '48' }, () => now);
// Nothing that one test made is there for the next.
beforeEach(() => {
  now += 86_400_000;
});

const app = (version: string, platform = 'ios') => ({ 'app-version': version, 'app-platform': platform });
const hint = '"2.1.0";since=@1788220800';
const hintOf = ({ headers }: Answer) => headers['app-version-recommended'];

describe('a stock status that an app cannot know', () => {
  it.each([
    ['app 1.0 on iOS', app('1.0'), 'unknown', false],
    ['the last app on iOS before pre-orders', app('1.1.99+1'), 'unknown', false],
    ['the first app on iOS with them', app('1.2'), 'preorder', true],
    ['the same version on Android, where they came later', app('1.2', 'android'), 'unknown', false],
    ['the first app on Android with them', app('1.3', 'android'), 'preorder', true],
    ['the newest app', newestApp, 'preorder', true],
    ['an app that says nothing', {}, 'unknown', false],
    ['an app that says its platform alone', { 'app-platform': 'android' }, 'unknown', false],
    ['an app that says its version alone', { 'app-version': '2.0' }, 'unknown', false],
  ])('is one it knows for %s', async (_which, headers, status, purchasable) => {
    const alone = await mobile.product('/products/soon', headers);
    expect(alone).toMatchObject({ availability: { status }, purchasable, degraded: [] });
    expect(alone.availability.restockAt).toBeDefined();
    expect((await mobile.list('/products?ids=lamp,soon', headers)).items).toEqual([
      await mobile.product('/products/lamp', headers),
      alone,
    ]);
  });

  it.each(['lamp', 'soon'])('is one that every app knows where nobody has ever heard of it (%s)', async (id) => {
    await mobile.services.service('inventory').setFaults({ kind: 'drift', field: 'status', change: 'enum' });
    for (const headers of [{}, app('1.0'), app('1.3', 'android'), newestApp]) {
      const product = await mobile.product(`/products/${id}`, headers);
      expect(product).toMatchObject({ availability: { status: 'unknown' }, purchasable: false });
    }
  });
});

it('sends a deprecated field to the apps that read it, and to no other', async () => {
  const formatted = async (headers: Record<string, string>) =>
    (await mobile.product('/products/lamp', headers)).price?.formatted;
  expect(await formatted({})).toBe('£74.50');
  expect(await formatted(app('1.99999'))).toBe('£74.50');
  expect(await formatted(app('2.0'))).toBeUndefined();
});

it('answers who says nothing to the byte as the oldest that is answered', async () => {
  for (const id of ['lamp', 'soon', 'nothing']) {
    const [said, unsaid] = [await mobile.get(`/products/${id}`, app('1.0')), await mobile.get(`/products/${id}`)];
    expect([unsaid.status, unsaid.headers['etag']]).toEqual([said.status, said.headers['etag']]);
  }
});

describe('an app that is no longer answered', () => {
  it.each([
    ['too old', app('0.9.9'), 'https://ios.example/app', /too old.* 2\.1\.0/],
    ['too old on its platform', app('1.0', 'android'), 'https://play.example/app', /too old/],
    ['a build that was withdrawn', app('1.4.2+4711'), 'https://ios.example/app', /withdrawn.* 2\.1\.0/],
    ['any build of a version that was withdrawn', app('1.5.0+1', 'android'), 'https://play.example/app', /withdrawn/],
  ])('is told what is, and where to get it: %s', async (_why, headers, store, detail) => {
    for (const path of ['/products/lamp', '/products?ids=lamp', '/products/nothing', '/products/lamp?currency=CHF']) {
      const answer = await mobile.get(path, headers);
      expect([answer.status, bodyOf(answer)['code']]).toEqual([426, 'app-version-unsupported']);
      expect(bodyOf(answer)).toMatchObject({
        type: 'https://problems.example/app-version-unsupported',
        detail: expect.stringMatching(detail),
      });
      expect(answer.headers).toMatchObject({
        upgrade: 'mobile-app/2.1.0',
        connection: 'close, Upgrade',
        link: `<${store}>; rel="help"`,
        vary: 'Authorization, App-Platform, App-Version',
        'cache-control': 'no-store',
      });
      expect(answer.headers).not.toHaveProperty('app-version-recommended');
    }
  });

  it.each([
    ['close', 'close, Upgrade'],
    ['keep-alive', 'Upgrade'],
  ])('is told so on a connection that goes on as the app wants it: %s', async (connection, told) => {
    const answer = await mobile.get('/products/lamp', { ...app('0.9.9'), connection });
    expect(answer.status).toBe(426);
    expect(answer.headers['connection']).toBe(told);
  });

  it.each([app('1.4.2'), app('1.4.2+4712'), app('1.4.1+4711'), app('1.5.1'), app('1.0'), app('1.1', 'android')])(
    'is no other: %j',
    async (headers) => {
      expect((await mobile.get('/products/lamp', headers)).status).toBe(200);
    },
  );

  it('is told so whatever its token is, and has it cost the services nothing', async () => {
    const catalog = mobile.services.service('catalog');
    catalog.clearStats();
    const answer = await mobile.get('/products/lamp', { ...app('0.9'), authorization: 'Bearer a.b.c' });
    expect(answer.status).toBe(426);
    expect(Object.values(catalog.stats().calls).every((count) => count === 0)).toBe(true);
  });

  it('may still read the contract', async () => {
    expect((await mobile.get('/openapi.json', app('0.9'))).status).toBe(200);
  });

  it('can ask again over the same connection, which nobody switches to another protocol', async () => {
    const server = mobile.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const ask = async (version: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/products/lamp`, { headers: app(version) });
      return [answer.status, ((await answer.json()) as { id?: string }).id];
    };
    expect([await ask('0.9'), await ask('2.1')]).toEqual([
      [426, undefined],
      [200, 'lamp'],
    ]);
    server.close();
    server.closeAllConnections();
  });
});

describe('a version or platform that is none', () => {
  let sender: Sender;
  beforeAll(async () => (sender = await startSender(mobile.app)));
  afterAll(() => sender.stop());

  it.each<[string, [string, string][], string[]]>([
    [
      'no version',
      [
        ['App-Version', 'two'],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    [
      'an empty version',
      [
        ['App-Version', ''],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    [
      'a pre-release',
      [
        ['App-Version', '2.0.0-beta'],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    [
      'two versions',
      [
        ['App-Version', '2.0'],
        ['App-Version', '2.0'],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    [
      'a version as a null byte would be',
      [
        ['App-Version', '%00'],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    [
      'a long version',
      [
        ['App-Version', `1.0+${'9'.repeat(4000)}`],
        ['App-Platform', 'ios'],
      ],
      ['app-version'],
    ],
    ['no version, without a platform', [['App-Version', '2']], ['app-version']],
    [
      'another platform',
      [
        ['App-Version', '2.0'],
        ['App-Platform', 'windows'],
      ],
      ['app-platform'],
    ],
    [
      'another case',
      [
        ['App-Version', '2.0'],
        ['App-Platform', 'iOS'],
      ],
      ['app-platform'],
    ],
    ['an empty platform', [['App-Platform', '']], ['app-platform']],
    [
      'two platforms',
      [
        ['App-Platform', 'ios'],
        ['App-Platform', 'ios'],
      ],
      ['app-platform'],
    ],
    ['a property of objects', [['App-Platform', '__proto__']], ['app-platform']],
    [
      'neither',
      [
        ['App-Version', 'x'],
        ['App-Platform', 'y'],
      ],
      ['app-version', 'app-platform'],
    ],
  ])('is refused with 400, by the name of its header: %s', async (_what, headers, names) => {
    for (const answer of [await sender.get('/products/lamp', headers), await sender.get('/products/lamp', headers)]) {
      const problem = bodyOf(answer);
      expect([answer.status, problem['code']]).toEqual([400, 'invalid-request']);
      const errors = problem['errors'] as { in: string; name: string }[];
      expect(errors.map((error) => [error.in, error.name])).toEqual(names.map((name) => ['header', name]));
    }
  });
});

describe('the recommended version', () => {
  it('is told in every answer to an older app: made, kept, known, a list, a problem', async () => {
    const asked = async (path: string, headers = {}) => keeping.get(path, { ...app('2.0.9'), ...headers });
    const made = await asked('/products/lamp');
    const known = await asked('/products/lamp', { 'if-none-match': made.headers['etag'] ?? '' });
    const answers = [made, await asked('/products/lamp'), known, await asked('/products?ids=lamp')];
    answers.push(await asked('/products/nothing'), await asked('/products/lamp?currency=CHF'));
    answers.push(await asked('/products/lamp', { authorization: 'Bearer a.b.c' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 304, 200, 404, 400, 401]);
    expect(answers.map(hintOf)).toEqual(answers.map(() => hint));
  });

  it('is told to who says its platform alone, and counts as the oldest on it', async () => {
    expect(hintOf(await mobile.get('/products/lamp', { 'app-platform': 'android' }))).toBe(hint);
  });

  it.each([
    ['has it', app('2.1')],
    ['has a later one', app('2.1.1', 'android')],
    ['says nothing', {}],
  ])(
    'is not told to who %s, not even where the answer was made for an older app of its level',
    async (_who, headers) => {
      const older = Object.keys(headers).length === 0 ? app('1.0') : app('2.0');
      const first = await keeping.get('/products/lamp', older);
      expect(hintOf(first)).toBe(hint);
      const kept = await keeping.get('/products/lamp', headers);
      const known = await keeping.get('/products/lamp', { ...headers, 'if-none-match': first.headers['etag'] ?? '' });
      expect([kept.status, known.status]).toEqual([200, 304]);
      expect(kept.bytes).toEqual(first.bytes);
      expect([kept, known].map(hintOf)).toEqual([undefined, undefined]);
      expect(hintOf(await keeping.get('/products/lamp', older))).toBe(hint);
    },
  );
});

/** By what the metrics count: how many answers were made, and how many were there. */
async function answersOf(kind: 'composed' | 'stored'): Promise<number> {
  return Number(
    new RegExp(`^http_answers_total\\{kind="${kind}"\\} (\\d+)`, 'm').exec(await keeping.metrics())?.[1] ?? 0,
  );
}

describe('kept answers', () => {
  it('are one for all versions of a level, on both platforms and with any build', async () => {
    const [composed, stored] = [await answersOf('composed'), await answersOf('stored')];
    const catalog = keeping.services.service('catalog');
    catalog.clearStats();
    const versions = [app('1.2'), app('1.3.7', 'android'), app('1.99+5'), app('1.2.1+x', 'android'), app('1.3')];
    // Android 1.2 is of the level before.
    for (const headers of versions) await keeping.get('/products/shade', headers);
    expect([(await answersOf('composed')) - composed, (await answersOf('stored')) - stored]).toEqual([2, 3]);
    expect(catalog.stats().calls).toMatchObject({ getProduct: 1 });
  });

  it('are not mixed between levels, nor between users, however they come', async () => {
    const tokens = {
      guest: {},
      trade: {
        authorization: `Bearer ${await issuer.token({ claims: { tariff: 'trade', iat: now / 1000, exp: now / 1000 + 300 } })}`,
      },
    };
    const minors = { guest: 7450, trade: Math.round(7450 * 0.85) };
    const expected = { 1: ['unknown', true], 2: ['preorder', true], 3: ['preorder', false] } as const;
    const versions = { 1: app('1.1', 'android'), 2: app('1.3', 'android'), 3: app('2.1', 'android') } as const;
    const asked = Array.from({ length: 30 }, (_, n) => n).flatMap((n) =>
      ([1, 2, 3] as const).flatMap((level) =>
        (['guest', 'trade'] as const).map((who) => ({ level: (((level + n) % 3) + 1) as 1 | 2 | 3, who })),
      ),
    );
    const told = await Promise.all(
      asked.map(async ({ level, who }) => {
        const answer = await keeping.get('/products/soon', { ...versions[level], ...tokens[who] });
        const { price, availability } = JSON.parse(answer.bytes.toString('utf8')) as {
          price: { currentMinor: number; formatted?: string };
          availability: { status: string };
        };
        return [availability.status, price.formatted !== undefined, price.currentMinor];
      }),
    );
    expect(told).toEqual(asked.map(({ level, who }) => [...expected[level], minors[who]]));
  });
});

it('counts who asks by platform, release, contract and deprecated fields, and makes up no names', async () => {
  const asked = [{}, app('1.0.3+9'), app('1.0'), app('2.1'), app('9.9'), app('9.8'), app('0.9'), app('1.4.2+4711')];
  for (const headers of asked) await mobile.get('/products/lamp', headers);
  const metrics = await mobile.metrics();
  const counted = Array.from(metrics.matchAll(/^app_requests_total\{(.*)\} \d+$/gm), ([, labels]) => labels);
  const labels = (platform: string, version: string, level: string, deprecated: string) =>
    `platform="${platform}",version="${version}",level="${level}",deprecated="${deprecated}"`;
  expect(counted).toEqual(
    expect.arrayContaining([
      labels('none', 'none', '1', 'price.formatted'),
      labels('ios', '1.0', '1', 'price.formatted'),
      labels('ios', '2.1', '3', 'none'),
      labels('ios', 'other', '3', 'none'),
      labels('ios', 'other', 'refused', 'none'),
    ]),
  );
  const releases = ['none', 'other', '1.0', '1.1', '1.3', '2.0', '2.1'];
  expect(counted.filter((line) => !releases.includes(/version="(.*?)"/.exec(line ?? '')?.[1] ?? ''))).toEqual([]);
  expect(counted.length).toBeLessThanOrEqual(3 * releases.length * (contractLevels.length + 1));
});
