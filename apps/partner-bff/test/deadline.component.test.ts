import { describe, expect, it } from '@jest/globals';
import { sampleEntry, type DownstreamService } from '@product-bffs/downstreams';
import { bodyOf, unhurried, until, usePartner } from './partner.ts';

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
  const partner = usePartner(lamp, unhurried);

  it('hold instead of the usual ones: each service is waited for as long as it is told', async () => {
    for (const name of ['catalog', 'pricing', 'inventory'] as const) {
      await partner.services.service(name).setFaults({ kind: 'latency', latencyMs: 900 });
    }
    expect(await partner.record('/2026-10/products/lamp')).toMatchObject({ id: 'lamp' });
  });
});

describe('the deadline', () => {
  const partner = usePartner(lamp, { ...unhurried, DEADLINE_MS: '1000' });

  it.each(['/2026-10/products/lamp', '/2026-10/products?ids=lamp'])(
    'answers 504 to what takes longer, and cancels every call: %s',
    async (path) => {
      await partner.get(path); // What is done once is not in the time that counts.
      const services = (['catalog', 'pricing', 'inventory'] as const).map(partner.services.service);
      for (const service of services) {
        service.clearStats();
        await service.setFaults({ kind: 'hang' });
      }
      const answer = await partner.get(path);
      expect([answer.status, answer.headers['cache-control']]).toEqual([504, 'no-store']);
      expect(bodyOf(answer)).toMatchObject({ code: 'deadline-exceeded' });
      expect(await Promise.all(services.map(abortedBy))).toEqual([1, 1, 1]);
    },
  );
});

describe('x-request-timeout-ms', () => {
  const catalogTakes = { kind: 'latency', latencyMs: 250 } as const;

  describe('from a trusted proxy', () => {
    const partner = usePartner(lamp, { ...unhurried, TRUSTED_PROXIES: 'loopback' });

    it.each([
      ['shortens the deadline', '100', 504],
      ['leaves a time that is enough', '5000', 200],
      ['of nothing leaves no time', '0', 504],
      ['is ignored when it is no number', 'soon', 200],
      ['is ignored when it is negative', '-1', 200],
    ])('%s: %s -> %i', async (_claim, timeoutMs, status) => {
      await partner.services.service('catalog').setFaults(catalogTakes);
      expect((await partner.get('/2026-10/products/lamp', { 'x-request-timeout-ms': timeoutMs })).status).toBe(status);
    });
  });

  describe('from a trusted proxy, of a service with little time', () => {
    const partner = usePartner(lamp, { ...unhurried, DEADLINE_MS: '100', TRUSTED_PROXIES: '127.0.0.1' });

    it('does not lengthen the deadline', async () => {
      await partner.services.service('catalog').setFaults(catalogTakes);
      expect((await partner.get('/2026-10/products/lamp', { 'x-request-timeout-ms': '9000' })).status).toBe(504);
    });
  });

  describe('from anyone else', () => {
    const partner = usePartner(lamp, { ...unhurried, TRUSTED_PROXIES: '192.0.2.1' });

    it('changes nothing', async () => {
      await partner.services.service('catalog').setFaults(catalogTakes);
      expect((await partner.get('/2026-10/products/lamp', { 'x-request-timeout-ms': '100' })).status).toBe(200);
    });
  });
});

describe('a comparison that waits for its turn', () => {
  const partner = usePartner(lamp, { ...unhurried, DEADLINE_MS: '1500', TRUSTED_PROXIES: 'loopback' });

  it('waits no longer than its time, and takes no turn of who comes after it', async () => {
    const catalog = partner.services.service('catalog');
    await catalog.setFaults({ kind: 'hang' });
    const ended: string[] = [];
    const compare = (who: string, headers = {}) =>
      partner.get('/2027-01/digest', headers).then(({ status }) => ended.push(`${who} ${status}`));
    const underWay = [compare('under way'), compare('under way')];
    await until(() => catalog.stats().inFlight === 2);
    await Promise.all([...underWay, compare('waiting', { 'x-request-timeout-ms': '100' })]);
    expect(ended).toEqual(['waiting 504', 'under way 504', 'under way 504']);
    catalog.clearFaults();
    await compare('after them');
    expect(ended.at(-1)).toBe('after them 200');
  });
});
