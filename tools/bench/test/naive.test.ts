import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bffNames,
  bffProcess,
  freePortOffset,
  startChild,
  whenReady,
  type BffName,
  type Child,
} from '@product-bffs/start';
import { createNaiveApp, type NaiveKind } from '../src/baseline/naive-app.ts';
import { startServices, type Services } from '../src/services.ts';
import { headersFor, HOT_PRODUCT } from '../src/subjects.ts';

let services: Services;
let bffs: Child[];
let release: () => void;
const servers: Server[] = [];
const urls = new Map<BffName | NaiveKind, string>();
let ids: string[];

/** One product in so many, and the one that warm answers are about. */
const EVERY = 7;

beforeAll(async () => {
  services = await startServices(undefined);
  const ports = await freePortOffset();
  release = () => ports.release();
  const where = Object.entries(services.urls).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]);
  bffs = bffNames.map((name) => {
    const spec = bffProcess(name, { portOffset: ports.offset, logLevel: 'silent' });
    const environment = {
      ...spec.environment,
      ...(Object.fromEntries(where) as Record<string, string>),
      MEDIA_BASE_URL: services.urls.catalog,
    };
    urls.set(name, spec.url);
    return startChild({ ...spec, environment });
  });
  await Promise.all(bffs.map((child) => whenReady(child)));
  const { PUBLIC_URL = '', PROBLEM_BASE_URL = '' } = bffs[0]?.spec.environment ?? {};
  for (const kind of ['web', 'web-cached', 'mobile', 'partner', 'partner-batched'] as const) {
    const app = createNaiveApp(kind, { urls: services.urls, publicUrl: PUBLIC_URL, problemBaseUrl: PROBLEM_BASE_URL });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    urls.set(kind, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  ids = services.ids.filter((id, n) => n % EVERY === 0 || id === HOT_PRODUCT);
}, 60_000);

afterAll(async () => {
  for (const child of bffs) child.kill('SIGKILL');
  for (const server of servers) server.close();
  await Promise.all(bffs.map(({ exited }) => exited));
  release();
  await services.stop();
});

/** What mobile-bff tells an app that knows all of its contract. */
const newestApp = { 'app-platform': 'ios', 'app-version': '99.0' };

async function body(of: BffName | NaiveKind, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${urls.get(of) ?? ''}${path}`, { headers: { ...headersFor(of), ...newestApp } });
  expect({ of, path, status: answer.status }).toEqual({ of, path, status: 200 });
  return (await answer.json()) as Record<string, unknown>;
}

describe.each([
  ['web', 'web-bff', '/products/'],
  ['web-cached', 'web-bff', '/products/'],
  ['mobile', 'mobile-bff', '/products/'],
  ['partner', 'partner-bff', '/2026-10/products/'],
] as const)('the naive %s', (naive, bff, path) => {
  it(`answers with the body of ${bff}, meta apart`, async () => {
    for (const id of ids) {
      const ours = await body(bff, `${path}${id}`);
      delete ours['meta'];
      expect(await body(naive, `${path}${id}`)).toEqual(ours);
    }
  });
});

it.each(['partner', 'partner-batched'] as const)(
  'the list of the naive %s is that of partner-bff, what is not found included',
  async (naive) => {
    const path = `/2026-10/products?ids=${[...ids.slice(0, 50), 'no-such-product'].join(',')}`;
    expect(await body(naive, path)).toEqual(await body('partner-bff', path));
  },
);

it('a naive backend answers 404 for a product that the catalog does not have', async () => {
  const { status } = await fetch(`${urls.get('web') ?? ''}/products/no-such-product`);
  expect(status).toBe(404);
});
