import { describe, expect, it } from '@jest/globals';
import { sampleEntry, type DownstreamService } from '@product-bffs/downstreams';
import { bodyOf, unhurried, useMobile } from './mobile.ts';

const lamp = [sampleEntry('lamp')];

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
  const mobile = useMobile(lamp, unhurried);

  it('hold instead of the usual ones: each service is waited for as long as it is told', async () => {
    for (const name of ['catalog', 'pricing', 'inventory', 'reviews'] as const) {
      await mobile.services.service(name).setFaults({ kind: 'latency', latencyMs: 500 });
    }
    expect(await mobile.product('/products/lamp')).toMatchObject({ id: 'lamp', degraded: [] });
  });
});

describe('the section limit', () => {
  // Neither the attempt's timeout nor the deadline can be what ends a call that takes 2 s; the rest has time on a busy machine.
  const mobile = useMobile(lamp, { ...unhurried, SECTION_LIMIT_MS: '1500' });
  const slowly = { kind: 'latency', latencyMs: 2000 } as const;
  const late = [{ section: 'price', state: 'missing', reason: 'timeout' }];

  it.each(['/products/lamp', '/products?ids=lamp'])(
    'gives up an optional section that is still on its way, and leaves its call to end by itself: %s',
    async (path) => {
      const pricing = mobile.services.service('pricing');
      pricing.clearStats();
      await pricing.setFaults(slowly);
      expect(bodyOf(await mobile.get(path))).toMatchObject({ degraded: late });
      expect(await abortedBy(pricing)).toBe(0);
    },
  );

  it('waits for an optional section that comes before it', async () => {
    await mobile.services.service('pricing').setFaults({ kind: 'latency', latencyMs: 100 });
    expect(await mobile.product('/products/lamp')).toMatchObject({ degraded: [] });
  });

  it('does not hold for the product itself', async () => {
    await mobile.services.service('catalog').setFaults(slowly);
    expect(await mobile.product('/products/lamp')).toMatchObject({ id: 'lamp', degraded: [] });
  });
});

describe('the deadline', () => {
  const mobile = useMobile(lamp, { ...unhurried, DEADLINE_MS: '1000' });

  it.each(['/products/lamp', '/products?ids=lamp'])(
    'answers 504 to what takes longer, and cancels every call: %s',
    async (path) => {
      await mobile.get(path); // What is done once is not in the time that counts.
      const services = (['catalog', 'pricing', 'inventory', 'reviews'] as const).map(mobile.services.service);
      for (const service of services) {
        service.clearStats();
        await service.setFaults({ kind: 'hang' });
      }
      const answer = await mobile.get(path);
      expect([answer.status, answer.headers['cache-control']]).toEqual([504, 'no-store']);
      expect(bodyOf(answer)).toMatchObject({ code: 'deadline-exceeded' });
      expect(await Promise.all(services.map(abortedBy))).toEqual([1, 1, 1, 1]);
    },
  );
});

describe('x-request-timeout-ms', () => {
  const catalogTakes = { kind: 'latency', latencyMs: 250 } as const;

  describe('from a trusted proxy', () => {
    const mobile = useMobile(lamp, { ...unhurried, TRUSTED_PROXIES: 'loopback' });

    it.each([
      ['shortens the deadline', '100', 504],
      ['leaves a time that is enough', '5000', 200],
      ['of nothing leaves no time', '0', 504],
      ['is ignored when it is no number', 'soon', 200],
      ['is ignored when it is negative', '-1', 200],
    ])('%s: %s -> %i', async (_claim, timeoutMs, status) => {
      await mobile.services.service('catalog').setFaults(catalogTakes);
      expect((await mobile.get('/products/lamp', { 'x-request-timeout-ms': timeoutMs })).status).toBe(status);
    });

    it('gives up optional sections in time for the answer to go out within a short deadline', async () => {
      await mobile.services.service('reviews').setFaults({ kind: 'hang' });
      const product = await mobile.product('/products/lamp', { 'x-request-timeout-ms': '1500' });
      expect(product.degraded).toEqual([{ section: 'rating', state: 'missing', reason: 'timeout' }]);
    });
  });

  describe('from a trusted proxy, of a service with little time', () => {
    const mobile = useMobile(lamp, { ...unhurried, DEADLINE_MS: '100', TRUSTED_PROXIES: '127.0.0.1' });

    it('does not lengthen the deadline', async () => {
      await mobile.services.service('catalog').setFaults(catalogTakes);
      expect((await mobile.get('/products/lamp', { 'x-request-timeout-ms': '9000' })).status).toBe(504);
    });
  });

  describe('from anyone else', () => {
    const mobile = useMobile(lamp, { ...unhurried, TRUSTED_PROXIES: '192.0.2.1' });

    it('changes nothing', async () => {
      await mobile.services.service('catalog').setFaults(catalogTakes);
      expect((await mobile.get('/products/lamp', { 'x-request-timeout-ms': '100' })).status).toBe(200);
    });
  });
});
