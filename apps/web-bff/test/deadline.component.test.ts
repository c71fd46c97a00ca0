import { describe, expect, it } from '@jest/globals';
import { sampleEntry, type DownstreamService } from '@product-bffs/downstreams';
import type { ProductDetail } from '../src/product-detail/contract.ts';
import { bodyOf, unhurried, useWeb } from './web.ts';

const lamp = [sampleEntry('lamp', { related: ['shade'] }), sampleEntry('shade')];
const names = ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const;
const fresh = new Set(['fresh']);

const statesOf = ({ meta }: ProductDetail) => new Set(Object.values(meta.sections).map(({ state }) => state));

/** Waits until the service has seen every call end. @returns how many of them their client left */
async function abortedBy(service: DownstreamService): Promise<number> {
  const until = performance.now() + 2000;
  while (service.stats().inFlight > 0 && performance.now() < until) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(service.stats().inFlight).toBe(0);
  return service.stats().aborted;
}

describe('the times of the configuration', () => {
  const web = useWeb(lamp, unhurried);

  it('hold instead of the usual ones: each service is waited for as long as it is told', async () => {
    for (const name of names) {
      await web.services.service(name).setFaults({ kind: 'latency', latencyMs: 500 });
    }
    expect(statesOf(await web.detail('/products/lamp'))).toEqual(fresh);
  });
});

describe('the section limit', () => {
  // Neither the attempt's timeout nor the deadline can be what ends a call that takes 2 s; the rest has time on a busy machine.
  const web = useWeb(lamp, { ...unhurried, SECTION_LIMIT_MS: '1500' });
  const slowly = { kind: 'latency', latencyMs: 2000 } as const;
  const late = { state: 'missing', reason: 'timeout' };

  it('gives up an optional section that is still on its way, and leaves its calls to end by themselves', async () => {
    const pricing = web.services.service('pricing');
    pricing.clearStats();
    await pricing.setFaults(slowly);
    const { meta, related } = await web.detail('/products/lamp');
    expect(meta.sections).toMatchObject({ price: late, 'related.price': late, related: { state: 'fresh' } });
    expect(related).toMatchObject([{ id: 'shade', price: null, rating: { count: 3 } }]);
    expect(await abortedBy(pricing)).toBe(0);
  });

  it('holds for what is related from the beginning of the request, not of its second wave', async () => {
    await web.services.service('recommendations').setFaults({ kind: 'latency', latencyMs: 1000 });
    await web.services.service('catalog').setFaults({ kind: 'latency', latencyMs: 1000, operation: 'getProducts' });
    const { meta, related } = await web.detail('/products/lamp');
    expect(related).toBeNull();
    expect(meta.sections).toMatchObject({ related: late, price: { state: 'fresh' } });
  });

  it('waits for an optional section that comes before it', async () => {
    await web.services.service('pricing').setFaults({ kind: 'latency', latencyMs: 100 });
    expect(statesOf(await web.detail('/products/lamp'))).toEqual(fresh);
  });

  it('does not hold for the product itself', async () => {
    await web.services.service('catalog').setFaults({ ...slowly, operation: 'getProduct' });
    expect(statesOf(await web.detail('/products/lamp'))).toEqual(fresh);
  });
});

describe('the deadline', () => {
  const web = useWeb(lamp, { ...unhurried, DEADLINE_MS: '1000' });

  it('answers 504 to what takes longer, and cancels every call', async () => {
    await web.get('/products/lamp'); // What is done once is not in the time that counts.
    const services = names.map(web.services.service);
    for (const service of services) {
      service.clearStats();
      await service.setFaults({ kind: 'hang' });
    }
    const answer = await web.get('/products/lamp');
    expect([answer.status, answer.headers['cache-control']]).toEqual([504, 'no-store']);
    expect(bodyOf(answer)).toMatchObject({ code: 'deadline-exceeded' });
    expect(await Promise.all(services.map(abortedBy))).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('x-request-timeout-ms', () => {
  const catalogTakes = { kind: 'latency', latencyMs: 250 } as const;

  describe('from a trusted proxy', () => {
    const web = useWeb(lamp, { ...unhurried, TRUSTED_PROXIES: 'loopback' });

    it.each([
      ['shortens the deadline', '100', 504],
      ['leaves a time that is enough', '5000', 200],
      ['of nothing leaves no time', '0', 504],
      ['is ignored when it is no number', 'soon', 200],
      ['is ignored when it is negative', '-1', 200],
    ])('%s: %s -> %i', async (_claim, timeoutMs, status) => {
      await web.services.service('catalog').setFaults(catalogTakes);
      expect((await web.get('/products/lamp', { 'x-request-timeout-ms': timeoutMs })).status).toBe(status);
    });

    it('gives up optional sections in time for the answer to go out within a short deadline', async () => {
      await web.services.service('reviews').setFaults({ kind: 'hang' });
      const { meta } = await web.detail('/products/lamp', { 'x-request-timeout-ms': '1500' });
      expect(meta.sections.reviews).toEqual({ state: 'missing', reason: 'timeout' });
    });
  });

  describe('from a trusted proxy, of a service with little time', () => {
    const web = useWeb(lamp, { ...unhurried, DEADLINE_MS: '100', TRUSTED_PROXIES: '127.0.0.1' });

    it('does not lengthen the deadline', async () => {
      await web.services.service('catalog').setFaults(catalogTakes);
      expect((await web.get('/products/lamp', { 'x-request-timeout-ms': '9000' })).status).toBe(504);
    });
  });

  describe('from anyone else', () => {
    const web = useWeb(lamp, { ...unhurried, TRUSTED_PROXIES: '192.0.2.1' });

    it('changes nothing', async () => {
      await web.services.service('catalog').setFaults(catalogTakes);
      expect((await web.get('/products/lamp', { 'x-request-timeout-ms': '100' })).status).toBe(200);
    });
  });
});
