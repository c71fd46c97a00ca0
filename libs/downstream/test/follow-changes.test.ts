import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import { followChanges, type FollowChangesOptions } from '../src/follow-changes.ts';
import { sendJson, serving } from './raw-server.ts';

const ids = Array.from({ length: 30 }, (_, n) => `p-${n}`);
const keptChanges = 20;

let services: Downstreams<'pricing'>;
let ends: (() => void)[];
beforeAll(async () => {
  const catalogue = ids.map((id) => sampleEntry(id));
  services = await startDownstreams({ services: ['pricing'], catalogue, keptChanges });
});
beforeEach(() => {
  ends = [];
  services.service('pricing').clearFaults();
  services.service('pricing').clearStats();
});
afterEach(() => {
  for (const end of ends) end();
});
afterAll(() => services.stop());

const looks = () => services.service('pricing').stats().calls['getChanges'] ?? 0;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(2);
}

let minor = 1000;
async function change(...changed: string[]): Promise<void> {
  for (const id of changed) {
    const body = JSON.stringify({ currentMinor: (minor += 1), listMinor: 100_000 });
    const { ok } = await fetch(`${services.urls.pricing}/prices/${id}`, { method: 'PUT', body });
    if (!ok) throw new Error(`${id} was not changed`);
  }
}

/** What is told of the feed from now on. */
function follow(
  options: { url?: string; everyMs?: number | undefined; onFeed?: FollowChangesOptions['onFeed'] } = {},
): (string | undefined)[] {
  const told: (string | undefined)[] = [];
  const { url, everyMs, onFeed } = { url: services.urls.pricing, everyMs: 10, onFeed: undefined, ...options };
  ends.push(
    followChanges({
      downstream: 'pricing',
      url,
      timeoutMs: 1000,
      userAgent: 'test',
      everyMs,
      onChange: (source) => told.push(source),
      onFeed,
    }),
  );
  return told;
}

/** Three more looks, one of which may have been another follower's last: what there was to tell has been told. */
async function lookedAgain(): Promise<void> {
  const before = looks();
  await until(() => looks() >= before + 3);
}

describe('from the start', () => {
  it('nothing is told of what had changed before, and each change after it once', async () => {
    await change('p-0', 'p-1', 'p-2');
    const told = follow();
    await lookedAgain();
    expect(told).toEqual([]);
    await change('p-1', 'p-2', 'p-2');
    await lookedAgain();
    expect(new Set(told)).toEqual(new Set(['pricing:p-1', 'pricing:p-2']));
    const count = told.length;
    await lookedAgain();
    expect(told).toHaveLength(count);
  });

  it('nothing is told where the feed no longer has its beginning: what others have left stays of use', async () => {
    await change(...ids);
    const told = follow();
    await lookedAgain();
    expect(told).toEqual([]);
    await change('p-7');
    await lookedAgain();
    expect(told).toEqual(['pricing:p-7']);
  });

  it.each<[string, FaultInput]>([
    ['is away', { kind: 'reset', times: 2 }],
    ['is silent', { kind: 'hang', times: 1 }],
  ])('a service that %s has told of everything as soon as it is back', async (_how, fault) => {
    await services.service('pricing').setFaults(fault);
    const told = follow();
    await until(() => told.length > 0);
    expect(told).toEqual([undefined]);
    await change('p-3');
    await lookedAgain();
    expect(told).toEqual([undefined, 'pricing:p-3']);
  });

  it('a feed of many pages is read to its end before anything is told', async () => {
    const { url, requests } = await serving((req, res) => {
      const since = Number(new URL(req.url ?? '', 'http://pricing').searchParams.get('since'));
      const changes = since < 5000 ? [{ id: `p-${since}` }] : [];
      sendJson(res, { changes, nextSequence: Math.min(5000, since + 1000), hasMore: since < 5000 });
    });
    const told = follow({ url, everyMs: 60_000 });
    await until(() => requests.length === 6);
    expect(requests.map((request) => request.url?.match(/since=\d+/)?.[0])).toEqual(
      [0, 1000, 2000, 3000, 4000, 5000].map((since) => `since=${since}`),
    );
    await delay(50);
    expect(told).toEqual([]);
  });
});

it('what changed since the start is told though the end of the feed is not found yet, and nothing else', async () => {
  const hour = 3_600_000;
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const pages = [
    [{ id: 'old', at: at(-hour) }, { id: 'new', at: at(hour) }, { id: 'undated' }],
    [
      { id: 'new', at: at(hour) },
      { id: 'newer', at: at(2 * hour) },
      { id: 'newer', at: at(2 * hour) },
      { id: 'older', at: at(-2 * hour) },
    ],
    [{ id: 'odd', at: 'yesterday' }],
  ];
  const { url, requests } = await serving((req, res) => {
    const since = Number(new URL(req.url ?? '', 'http://pricing').searchParams.get('since'));
    const changes = pages[since] ?? [];
    // Of the page after the last nothing comes: all that was before it has been told.
    if (since < pages.length) sendJson(res, { changes, nextSequence: since + 1, hasMore: true });
  });
  const told = follow({ url });
  await until(() => requests.length > pages.length);
  expect(told).toEqual(['pricing:new', 'pricing:new', 'pricing:newer']);
});

it('tells of a change within a second, as often as it looks unless told otherwise', async () => {
  const told = follow({ everyMs: undefined });
  await lookedAgain();
  const startedAt = performance.now();
  await change('p-0');
  await until(() => told.length > 0);
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect(told).toEqual(['pricing:p-0']);
});

describe('nothing is lost', () => {
  const failures: FaultInput[] = [
    { kind: 'status', status: 503, times: 3 },
    { kind: 'reset', times: 3 },
    { kind: 'hang', times: 2 },
    { kind: 'truncate', times: 3 },
    { kind: 'garbage', times: 3 },
    { kind: 'html', times: 3 },
    { kind: 'drift', field: 'id', change: 'retyped', operation: 'getChanges', times: 3 },
    { kind: 'drift', field: 'id', change: 'missing', operation: 'getChanges', times: 3 },
  ];
  it.each(failures.map((fault) => [Object.values(fault).join(' '), fault] as const))(
    'by a feed that fails for a while: %s',
    async (_how, fault) => {
      const told = follow();
      await lookedAgain();
      // Only the feed: a change is answered as ever.
      await services.service('pricing').setFaults({ ...fault, operation: 'getChanges' });
      await change('p-4', 'p-5');
      await until(() => told.length >= 2);
      expect(told).toEqual(['pricing:p-4', 'pricing:p-5']);
    },
  );

  it('by nobody who watches: it is told when looks begin to fail, and when they succeed again', async () => {
    const feed: unknown[] = [];
    follow({ onFeed: (seen) => feed.push(seen) });
    await lookedAgain();
    await services.service('pricing').setFaults({ kind: 'status', status: 503, operation: 'getChanges' });
    await lookedAgain();
    services.service('pricing').clearFaults();
    await until(() => feed.length === 3);
    const [up, down] = (['up', 'down'] as const).map((state) => ({ downstream: 'pricing', state }));
    expect(feed).toEqual([up, down, up]);
  });

  it('by a service that ends and comes back', async () => {
    const told = follow();
    await lookedAgain();
    await services.service('pricing').stop();
    await delay(50);
    await services.service('pricing').start();
    await change('p-6');
    await until(() => told.length > 0);
    expect(told).toEqual(['pricing:p-6']);
  });

  it('by a feed that has forgotten too much: everything may have changed, and it goes on', async () => {
    const told = follow();
    await lookedAgain();
    await services.service('pricing').setFaults({ kind: 'status', status: 503, operation: 'getChanges' });
    await change(...ids);
    expect(told).toEqual([]);
    services.service('pricing').clearFaults();
    await until(() => told.length > 0);
    expect(told).toEqual([undefined]);
    await change('p-8');
    await until(() => told.length > 1);
    expect(told).toEqual([undefined, 'pricing:p-8']);
  });
});

it('is not driven in circles by a feed that says there is more and gives nothing', async () => {
  const { url, requests } = await serving((_req, res) =>
    sendJson(res, { changes: [], nextSequence: 0, hasMore: true }),
  );
  follow({ url, everyMs: 100 });
  await delay(350);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.length).toBeLessThanOrEqual(5);
});

describe('ended', () => {
  it('it asks no more, and ends the look that is under way', async () => {
    follow();
    await lookedAgain();
    await services.service('pricing').setFaults({ kind: 'hang' });
    await until(() => services.service('pricing').stats().inFlight === 1);
    for (const end of ends) end();
    await until(() => services.service('pricing').stats().aborted === 1);
    const before = looks();
    await delay(50);
    expect(looks()).toBe(before);
  });

  it('it lets the process exit', async () => {
    const script = join(import.meta.dirname, 'follow-prices.ts');
    const child = spawn(process.execPath, [script, services.urls.pricing], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    await until(() => looks() >= 2);
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});
