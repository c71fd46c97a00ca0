import { expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, useWeb } from './web.ts';

const web = useWeb([sampleEntry('lamp')], { ...unhurried, MIN_IN_FLIGHT: '1', MAX_IN_FLIGHT: '1' });

it.each(['/auth/login', '/auth/session'])(
  '%s waits as everything does, and is refused where too many wait',
  async (path) => {
    const catalog = web.services.service('catalog');
    catalog.clearStats();
    await catalog.setFaults({ kind: 'latency', latencyMs: 1000 });
    const page = web.get('/products/lamp');
    while (catalog.stats().inFlight === 0) await new Promise((resolve) => setImmediate(resolve));
    const refused = await web.get(path);
    expect([refused.status, bodyOf(refused)['detail']]).toEqual([503, expect.stringContaining('Too much is asked')]);
    expect((await page).status).toBe(200);
    expect(String(bodyOf(await web.get(path))['detail'])).not.toContain('Too much is asked');
  },
);
