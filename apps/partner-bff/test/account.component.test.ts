import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { createUsage } from '../src/account/usage.ts';
import { bodyOf, unhurried, until, usePartner } from './partner.ts';

const dayMs = 86_400_000;
const noon = Date.parse('2026-11-21T12:00:00Z');

describe('GET /account', () => {
  let now = noon;
  const quota = { units: 600, windowS: 60 };
  const key = { id: 'AAAAAAAAAAAA', hash: 'A'.repeat(43), createdAt: '2026-01-01T00:00:00Z' };
  const partner = usePartner(
    [sampleEntry('lamp')],
    unhurried,
    [{ id: 'tester', quota }, { id: 'other' }, { id: 'limited', scopes: ['changes:read'] }],
    () => now,
  );
  const account = async (of = 'tester') => bodyOf(await partner.as(of).get('/account'));

  it('tells which versions were called, how often, and how long each still has', async () => {
    for (const version of ['2026-04', '2026-04', '2026-10']) await partner.get(`/${version}/products/lamp`);
    await partner.get('/2026-04/products/none');
    const answer = await partner.get('/account');
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'ratelimit-policy': '"partner";q=600;w=60',
    });
    expect(bodyOf(answer)).toMatchObject({
      partner: 'tester',
      versions: [
        {
          name: '2026-10',
          status: 'current',
          calls: 1,
          lastCalledOn: '2026-11-21',
          sunsetAt: null,
          daysLeft: null,
          deprecatedFields: [],
        },
        {
          name: '2026-04',
          status: 'deprecated',
          calls: 3,
          lastCalledOn: '2026-11-21',
          sunsetAt: '2027-06-30T00:00:00Z',
          daysLeft: 220,
          successor: '2026-10',
          deprecatedFields: expect.arrayContaining([
            expect.objectContaining({ was: 'available', is: 'availability.status' }),
          ]) as unknown,
        },
      ],
      quota,
    });
  });

  it('tells nothing of what others called', async () => {
    expect((await account('other'))['versions']).toEqual([]);
  });

  it('tells when each key that is valid ends', async () => {
    const [first] = partner.registry.partners;
    partner.registry.write([
      {
        ...first!,
        keys: [
          ...first!.keys,
          { ...key, expiresAt: '2026-12-01T00:00:00Z' },
          { ...key, id: 'BBBBBBBBBBBB', expiresAt: '2026-11-20T00:00:00Z' },
        ],
      },
      ...partner.registry.partners.slice(1),
    ]);
    await until(async () => ((await account())['keys'] as unknown[]).length === 2);
    const { keys } = (await account()) as { keys: object[] };
    expect(keys).toMatchObject([
      { expiresAt: null, daysLeft: null },
      { id: key.id, expiresAt: '2026-12-01T00:00:00Z', daysLeft: 9 },
    ]);
    for (const told of keys) expect(Object.keys(told)).toEqual(['id', 'createdAt', 'expiresAt', 'daysLeft']);
  });

  it('is for partners that may read products, and for nobody else', async () => {
    expect((await partner.bare.get('/account')).status).toBe(401);
    expect((await partner.as('limited').get('/account')).status).toBe(403);
  });

  it('counts in a metric, too, by partner and version', async () => {
    await partner.as('other').get('/2027-01/products/lamp');
    expect(await partner.metrics()).toContain('partner_requests_total{partner="other",version="2027-01"} 1');
  });

  it('forgets what was called 14 days ago', async () => {
    now = noon + 13 * dayMs;
    expect(((await account())['versions'] as unknown[]).length).toBe(2);
    now = noon + 14 * dayMs;
    expect((await account())['versions']).toEqual([]);
  });
});

describe('usage over Redis', () => {
  let redis: RedisForTests;
  const opened: ReturnType<typeof createUsage>[] = [];
  const open = () => {
    const usage = createUsage({ redis: { url: redis.url, timeoutMs: 1000 }, clock: () => noon });
    opened.push(usage);
    return usage;
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await Promise.all(opened.map((usage) => usage.close()));
    await redis.stop();
  });

  it('is counted together, outlives the process, and ends by itself', async () => {
    const [one, other] = [open(), open()];
    one.count('acme', '2026-04');
    one.count('acme', '2026-04');
    other.count('acme', '2026-04');
    other.count('globex', '2026-10');
    const day = Math.floor(noon / dayMs) * dayMs;
    const reader = open();
    await until(async () => (await reader.of('acme')).get('2026-04')?.calls === 3);
    await until(async () => (await reader.of('globex')).size > 0);
    expect([...(await reader.of('globex'))]).toEqual([['2026-10', { calls: 1, lastDay: day }]]);
    const keys = (await redis.ask('KEYS', 'partner-bff:usage:*')) as string[];
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Number(await redis.ask('TTL', key))).toBeGreaterThan(13 * 86_400);
  });

  it('stays in memory while Redis is away, and is written when it is back', async () => {
    const usage = open();
    await redis.kill();
    usage.count('hooli', '2026-04');
    expect((await usage.of('hooli')).get('2026-04')?.calls).toBe(1);
    await redis.restart();
    const reader = open();
    await until(async () => (await reader.of('hooli')).get('2026-04')?.calls === 1);
    expect((await usage.of('hooli')).get('2026-04')?.calls).toBe(1);
  });
});
