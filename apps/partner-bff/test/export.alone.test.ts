import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { loadCatalogue, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import type { DigestAnswer } from '../src/digest/contract.ts';
import { differences, digestsOf, versionsIn } from './compare.ts';
import { until } from './partner.ts';
import { createRegistry, ownVariables } from './registry.ts';
import { V, type Line, type SyncRecord } from './sync.ts';

const PRODUCTS = 100_000;
const HEAP_MB = 96;
const services = ['catalog', 'pricing', 'inventory'] as const;

let downstreams: Downstreams<(typeof services)[number]>;
let bff: ChildProcess;
let url = '';
let metricsUrl = '';
const registry = createRegistry({ id: 'tester' }, { id: 'poor', quota: { units: 100, windowS: 3600 } });
/** What the export told: `sync.version` by id. */
const copy = new Map<string, string>();

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: loadCatalogue({ products: PRODUCTS })(), services });
  const [port, adminPort] = await freePorts();
  // The young generation counts too: as large as Node makes it by itself, hardly anything of the limit is left.
  bff = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=8', join(import.meta.dirname, '../src/main.ts')],
    {
      env: {
        ...{ ...ownVariables, ...registry.variables, PROBLEM_BASE_URL: 'https://problems.example' },
        ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, downstreams.urls[name]])),
        // The services share a process with this test, which reads meanwhile.
        ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_TIMEOUT_MS`, '3000'])),
        ...{ PORT: String(port), ADMIN_PORT: String(adminPort), HOST: '127.0.0.1' },
        ...{ DRAIN_DELAY_MS: '0', DEADLINE_MS: '3000' },
        READER_TIMEOUT_MS: '1000',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface({ input: bff.stdout! })) if (line.includes('"msg":"ready"')) break;
  bff.stdout!.resume();
  url = `http://127.0.0.1:${port}${V}/products`;
  metricsUrl = `http://127.0.0.1:${adminPort}/metrics`;
}, 120_000);

afterAll(async () => {
  bff.kill('SIGKILL');
  if (bff.exitCode === null && bff.signalCode === null) await once(bff, 'exit');
  await downstreams.stop();
  registry.remove();
}, 30_000);

afterEach(() => downstreams.service('catalog').clearFaults());

const headers = { accept: 'application/x-ndjson', 'x-api-key': registry.keyOf('tester') };
const pagesRead = () => downstreams.service('catalog').stats().calls['listProducts'] ?? 0;

/** Resident memory of partner-bff, in MiB. */
function residentMb(): number {
  const status = readFileSync(`/proc/${bff.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

it(`exports ${PRODUCTS} products in ${HEAP_MB} MiB of heap, in memory that does not grow`, async () => {
  const startedAt = performance.now();
  const answer = await fetch(url, { headers });
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'gzip']);
  const hash = createHash('sha256');
  const curve: number[] = [];
  let records = 0;
  copy.clear();
  let last: Line = {};
  let rest = '';
  for await (const text of answer.body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      last = line.startsWith('{"type"') ? (JSON.parse(line) as Line) : {};
      if (last.type !== 'end') hash.update(`${line}\n`);
      if (last.type !== undefined) continue;
      const { id, sync } = JSON.parse(line) as SyncRecord;
      copy.set(id, sync.version);
      records += 1;
      if (records % 10_000 === 0) curve.push(residentMb());
    }
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(`RSS in MiB every 10,000 of ${records} records, ${seconds} s in all: ${curve.join(' ')}\n`);
  expect(last).toMatchObject({ type: 'end', count: PRODUCTS, digest: `sha-256=:${hash.digest('base64')}:` });
  expect(curve).toHaveLength(10);
  expect(Math.max(...curve.slice(5))).toBeLessThan(Math.max(...curve.slice(0, 5)) * 1.25);
}, 300_000);

it('is repaired of one changed record in a few calls', async () => {
  const id = [...copy.keys()][61_803]!;
  const changed = await fetch(`${downstreams.urls.inventory}/stock/${id}`, {
    method: 'PUT',
    body: '{"quantity":4711}',
  });
  expect(changed.status).toBe(200);
  const calls: string[] = [];
  const ask = async (path: string, query: Record<string, string>) => {
    calls.push(path);
    const { href } = new URL(`${path}?${new URLSearchParams(query).toString()}`, url);
    const answer = await fetch(href, { headers: { 'x-api-key': registry.keyOf('tester') } });
    expect(answer.status).toBe(200);
    return await answer.json();
  };
  const startedAt = performance.now();
  const listed = new Map<string, string>();
  const found = await differences(copy, async ({ from, to }) => {
    const range = { ...(from !== null && { from }), ...(to !== null && { to }) };
    const answer = (await ask('/2027-01/digest', range)) as DigestAnswer;
    for (const [one, version] of versionsIn(answer.records ?? [])) listed.set(one, version);
    return answer;
  });
  expect(found).toEqual([id]);
  copy.set(id, listed.get(id) ?? '');
  const first = (await ask('/2027-01/digest', {})) as DigestAnswer;
  for (const part of first.parts) expect(part).toMatchObject(digestsOf(copy, part));
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  process.stdout.write(
    `One changed record of ${PRODUCTS} found, repaired and proved in ${calls.length} calls, ${seconds} s\n`,
  );
  expect(calls.length).toBeLessThanOrEqual(20);
}, 60_000);

it('costs more units, to compare, than few products do', async () => {
  const compare = async (query: string) =>
    (await fetch(new URL(`/2027-01/digest${query}`, url), { headers: { 'x-api-key': registry.keyOf('poor') } })).status;
  expect([await compare('?from=zzz'), await compare('')]).toEqual([200, 429]);
});

it('stops asking when its reader is gone', async () => {
  const catalog = downstreams.service('catalog');
  const reader = new AbortController();
  catalog.clearStats(); // While nothing is under way.
  const answer = await fetch(`${url}?limit=1`, { headers, signal: reader.signal });
  // Read all the time: what is asked for next waits for nobody but the service.
  const reading = answer.text().catch(() => undefined);
  await catalog.setFaults({ kind: 'hang', operation: 'listProducts' });
  // One call, or two where the first is taken for slow.
  await until(() => catalog.stats().inFlight > 0);
  reader.abort();
  await until(() => catalog.stats().aborted > 0 && catalog.stats().inFlight === 0);
  const asked = pagesRead();
  catalog.clearFaults();
  await reading;
  // Time enough for many a page that nobody is there for.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(pagesRead()).toBe(asked);
}, 30_000);

it('asks for no more than a stuck reader has room for, holds no more, and cuts it in the end', async () => {
  const before = residentMb();
  downstreams.service('catalog').clearStats();
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } });
  const body = answer.body!.getReader();
  await body.read();
  let seen = -1;
  while (pagesRead() !== seen) {
    seen = pagesRead();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  process.stdout.write(`A stuck reader: ${seen} pages on the wire, ${residentMb() - before} MiB more in memory\n`);
  // What fits in the kernel's buffers, of 1,000 pages.
  expect(seen).toBeLessThan(500);
  expect(residentMb() - before).toBeLessThan(50);
  const drained = async () => {
    while (!(await body.read()).done);
  };
  // Node looks at a socket once in READER_TIMEOUT_MS, here the deadline and a second, and cuts it when it finds it as before.
  const cut = 'http_connections_cut_total{why="slow-reader"} 1\n';
  await until(async () => (await (await fetch(metricsUrl)).text()).includes(cut));
  await expect(drained()).rejects.toThrow();
}, 60_000);

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()] as const;
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await once(server.close(), 'close');
  return ports as [number, number];
}
