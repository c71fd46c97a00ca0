import { describe, expect, it } from '@jest/globals';
import { fresh, missing } from '@product-bffs/composition';
import { collectingLogger } from '../test/log-lines.ts';
import { createTelemetry } from './telemetry.ts';

function telemetryThatLogs(measure = true) {
  const { logger, lines } = collectingLogger();
  return { telemetry: createTelemetry({ downstreams: ['catalog', 'pricing'], logger, measure }), lines };
}

const call = { requestId: 'r-1', downstream: 'catalog', operation: 'getProduct', durationMs: 120 };
const request = { method: 'GET', route: '/products/:productId', status: 200, durationMs: 30, aborted: false };

/** The samples of one metric, without those of its buckets. */
async function samplesOf(metric: string, telemetry: ReturnType<typeof createTelemetry>): Promise<string[]> {
  const lines = (await telemetry.metrics()).split('\n');
  return lines.filter((line) => line.startsWith(metric) && !line.includes('_bucket'));
}

describe('a downstream', () => {
  it('is known from the start, and not seen until it is called', () => {
    expect(telemetryThatLogs().telemetry.lastSeen()).toEqual({ catalog: null, pricing: null });
  });

  it('is remembered as it was last seen', () => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome: 'timeout' });
    telemetry.onCall({ ...call, outcome: 'ok' });
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(telemetry.lastSeen()).toEqual({ catalog: { outcome: 'ok', at }, pricing: null });
  });

  it('is not seen by a call that nobody waited for', () => {
    const { telemetry } = telemetryThatLogs();
    telemetry.onCall({ ...call, outcome: 'cancelled' });
    expect(telemetry.lastSeen()['catalog']).toBeNull();
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
  telemetry.onSections({ product: fresh('x', lifetime), price: missing('timeout') });
  expect(await samplesOf('sections_total', telemetry)).toEqual([
    'sections_total{section="product",state="fresh"} 1',
    'sections_total{section="price",state="missing"} 1',
  ]);
});

it('measures the process itself', async () => {
  expect(await telemetryThatLogs().telemetry.metrics()).toMatch(/^process_resident_memory_bytes \d+$/m);
});

it('measures nothing where it is told not to, and still remembers and logs', async () => {
  const { telemetry, lines } = telemetryThatLogs(false);
  telemetry.onRequest(request);
  telemetry.onCall({ ...call, outcome: 'invalid', detail: 'name: expected string' });
  telemetry.onSections({ price: missing('timeout') });
  const samples = (await telemetry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(samples).toEqual([]);
  expect(telemetry.lastSeen()['catalog']).toMatchObject({ outcome: 'invalid' });
  expect(lines).toHaveLength(1);
});
