import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { missing } from '@product-bffs/composition';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import {
  createCatalogClient,
  createInventoryClient,
  createPricingClient,
  DownstreamInvalid,
  DownstreamRefused,
} from '../src/index.ts';
import { callContext } from './call-context.ts';
import { caller } from './caller.ts';
import { sendJson, serving } from './raw-server.ts';
import { wirePrice, wireProduct, wireStock } from './wire-samples.ts';

const english = { locale: 'en-GB' };
const ids = (count: number) => Array.from({ length: count }, (_, n) => `p-${n}`);

let services: Downstreams<'catalog'>;
beforeAll(async () => {
  services = await startDownstreams({ services: ['catalog'], catalogue: ids(250).map((id) => sampleEntry(id)) });
});
afterEach(() => {
  services.service('catalog').clearFaults();
  services.service('catalog').clearStats();
});
afterAll(() => services.stop());

const at = (url: string) => ({ url, timeoutMs: 5000, ...caller });
const getProducts = (asked: string[]) =>
  createCatalogClient(at(services.urls.catalog)).getOverviews(asked, english, callContext());
const asked = () => {
  const { calls, ids: counted } = services.service('catalog').stats();
  return { calls: calls['getProducts'], ids: counted['getProducts'] };
};

describe('a batch of calls', () => {
  it.each([
    [1, 1],
    [100, 1],
    [101, 2],
    [200, 2],
    [250, 3],
  ])('for %d ids is %d, of at most 100 ids each', async (count, calls) => {
    const batch = await getProducts(ids(count));
    expect([...batch.keys()]).toEqual(ids(count));
    expect(new Set([...batch.values()].map(({ state }) => state))).toEqual(new Set(['fresh']));
    expect(asked()).toEqual({ calls, ids: count });
  });

  it('asks for each id once, however often it is named', async () => {
    const batch = await getProducts(['p-1', 'p-0', 'p-1', 'p-1', ...ids(100)]);
    expect([...batch.keys()].slice(0, 3)).toEqual(['p-1', 'p-0', 'p-2']);
    expect(asked()).toEqual({ calls: 1, ids: 100 });
  });

  it('is joined by what is asked for alone in the same turn', async () => {
    const catalog = createCatalogClient(at(services.urls.catalog));
    await Promise.all([
      catalog.getOverview('p-0', english, callContext()),
      catalog.getOverviews(['p-1', 'p-2'], english, callContext()),
      catalog.getOverview('p-3', english, callContext()),
    ]);
    expect(services.service('catalog').stats().calls).toMatchObject({ getProduct: 0, getProducts: 1 });
  });

  it('for nothing is no call at all', async () => {
    expect([...(await getProducts([]))]).toEqual([]);
    expect(asked()).toEqual({ calls: 0, ids: 0 });
  });

  it('runs its calls at once', async () => {
    await services.service('catalog').setFaults({ kind: 'latency', latencyMs: 100 });
    await getProducts(ids(250));
    expect(services.service('catalog').stats().maxConcurrent).toBe(3);
  });

  it('of which one fails loses the ids of that one alone', async () => {
    await services.service('catalog').setFaults({ kind: 'status', status: 500, times: 1 });
    const batch = await getProducts(ids(250));
    const lost = [...batch].filter(([, { state }]) => state === 'missing');
    expect([50, 100]).toContain(lost.length);
    for (const [, section] of lost) expect(section).toEqual(missing('unavailable'));
    expect([...batch.keys()]).toEqual(ids(250));
  });

  it('of which each fails has failed, as the first did', async () => {
    await services.service('catalog').setFaults({ kind: 'status', status: 503, retryAfterS: 9 });
    await expect(getProducts(ids(250))).rejects.toThrow(DownstreamRefused);
    await expect(getProducts(ids(250))).rejects.toMatchObject({ retryAfterMs: 9000 });
  });
});

describe('an item of a batch', () => {
  const answering = async (items: unknown[], missingIds: string[] = []) => {
    const { url } = await serving((_req, res) => sendJson(res, { items, missing: missingIds }));
    return {
      products: (...wanted: string[]) => createCatalogClient(at(url)).getOverviews(wanted, english, callContext()),
      prices: (...wanted: string[]) =>
        createPricingClient(at(url)).getPrices(wanted, { currency: 'GBP' }, callContext()),
      stocks: (...wanted: string[]) => createInventoryClient(at(url)).getStocks(wanted, callContext()),
    };
  };
  const states = (batch: ReadonlyMap<string, unknown>) => Object.fromEntries(batch);

  it('that makes no sense is missing alone', async () => {
    const { products } = await answering([wireProduct('a'), wireProduct('b', { name: null }), wireProduct('c')], ['d']);
    expect(states(await products('a', 'b', 'c', 'd'))).toMatchObject({
      a: { state: 'fresh', value: { id: 'a' } },
      b: missing('invalid'),
      c: { state: 'fresh', value: { id: 'c' } },
      d: { state: 'fresh', value: null },
    });
  });

  it('in another currency is missing alone', async () => {
    const { prices } = await answering([wirePrice('a', { currency: 'EUR' }), wirePrice('b')]);
    expect(states(await prices('a', 'b'))).toMatchObject({ a: missing('invalid'), b: { state: 'fresh' } });
  });

  it('that is in neither list is missing, not absent', async () => {
    const { stocks } = await answering([wireStock('a')]);
    expect(states(await stocks('a', 'b'))).toMatchObject({ a: { state: 'fresh' }, b: missing('invalid') });
  });

  it('that nobody asked for is left out', async () => {
    const { stocks } = await answering([wireStock('a'), wireStock('z')], ['y']);
    expect([...(await stocks('a', 'b')).keys()]).toEqual(['a', 'b']);
  });

  it('is nothing to go by when none makes sense', async () => {
    const { stocks } = await answering([wireStock('a', { quantity: -1 }), wireStock('b', { quantity: 'many' })]);
    await expect(stocks('a', 'b')).rejects.toThrow(DownstreamInvalid);
  });
});

it('is invalid, not empty, when its service no longer knows the call: 404', async () => {
  const { url } = await serving((_req, res) => res.writeHead(404).end());
  const call = createCatalogClient(at(url)).getOverviews(['lamp', 'shade'], english, callContext());
  await expect(call).rejects.toThrow(DownstreamInvalid);
});
