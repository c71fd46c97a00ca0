import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import { KnowledgeCache } from '../src/cache/knowledge-cache.ts';
import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  DownstreamInvalid,
  startsOf,
} from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';

const ids = ['bulb', 'lamp', 'shade'];
let services: Downstreams;
beforeAll(async () => {
  services = await startDownstreams({ catalogue: ids.map((id) => sampleEntry(id)), keptChanges: 5 });
});
afterEach(() => {
  for (const name of ['catalog', 'inventory'] as const) services.service(name).clearFaults();
});
afterAll(() => services.stop());

const at = (name: keyof Downstreams['urls']) => ({ url: services.urls[name], timeoutMs: 5000, ...caller });
const english = { locale: 'en-GB' };

async function write(path: string, quantity: number): Promise<void> {
  const body = JSON.stringify({ status: 'in_stock', quantity });
  const response = await fetch(services.urls.inventory + path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(200);
}

describe('a feed', () => {
  it('says what changed after a sequence, in pages, and what its newest is', async () => {
    const inventory = createInventoryClient(at('inventory'));
    const start = await inventory.getNewestSequence(callContext());
    await write('/stock/lamp', 1);
    await write('/stock/bulb', 2);
    expect(await inventory.getNewestSequence(callContext())).toBe(start + 2);
    expect(await inventory.getChanges(start, 1, callContext())).toEqual({
      changes: [{ id: 'lamp', sequence: start + 1, at: expect.any(String) }],
      nextSequence: start + 1,
      hasMore: true,
    });
    expect(await inventory.getChanges(start + 1, 100, callContext())).toMatchObject({
      changes: [{ id: 'bulb' }],
      hasMore: false,
    });
  });

  it('has nothing to say of what its service does not keep any more', async () => {
    const inventory = createInventoryClient(at('inventory'));
    for (let quantity = 0; quantity < 6; quantity += 1) await write('/stock/shade', quantity);
    expect(await inventory.getChanges(0, 100, callContext())).toBeUndefined();
  });

  it('is there in all three that announce what changes', async () => {
    expect(await createCatalogClient(at('catalog')).getNewestSequence(callContext())).toBe(0);
    expect(await createPricingClient(at('pricing')).getNewestSequence(callContext())).toBe(0);
  });

  it('without readable sequences makes no sense', async () => {
    const inventory = createInventoryClient(at('inventory'));
    await services.service('inventory').setFaults({
      kind: 'drift',
      field: 'sequence',
      change: 'retyped',
      operation: 'getChanges',
    });
    const since = 6;
    await expect(inventory.getChanges(since, 100, callContext())).rejects.toThrow(DownstreamInvalid);
  });
});

describe('a page of the catalog', () => {
  it('has so many products in the order of their ids, and says where the next begins', async () => {
    const catalog = createCatalogClient(at('catalog'));
    const first = await catalog.getPage({ limit: 2, ...english }, callContext());
    expect([...first.products.keys()]).toEqual(['bulb', 'lamp']);
    expect(first.products.get('lamp')).toMatchObject({ state: 'fresh', value: { id: 'lamp', sku: 'LAMP' } });
    const second = await catalog.getPage({ limit: 2, cursor: first.nextCursor ?? '', ...english }, callContext());
    expect([[...second.products.keys()], second.nextCursor]).toEqual([['shade'], null]);
  });

  it('misses what makes no sense, alone', async () => {
    await services.service('catalog').setFaults({ kind: 'drift', field: 'version', change: 'missing' });
    const { products } = await createCatalogClient(at('catalog')).getPage({ limit: 2, ...english }, callContext());
    expect([...products.values()]).toEqual([
      { state: 'missing', reason: 'invalid' },
      { state: 'missing', reason: 'invalid' },
    ]);
  });

  it('is asked for once, however long it takes: it costs too much for a hedge', async () => {
    const catalog = createCatalogClient(at('catalog'));
    const page = () => catalog.getPage({ limit: 2, ...english }, callContext());
    for (let n = 0; n < 200; n += 1) await page();
    services.service('catalog').clearStats();
    await services.service('catalog').setFaults({ kind: 'latency', latencyMs: 500, operation: 'listProducts' });
    await page();
    expect(services.service('catalog').stats().calls['listProducts']).toBe(1);
  });

  it('may be as large as a batch', async () => {
    await services.service('catalog').setFaults({ kind: 'huge', bytes: 2 << 20 });
    const { products } = await createCatalogClient(at('catalog')).getPage({ limit: 2, ...english }, callContext());
    expect(products.size).toBe(2);
  });
});

describe('a digest', () => {
  const range = { from: null, to: null };

  it('is made for the parts that another service has', async () => {
    const catalog = await createCatalogClient(at('catalog')).getDigest({ from: 'b', to: null }, 2, {}, callContext());
    expect(catalog.parts).toMatchObject([
      { from: 'b', to: 'shade', count: 2 },
      { from: 'shade', to: null, count: 1 },
    ]);
    expect(catalog.records?.map(({ id }) => id)).toEqual(ids);
    const inventory = createInventoryClient(at('inventory'));
    const { parts } = await inventory.getDigest({ from: 'b', to: null }, startsOf(catalog.parts), {}, callContext());
    expect(parts.map(({ from, to }) => [from, to])).toEqual(catalog.parts.map(({ from, to }) => [from, to]));
    expect((await inventory.getDigest(range, [], {}, callContext())).parts).toHaveLength(1);
  });

  it('of prices is told on behalf of who asks', async () => {
    const pricing = createPricingClient(at('pricing'));
    const { parts } = await pricing.getDigest(range, 1, { currency: 'EUR', priceList: 'trade' }, callContext());
    expect(parts).toMatchObject([{ count: 3 }]);
  });

  it.each([
    [[{ from: null, to: 'b' }]],
    [[{ from: 'a', to: null }]],
    [
      [
        { from: null, to: 'b' },
        { from: 'c', to: null },
      ],
    ],
    [[]],
  ])('that is not of the whole range makes no sense', async (parts) => {
    const answer = {
      parts: parts.map((part) => ({ ...part, count: 1, digest: 'a'.repeat(64) })),
      records: null,
      gone: [],
    };
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const inventory = createInventoryClient({ ...at('inventory'), url });
    await expect(inventory.getDigest(range, 2, {}, callContext())).rejects.toThrow(DownstreamInvalid);
    server.closeAllConnections();
    server.close();
  });
});

describe('knowledge that is asked for anew', () => {
  const knowledge = () => new KnowledgeCache({ maxBytes: 1 << 20, prefix: 'test' });

  it('is that of the service, whatever is remembered', async () => {
    const inventory = createInventoryClient({ ...at('inventory'), knowledge: knowledge() });
    await write('/stock/lamp', 10);
    await inventory.getStock('lamp', callContext());
    await write('/stock/lamp', 11);
    const quantityOf = async (anew: boolean) =>
      (await inventory.getStocks(['lamp'], { ...callContext(), anew })).get('lamp');
    expect(await quantityOf(false)).toMatchObject({ value: { quantity: 10 } });
    expect(await quantityOf(true)).toMatchObject({ value: { quantity: 11 } });
    expect(await quantityOf(false)).toMatchObject({ value: { quantity: 10 } });
  });

  it('waits for no answer that is on its way, which may be of before', async () => {
    const inventory = createInventoryClient({ ...at('inventory'), knowledge: knowledge() });
    await write('/stock/bulb', 20);
    services.service('inventory').clearStats();
    await services.service('inventory').setFaults({ kind: 'latency', latencyMs: 300, times: 1 });
    const slow = inventory.getStock('bulb', callContext());
    while (services.service('inventory').stats().inFlight === 0) await new Promise(setImmediate);
    await write('/stock/bulb', 21);
    const anew = await inventory.getStock('bulb', { ...callContext(), anew: true });
    expect([anew.value?.quantity, (await slow).value?.quantity]).toEqual([21, 20]);
  });

  it('fails where the service does, though an old value is remembered', async () => {
    const inventory = createInventoryClient({ ...at('inventory'), knowledge: knowledge() });
    await inventory.getStock('shade', callContext());
    await services.service('inventory').setFaults({ kind: 'status', status: 500 });
    await expect(inventory.getStock('shade', { ...callContext(), anew: true })).rejects.toThrow('status 500');
  });
});
