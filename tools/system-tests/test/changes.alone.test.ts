import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRedis, type RedisForTests } from '@product-bffs/redis-for-tests';
import { bffNames, type BffName } from '@product-bffs/start';
import { ask, type Answer } from '../src/ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { startFleet, type Fleet, type Instance } from '../src/fleet.ts';
import { write } from '../src/services.ts';
import { showableProducts } from '../src/showable-products.ts';
import { copyWorkspace, type WorkspaceCopy } from '../src/workspace-copy.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

const IN_TIME_MS = 1000;

let redis: RedisForTests;
let workspace: WorkspaceCopy;
beforeAll(async () => {
  redis = await startRedis();
  workspace = copyWorkspace();
  const projects = bffNames.map((bff) => `@product-bffs/${bff}`).join(',');
  await workspace.run('nx', 'run-many', '-t', 'build', '-p', projects, '--skip-nx-cache');
});
afterAll(async () => {
  workspace.remove();
  await redis.stop();
});

const paths: Record<BffName, (id: string) => string[]> = {
  'web-bff': (id) => [webProduct(id)],
  'mobile-bff': (id) => [mobileProduct(id), mobileList([id])],
  'partner-bff': (id) => [partnerProduct(id), partnerList([id])],
};

interface Told {
  name?: string;
  price: { currentMinor: number } | null;
  availability: { status: string };
}

/** In production nothing that has to outlive a process is kept in its memory, and no cookie goes over http. */
const inProduction = {
  NODE_ENV: 'production',
  INSECURE_ISSUER: 'allow',
  SESSION_STORE: 'redis',
  QUOTA_STORE: 'redis',
  REPLAY_STORE: 'redis',
  COOKIES: 'secure',
};

const settings = [
  { how: 'as it is by default', environment: () => ({}), isBundle: false },
  { how: 'over one Redis', environment: () => ({ REDIS_URL: redis.serverUrl }), isBundle: false },
  {
    how: 'as the bundle that is shipped, without a log and without metrics',
    environment: () => ({ ...inProduction, REDIS_URL: `${redis.serverUrl}/1`, METRICS: 'off', LOG_LEVEL: 'silent' }),
    isBundle: true,
  },
];

describe.each(settings)('a change at a service, $how', ({ environment, isBundle }) => {
  let fleet: Fleet;
  let instances: Instance[];
  let ids: string[];
  let minor = 100;

  beforeAll(async () => {
    const bundle = (bff: BffName) => join(workspace.folder, 'apps', bff, 'dist/main.js');
    fleet = await startFleet({ environment: environment(), ...(isBundle && { bffScript: bundle }) });
    instances = await Promise.all(bffNames.map((bff) => fleet.start(bff)));
    ids = await showableProducts(fleet);
  });
  afterAll(() => fleet.stop());

  const askAll = (id: string) =>
    Promise.all(
      instances.flatMap(({ bff, url }) =>
        paths[bff](id).map(async (path) => ({ bff, ...(await ask(`${url}${path}`)) })),
      ),
    );

  /** @returns how long it takes until all of them answer as they are to, in milliseconds */
  async function shown(
    id: string,
    isShown: (answer: Answer & { bff: BffName }, n: number) => boolean,
  ): Promise<number> {
    const startedAt = performance.now();
    while (!(await askAll(id)).every(isShown)) {
      if (performance.now() - startedAt > 5 * IN_TIME_MS) return Infinity;
      await delay(10);
    }
    return performance.now() - startedAt;
  }

  const told = ({ body }: Answer): Told => {
    const answer = JSON.parse(body) as Told | { items: [Told] };
    return 'items' in answer ? answer.items[0] : answer;
  };

  const changes = [
    {
      what: 'of a price',
      change: (id: string) =>
        write(fleet.urls.pricing, `/prices/${id}`, { currentMinor: (minor += 1), listMinor: 1_000_000 }),
      isShown: ({ price }: Told) => price?.currentMinor === minor,
    },
    {
      what: 'of stock',
      change: (id: string) => write(fleet.urls.inventory, `/stock/${id}`, { status: 'out_of_stock', quantity: 0 }),
      isShown: ({ availability }: Told) => availability.status === 'out_of_stock',
    },
    {
      what: 'of a name',
      change: (id: string) => write(fleet.urls.catalog, `/products/${id}`, { name: 'Renamed a moment ago' }),
      // Partners are told of no name, but of another version.
      isShown: ({ name = 'Renamed a moment ago' }: Told) => name === 'Renamed a moment ago',
    },
  ];

  it.each(changes)('$what shows everywhere within a second, with a new ETag', async ({ change, isShown }) => {
    const [id = ''] = ids.splice(0, 1);
    await askAll(id);
    const before = await askAll(id);
    for (const { status } of before) expect(status).toBe(200);
    await change(id);
    const tookMs = await shown(
      id,
      (answer, n) => answer.status === 200 && isShown(told(answer)) && answer.headers.etag !== before[n]?.headers.etag,
    );
    expect(tookMs).toBeLessThan(IN_TIME_MS);
    for (const { url, headers } of before) {
      expect((await ask(url, { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(200);
    }
  });

  it('that deletes a product makes it 404 everywhere within a second', async () => {
    const [id = ''] = ids.splice(0, 1);
    for (const { status } of await askAll(id)) expect(status).toBe(200);
    expect((await ask(`${fleet.urls.catalog}/products/${id}`, { method: 'DELETE' })).status).toBe(204);
    const isGone = ({ status, url, body }: Answer) => (url.includes('?ids=') ? !hasItem(body) : status === 404);
    expect(await shown(id, isGone)).toBeLessThan(IN_TIME_MS);
  });

  it('that makes a product shows it everywhere within a second, though it was known not to be there', async () => {
    const id = 'made-a-moment-ago';
    for (let n = 0; n < 2; n += 1) {
      for (const { status, url, body } of await askAll(id)) {
        if (url.includes('?ids=')) expect(hasItem(body)).toBe(false);
        else expect(status).toBe(404);
      }
    }
    await write(fleet.urls.catalog, `/products/${id}`, { name: 'Made a moment ago' });
    await write(fleet.urls.pricing, `/prices/${id}`, { listMinor: 4200 });
    await write(fleet.urls.inventory, `/stock/${id}`, { status: 'in_stock', quantity: 7 });
    const isThere = (answer: Answer) => {
      if (answer.status !== 200 || !(answer.url.includes('?ids=') ? hasItem(answer.body) : true)) return false;
      const { price, availability } = told(answer);
      return price?.currentMinor === 4200 && availability.status === 'in_stock';
    };
    expect(await shown(id, isThere)).toBeLessThan(IN_TIME_MS);
  });
});

function hasItem(list: string): boolean {
  return (JSON.parse(list) as { items: unknown[] }).items.length > 0;
}
