import { describe, expect, it } from '@jest/globals';
import { fresh, missing } from '@product-bffs/composition';
import { collectingLogger } from '../test/log-lines.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTelemetry, type Telemetry } from './telemetry.ts';

function telemetryThatLogs(measure = true) {
  const { logger, lines } = collectingLogger();
  return { telemetry: createTelemetry({ downstreams: ['catalog', 'pricing'], logger, measure }), lines };
}

const call = { requestId: 'r-1', downstream: 'catalog', operation: 'getProduct', durationMs: 120 };
const anyTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const request = { method: 'GET', route: '/products/:productId', status: 200, durationMs: 30, aborted: false };

/** The samples of one metric, without those of its buckets. */
async function samplesOf(metric: string, telemetry: ReturnType<typeof createTelemetry>): Promise<string[]> {
  const lines = (await telemetry.metrics()).split('\n');
  return lines.filter((line) => line.startsWith(metric) && !line.includes('_bucket'));
}

describe('a downstream', () => {
  it('is known from the start, and not seen until it is called', () => {
    expect(telemetryThatLogs().telemetry.seen().downstreams).toEqual({ catalog: null, pricing: null });
  });

  it('is remembered as it was last seen', () => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome: 'timeout' });
    telemetry.onCall({ ...call, outcome: 'ok' });
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(telemetry.seen().downstreams).toEqual({ catalog: { outcome: 'ok', at }, pricing: null });
  });

  it('is not seen by a call that nobody waited for', () => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome: 'cancelled' });
    expect(telemetry.seen().downstreams['catalog']).toBeNull();
  });
});

describe('a call', () => {
  it.each(['unavailable', 'timeout', 'invalid', 'ok'])(
    '(%s) with something wrong is logged, a line each',
    (outcome) => {
      const { telemetry, lines } = telemetryThatLogs();
      telemetry.onCall({ ...call, outcome, detail: 'status 500' });
      expect(lines).toMatchObject([
        {
          level: 'warn',
          requestId: 'r-1',
          downstream: 'catalog',
          operation: 'getProduct',
          outcome,
          detail: 'status 500',
        },
      ]);
    },
  );

  it.each(['ok', 'not-found', 'cancelled'])('(%s) with nothing wrong is not', (outcome) => {
    const { telemetry, lines } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome });
    expect(lines).toEqual([]);
  });

  it('is counted and timed by operation and outcome', async () => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome: 'ok' });
    telemetry.onCall({ ...call, outcome: 'ok', durationMs: 380 });
    expect(await samplesOf('downstream_call_duration_seconds', telemetry)).toEqual([
      'downstream_call_duration_seconds_sum{downstream="catalog",operation="getProduct",outcome="ok"} 0.5',
      'downstream_call_duration_seconds_count{downstream="catalog",operation="getProduct",outcome="ok"} 2',
    ]);
  });

  it.each([
    ['that makes no sense', { outcome: 'invalid', detail: 'name: expected string' }, 1],
    ['of which an item makes no sense', { outcome: 'ok', detail: 'name: expected string' }, 1],
    ['that is refused', { outcome: 'unavailable', detail: 'status 500' }, 0],
    ['that is good', { outcome: 'ok' }, 0],
  ])('%s is a breach of contract or is not (%#)', async (_what, ended, breaches) => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, ...ended });
    expect(await samplesOf('downstream_contract_violations_total', telemetry)).toEqual(
      breaches === 0 ? [] : ['downstream_contract_violations_total{downstream="catalog",operation="getProduct"} 1'],
    );
  });
});

it('logs when Redis goes, with why, and when it is back', () => {
  const { telemetry, lines } = telemetryThatLogs();
  telemetry.onRedis({ state: 'down', detail: 'ECONNREFUSED' });
  telemetry.onRedis({ state: 'up' });
  expect(lines).toMatchObject([
    { level: 'warn', state: 'down', detail: 'ECONNREFUSED', msg: 'Redis' },
    { level: 'info', state: 'up', msg: 'Redis' },
  ]);
});

it('counts requests by route, method and status', async () => {
  const { telemetry } = telemetryThatLogs();
  telemetry.onRequest(request);
  expect(await samplesOf('http_request_duration_seconds', telemetry)).toEqual([
    'http_request_duration_seconds_sum{route="/products/:productId",method="GET",status="200"} 0.03',
    'http_request_duration_seconds_count{route="/products/:productId",method="GET",status="200"} 1',
  ]);
});

it('counts the sections that were sent by their state', async () => {
  const { telemetry } = telemetryThatLogs();
  const lifetime = { softMs: 1, hardMs: 1, staleWhileRevalidate: true };
  telemetry.sectionCounters({ product: fresh('x', lifetime), price: missing('timeout') })();
  expect(await samplesOf('sections_total', telemetry)).toEqual([
    'sections_total{section="product",state="fresh"} 1',
    'sections_total{section="price",state="missing"} 1',
  ]);
});

it('counts the sections of an answer each time it is sent again', async () => {
  const { telemetry } = telemetryThatLogs();
  const lifetime = { softMs: 1, hardMs: 1, staleWhileRevalidate: true };
  const count = telemetry.sectionCounters({ product: fresh('x', lifetime), price: fresh(null, lifetime) });
  expect(await samplesOf('sections_total', telemetry)).toEqual([
    'sections_total{section="product",state="fresh"} 0',
    'sections_total{section="price",state="fresh"} 0',
  ]);
  count();
  count();
  expect(await samplesOf('sections_total', telemetry)).toEqual([
    'sections_total{section="product",state="fresh"} 2',
    'sections_total{section="price",state="fresh"} 2',
  ]);
});

it('puts each value into every bucket that it fits', async () => {
  const { telemetry } = telemetryThatLogs();
  for (const ageMs of [0, 1000, 1001, 90_000_000]) telemetry.onAnswer({ kind: 'stored', ageMs });
  const lines = (await telemetry.metrics()).split('\n');
  expect(lines.filter((line) => /^http_answer_age_seconds_(bucket.*"(1|5|86400|.Inf)"|sum|count)/.test(line))).toEqual([
    'http_answer_age_seconds_bucket{le="1"} 2',
    'http_answer_age_seconds_bucket{le="5"} 3',
    'http_answer_age_seconds_bucket{le="86400"} 3',
    'http_answer_age_seconds_bucket{le="+Inf"} 4',
    'http_answer_age_seconds_sum 90002.001',
    'http_answer_age_seconds_count 4',
  ]);
  expect(await samplesOf('http_answers_total', telemetry)).toEqual(['http_answers_total{kind="stored"} 4']);
});

const operation = { downstream: 'catalog', operation: 'getProduct' };

it.each([
  ['a retry', (to: Telemetry) => to.onRetry(operation), 'downstream_retries_total'],
  ['a hedge', (to: Telemetry) => to.onHedge(operation), 'downstream_hedges_total'],
])('counts %s by operation', async (_what, tell, name) => {
  const { telemetry } = telemetryThatLogs();
  tell(telemetry);
  expect(await samplesOf(name, telemetry)).toEqual([`${name}{downstream="catalog",operation="getProduct"} 1`]);
});

it('counts where knowledge came from, what was shed and which connections were cut', async () => {
  const { telemetry } = telemetryThatLogs();
  telemetry.onLookup({ downstream: 'catalog', level: 'memory' });
  telemetry.onShed('bulk');
  telemetry.onCut('too-many');
  expect(await samplesOf('knowledge_lookups_total', telemetry)).toEqual([
    'knowledge_lookups_total{downstream="catalog",level="memory"} 1',
  ]);
  expect(await samplesOf('http_requests_shed_total', telemetry)).toEqual([
    'http_requests_shed_total{priority="bulk"} 1',
  ]);
  expect(await samplesOf('http_connections_cut_total', telemetry)).toEqual([
    'http_connections_cut_total{why="too-many"} 1',
  ]);
});

it('shows the requests under way and their limit as they are when it is asked', async () => {
  const { telemetry } = telemetryThatLogs();
  const load = { inFlight: 0, limit: 100 };
  telemetry.watch(load);
  load.inFlight = 7;
  expect(await samplesOf('http_requests_in_flight', telemetry)).toEqual(['http_requests_in_flight 7']);
  expect(await samplesOf('http_requests_limit', telemetry)).toEqual(['http_requests_limit 100']);
});

it('shows a breaker in the one state that it is in', async () => {
  const { telemetry } = telemetryThatLogs();
  telemetry.onBreaker({ ...operation, state: 'open' });
  telemetry.onBreaker({ ...operation, state: 'half-open' });
  const states = (await samplesOf('downstream_breaker_state', telemetry)).map((line) => line.replace(/.*state=/, ''));
  expect(states).toEqual(['"closed"} 0', '"open"} 0', '"half-open"} 1']);
  expect(telemetry.seen().breakers).toEqual({ 'catalog.getProduct': { state: 'half-open', at: anyTime } });
});

it('knows no Redis until one was seen, and then how it was seen last', async () => {
  const { telemetry } = telemetryThatLogs();
  expect(telemetry.seen().redis).toBeNull();
  expect(await samplesOf('redis_up', telemetry)).toEqual([]);
  telemetry.onRedis({ state: 'up' });
  telemetry.onRedis({ state: 'down', detail: 'timeout' });
  expect(telemetry.seen().redis).toEqual({ state: 'down', detail: 'timeout', at: anyTime });
  expect(await samplesOf('redis_up', telemetry)).toEqual(['redis_up 0']);
});

it('knows of each feed of changes whether it is heard, and says so in the log', async () => {
  const { telemetry, lines } = telemetryThatLogs();
  expect(telemetry.seen().feeds).toEqual({});
  telemetry.onFeed({ downstream: 'catalog', state: 'up' });
  telemetry.onFeed({ downstream: 'pricing', state: 'up' });
  telemetry.onFeed({ downstream: 'pricing', state: 'down' });
  expect(telemetry.seen().feeds).toEqual({
    catalog: { state: 'up', at: anyTime },
    pricing: { state: 'down', at: anyTime },
  });
  expect(await samplesOf('change_feed_up', telemetry)).toEqual([
    'change_feed_up{downstream="catalog"} 1',
    'change_feed_up{downstream="pricing"} 0',
  ]);
  expect(lines.at(-1)).toMatchObject({ downstream: 'pricing', state: 'down', level: 'info' });
});

it("has the metrics that the README's table names, each with its type and labels", async () => {
  const { telemetry } = telemetryThatLogs();
  const lifetime = { softMs: 1, hardMs: 1, staleWhileRevalidate: true };
  telemetry.onRequest(request);
  telemetry.sectionCounters({ product: fresh('x', lifetime) })();
  telemetry.onAnswer({ kind: 'stored', ageMs: 0 });
  telemetry.onShed('page');
  telemetry.onCut('too-many');
  telemetry.onCall({ ...call, outcome: 'invalid' });
  telemetry.onRetry(operation);
  telemetry.onHedge(operation);
  telemetry.onBreaker({ ...operation, state: 'open' });
  telemetry.onLookup({ downstream: 'catalog', level: 'redis' });
  telemetry.onRedis({ state: 'up' });
  telemetry.onFeed({ downstream: 'catalog', state: 'up' });
  const text = await telemetry.metrics();
  const ours = Array.from(text.matchAll(/^# TYPE (\S+) (\S+)$/gm), ([, name = '', type = '']) => ({ name, type }))
    .filter(({ name }) => !/^(process|nodejs)_/.test(name))
    .map(({ name, type }) => {
      const sample = new RegExp(`^${name}(?:_sum)?(?:{(.*)})? `, 'm').exec(text);
      const labels = Array.from(sample?.[1]?.matchAll(/(\w+)="/g) ?? [], ([, label = '']) => label);
      return `| \`${name}\` | ${type} | ${labels.join(', ')} |`;
    });
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8').replace(/ +/g, ' ');
  const named = Array.from(
    readme.matchAll(/^(\| `\w+` \| (?:counter|gauge|histogram) \| .*? ?\|) /gm),
    ([, row]) => row,
  );
  expect(named.map((row) => row?.replace(/ \| \|$/, ' |  |')).sort()).toEqual(ours.sort());
});

it('measures the process itself', async () => {
  expect(await telemetryThatLogs().telemetry.metrics()).toMatch(/^process_resident_memory_bytes \d+$/m);
});

it('measures nothing where it is told not to, and still remembers and logs', async () => {
  const { telemetry, lines } = telemetryThatLogs(false);
  telemetry.onRequest(request);
  telemetry.onCall({ ...call, outcome: 'invalid', detail: 'name: expected string' });
  telemetry.sectionCounters({ price: missing('timeout') })();
  telemetry.onBreaker({ ...operation, state: 'open' });
  telemetry.onRedis({ state: 'up' });
  telemetry.onFeed({ downstream: 'catalog', state: 'up' });
  telemetry.onShed('page');
  expect((await telemetry.metrics()).trim()).toBe('');
  expect(telemetry.seen().downstreams['catalog']).toMatchObject({ outcome: 'invalid' });
  expect(lines.map(({ msg }) => msg)).toEqual(['downstream call', 'Redis', 'feed of changes']);
});
