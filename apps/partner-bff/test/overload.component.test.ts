import { expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { unhurried, until, usePartner } from './partner.ts';
import { linesOf, ndjson, V } from './sync.ts';

const partner = usePartner([sampleEntry('lamp'), sampleEntry('shade')], {
  ...unhurried,
  MIN_IN_FLIGHT: '2',
  MAX_IN_FLIGHT: '2',
});

it('refuses lists, pages and streams where as much as may be is under way, and says when to come back', async () => {
  const inventory = partner.services.service('inventory');
  await inventory.setFaults({ kind: 'latency', latencyMs: 1000 });
  const underWay = ['lamp', 'shade'].map((id) => partner.get(`${V}/products/${id}`));
  await until(() => Object.values(inventory.stats().ids).reduce((sum, n) => sum + n, 0) === 2);
  for (const [query, headers] of [
    ['?ids=lamp', {}],
    ['', {}],
    ['', ndjson],
  ] as const) {
    const answer = await partner.get(`${V}/products${query}`, headers);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toMatch(/^[123]$/);
  }
  for (const { status } of await Promise.all(underWay)) expect(status).toBe(200);
  inventory.clearFaults();
  const stream = await partner.get(`${V}/products`, ndjson);
  expect(linesOf(stream).at(-1)).toMatchObject({ type: 'end', count: 2 });
});
