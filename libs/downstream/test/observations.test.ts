import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams, type FaultInput } from '@product-bffs/downstreams';
import { createInventoryClient, type CallObservation } from '../src/index.ts';
import { callContext } from './call-context.ts';
import { sendJson, serving } from './raw-server.ts';
import { wireStock } from './wire-samples.ts';

let services: Downstreams<'inventory'>;
const seen: CallObservation[] = [];
beforeAll(async () => {
  services = await startDownstreams({ services: ['inventory'], catalogue: [sampleEntry('lamp')] });
});
afterEach(() => {
  services.service('inventory').clearFaults();
  seen.splice(0);
});
afterAll(() => services.stop());

const inventory = (url = services.urls.inventory) =>
  createInventoryClient({ url, timeoutMs: 1000, userAgent: 'test', onCall: (call) => seen.push(call) });
const call = { downstream: 'inventory', operation: 'getStock', durationMs: expect.any(Number) };

it.each<[string, string, FaultInput | undefined, object]>([
  ['ok', 'lamp', undefined, { outcome: 'ok' }],
  ['not-found', 'ghost', undefined, { outcome: 'not-found' }],
  [
    'unavailable',
    'lamp',
    { kind: 'status', status: 500 },
    { outcome: 'unavailable', detail: 'inventory.getStock: status 500' },
  ],
  [
    'refused',
    'lamp',
    { kind: 'status', status: 400 },
    { outcome: 'refused', detail: 'inventory.getStock: status 400' },
  ],
  [
    'unavailable',
    'lamp',
    { kind: 'reset', afterBytes: 20 },
    { outcome: 'unavailable', detail: expect.stringContaining('ECONNRESET') },
  ],
  ['timeout', 'lamp', { kind: 'hang' }, { outcome: 'timeout', detail: expect.stringContaining('within 1000 ms') }],
  [
    'invalid',
    'lamp',
    { kind: 'html' },
    { outcome: 'invalid', detail: expect.stringContaining('not declared as JSON') },
  ],
])('tells of one call as %s (%#)', async (_outcome, id, fault, observation) => {
  if (fault) await services.service('inventory').setFaults(fault);
  await inventory()
    .getStock(id, callContext())
    .catch(() => undefined);
  expect(seen).toEqual([{ requestId: 'request-of-the-test', ...call, ...observation }]);
});

it('tells of a call as cancelled when nobody waits for it any more', async () => {
  await services.service('inventory').setFaults({ kind: 'hang' });
  const context = callContext();
  const pending = inventory().getStock('lamp', context);
  pending.catch(() => undefined);
  while (services.service('inventory').stats().inFlight === 0) await new Promise((resolve) => setImmediate(resolve));
  context.deadline.end();
  await expect(pending).rejects.toThrow();
  while (seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([{ requestId: 'request-of-the-test', ...call, outcome: 'cancelled' }]);
});

it('tells of each call of a batch, and what an item had wrong in one that could be used', async () => {
  const { url } = await serving((_req, res) =>
    sendJson(res, { items: [wireStock('a'), wireStock('b', { quantity: 'secret' })], missing: [] }),
  );
  await inventory(url).getStocks(['a', 'b'], callContext());
  expect(seen).toMatchObject([
    { operation: 'getStocks', outcome: 'ok', detail: expect.stringContaining(' quantity: ') },
  ]);
  expect(JSON.stringify(seen)).not.toContain('secret');
  seen.splice(0);
  await inventory().getStocks(
    Array.from({ length: 150 }, (_, n) => `p-${n}`),
    callContext(),
  );
  expect(seen).toMatchObject([{ outcome: 'ok' }, { outcome: 'ok' }]);
});

it('measures how long the call took', async () => {
  await services.service('inventory').setFaults({ kind: 'latency', latencyMs: 100 });
  await inventory().getStock('lamp', callContext());
  expect(seen[0]?.durationMs).toBeGreaterThan(50);
});
