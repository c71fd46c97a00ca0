import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bffNames, bffProcess, startChild, type BffName } from '@product-bffs/start';
import { ask, askJson } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import { setFaults } from '../src/services.ts';
import { showableProducts } from '../src/showable-products.ts';
import { copyWorkspace, type WorkspaceCopy } from '../src/workspace-copy.ts';

/** Longer than all else of an answer, shorter than any time limit. */
const SLOW_STOCK_MS = 400;

let workspace: WorkspaceCopy;
let system: RunningSystem;
let id: string;

const bundleOf = (bff: BffName) => join(workspace.folder, 'apps', bff, 'dist/main.js');

beforeAll(async () => {
  workspace = copyWorkspace();
  const projects = bffNames.map((bff) => `@product-bffs/${bff}`).join(',');
  await workspace.run('nx', 'run-many', '-t', 'build', '-p', projects, '--skip-nx-cache');
  system = await runSystem({ bffScript: bundleOf, logLevel: 'info', environment: patient });
  [id = ''] = await showableProducts(system);
});

afterAll(async () => {
  await system.stop();
  workspace.remove();
});

const urlOf = (bff: BffName) => {
  const path = { 'web-bff': webProduct(id), 'mobile-bff': mobileProduct(id), 'partner-bff': partnerProduct(id) };
  return `${system.urls[bff]}${path[bff]}`;
};

it.each(bffNames)('the bundle of %s answers', async (bff) => {
  const { status, headers } = await ask(urlOf(bff));
  expect({ status, mayBeStored: headers['cache-control'] !== 'no-store' }).toEqual({ status: 200, mayBeStored: true });
  expect(await askJson(`${system.urls[bff]}/openapi.json`)).toMatchObject({ info: { title: bff } });
});

it.each(bffNames)('the bundle of %s shows its contract', async (bff) => {
  expect((await ask(`${system.urls[bff]}/reference`)).body).toContain('src="/redoc.standalone.js"');
  expect((await ask(`${system.urls[bff]}/redoc.standalone.js`)).body).toContain('@license MIT');
});

it.each(bffNames)('the bundle of %s finishes a request under way after SIGTERM, and exits with 0', async (bff) => {
  await setFaults(system, 'inventory', { kind: 'latency', latencyMs: SLOW_STOCK_MS });
  const underWay = ask(urlOf(bff));
  const stats = () => askJson<{ inFlight: number }>(`${system.urls.inventory}/__stats`);
  while ((await stats()).inFlight === 0);
  const exited = system.signal(bff, 'SIGTERM');
  const { status, body } = await underWay;
  expect({ status, id: (JSON.parse(body) as { id: string }).id }).toEqual({ status: 200, id });
  expect(await exited).toEqual({ code: 0, signal: null });
  await setFaults(system, 'inventory');
});

/** A start takes as long as it takes to read; with zod's languages, and mime-db as often as it is asked for, it was 6 MB. */
it.each(bffNames)('the bundle of %s is no larger than 5 MiB, and holds no table twice', (bff) => {
  expect(statSync(bundleOf(bff)).size).toBeLessThan(5 * 2 ** 20);
  const { sources } = JSON.parse(readFileSync(`${bundleOf(bff)}.map`, 'utf8')) as { sources: string[] };
  expect(sources.filter((source) => source.includes('/mime-db/'))).toHaveLength(2);
  expect(sources.filter((source) => source.includes('/locales/'))).toEqual([expect.stringMatching(/zod.*en\.js$/)]);
});

const urls = (...services: string[]) => services.map((service) => `${service}_URL`);

it.each<[BffName, string[], string[]]>([
  [
    'web-bff',
    [
      ...['PUBLIC_URL', 'MEDIA_BASE_URL', ...urls('CATALOG', 'PRICING', 'INVENTORY', 'REVIEWS', 'RECOMMENDATIONS')],
      ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'BFF_URL', 'SESSION_KEYS'],
    ],
    ['SESSION'],
  ],
  [
    'mobile-bff',
    [
      'MEDIA_BASE_URL',
      ...urls('CATALOG', 'PRICING', 'INVENTORY', 'REVIEWS'),
      'OIDC_ISSUER',
      'TOKEN_AUDIENCE',
      'PUBLIC_URL',
    ],
    ['REPLAY'],
  ],
  [
    'partner-bff',
    [
      ...urls('CATALOG', 'PRICING', 'INVENTORY'),
      ...['OIDC_ISSUER', 'TOKEN_AUDIENCE', 'PUBLIC_URL', 'PARTNERS_FILE', 'API_KEY_PEPPER', 'CURSOR_KEYS'],
    ],
    ['REPLAY', 'QUOTA'],
  ],
])(
  'the bundle of %s, with nothing configured, names all that is missing and exits with 1',
  async (bff, names, stores) => {
    const child = startChild({ ...bffProcess(bff), script: bundleOf(bff), environment: {} });
    expect(await child.exited).toEqual({ code: 1, signal: null });
    expect(child.lastLines).toEqual([
      'The configuration is not valid:',
      ...['PROBLEM_BASE_URL', ...names].map((name) => `  ${name}: is missing`),
      ...stores.map((name) => `  ${name}_STORE: redis needs REDIS_URL`),
    ]);
  },
);
