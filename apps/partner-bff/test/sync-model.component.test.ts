import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sampleEntry, startDownstreams, type Downstreams } from '@product-bffs/downstreams';
import { createLogger, parseEnvironment } from '@product-bffs/http-service';
import * as fc from 'fast-check';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies, type Dependencies } from '../src/dependencies.ts';
import { unhurried } from './partner.ts';
import { createRegistry, ownVariables } from './registry.ts';
import { V, type Changes, type Line, type SyncRecord } from './sync.ts';

/** At least so many sequences of writes, faults, reads and lost connections. */
const RUNS = 1000;
const KEPT_CHANGES = 12;

const ids = ['a', 'b', 'c', 'd', 'e'];
const inside = { id: 'pellam', name: 'Pellam' };
const outside = { id: 'linnet', name: 'Linnet' };
const names = ['catalog', 'pricing', 'inventory'] as const;

let services: Downstreams<(typeof names)[number]>;
const registry = createRegistry({ id: 'shop', catalogue: { brands: ['pellam'] } }, { id: 'other' });
const running: { server: Server; dependencies: Dependencies }[] = [];
let warm = '';
let cold = '';

async function start(cacheMb: string): Promise<string> {
  const variables = Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_URL`, services.urls[name]]));
  const config = parseEnvironment(environment, {
    ...{ ...ownVariables, ...registry.variables, ...unhurried, ...variables },
    ...{ PROBLEM_BASE_URL: 'https://problems.example', LOG_LEVEL: 'silent', CACHE_MB: cacheMb },
  });
  const dependencies = createDependencies(config, createLogger('partner-bff', 'silent'));
  const server = createServer(createApp(dependencies)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push({ server, dependencies });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${V}`;
}

beforeAll(async () => {
  services = await startDownstreams({
    catalogue: ids.map((id) => sampleEntry(id)),
    services: names,
    keptChanges: KEPT_CHANGES,
  });
  [warm, cold] = [await start('16'), await start('0')];
});

afterAll(async () => {
  for (const { server, dependencies } of running) {
    server.close();
    server.closeAllConnections();
    await dependencies.close();
  }
  await services.stop();
  registry.remove();
});

const ask = (url: string, who = 'shop', init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { 'x-api-key': registry.keyOf(who), ...(init.headers as Record<string, string>) } });

async function put(service: (typeof names)[number], path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(services.urls[service] + path, { method: 'PUT', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}

/** What a partner keeps: its copy, and where it is. */
class Copy {
  records = new Map<string, SyncRecord>();
  #next: { path: 'products' | 'changes'; cursor: string | undefined } = { path: 'products', cursor: undefined };
  #turn: Promise<unknown> = Promise.resolve();
  resynchronised = 0;

  /** One request at a time, whatever else happens meanwhile. @returns whether there is nothing more to read */
  step(): Promise<boolean> {
    const step = this.#turn.then(() => (this.#next.path === 'products' ? this.#export() : this.#changes()));
    this.#turn = step.catch(() => undefined);
    return step;
  }

  /** One page, then the connection is cut. */
  async #export(): Promise<boolean> {
    const { cursor } = this.#next;
    const reader = new AbortController();
    const query = `?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`;
    const headers = { accept: 'application/x-ndjson' };
    const answer = await ask(`${warm}/products${query}`, 'shop', { headers, signal: reader.signal });
    if (answer.status !== 200 || answer.body === null) {
      await answer.arrayBuffer();
      expect(answer.status).toBe(503);
      return false;
    }
    const page: SyncRecord[] = [];
    let text = '';
    for await (const bytes of answer.body.pipeThrough(new TextDecoderStream())) {
      text += bytes;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines.map((one) => JSON.parse(one) as Line)) {
        if (line.type === undefined) page.push(line as unknown as SyncRecord);
        else {
          for (const record of page) this.records.set(record.id, record);
          this.#next =
            line.type === 'end' ? { path: 'changes', cursor: line.next } : { path: 'products', cursor: line.cursor };
          reader.abort();
          return false;
        }
      }
    }
    throw new Error('An export without an end');
  }

  async #changes(): Promise<boolean> {
    const answer = await ask(`${warm}/changes?limit=2&since=${this.#next.cursor}`);
    const body = (await answer.json()) as Changes;
    if (answer.status === 410) {
      this.records.clear();
      this.#next = { path: 'products', cursor: undefined };
      this.resynchronised += 1;
    }
    if (answer.status !== 200) {
      expect([410, 503]).toContain(answer.status);
      return false;
    }
    const told = body.items.map((item) => (item.op === 'upsert' ? item.record.id : item.id));
    expect(new Set(told).size).toBe(told.length);
    for (const item of body.items) {
      if (item.op === 'upsert') this.records.set(item.record.id, item.record);
      else this.records.delete(item.id);
    }
    this.#next.cursor = body.nextCursor;
    return !body.hasMore;
  }
}

type Deed = (copy: Copy) => Promise<unknown>;
interface Step {
  named: string;
  does: Deed;
}

const step = (named: string, does: Deed): Step => ({ named, does });
const id = fc.constantFrom(...ids);
const number = fc.integer({ min: 1, max: 9999 });
const of = (make: (id: string, n: number) => Step) => fc.tuple(id, number).map(([one, n]) => make(one, n));
const write = (one: string, fields: object) => put('catalog', `/products/${one}`, { name: one, ...fields });

const operations = {
  catalog: ['getChanges', 'listProducts', 'getProducts'],
  pricing: ['getChanges', 'getPrices'],
  inventory: ['getChanges', 'getStocks'],
} as const;
const outages = names.flatMap((name) => operations[name].map((operation) => [name, operation] as const));

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.constant(step('sync', (copy) => copy.step())) },
  {
    weight: 2,
    arbitrary: of((one, n) =>
      step(`price ${one}`, () => put('pricing', `/prices/${one}`, { listMinor: n, currentMinor: n })),
    ),
  },
  {
    weight: 2,
    arbitrary: of((one, n) =>
      step(`stock ${one}`, () => put('inventory', `/stock/${one}`, { status: 'in_stock', quantity: n })),
    ),
  },
  { weight: 1, arbitrary: of((one) => step(`discontinue ${one}`, () => write(one, { status: 'discontinued' }))) },
  { weight: 2, arbitrary: of((one) => step(`into the part ${one}`, () => write(one, { brand: inside }))) },
  { weight: 2, arbitrary: of((one) => step(`out of the part ${one}`, () => write(one, { brand: outside }))) },
  {
    weight: 1,
    arbitrary: of((one) =>
      step(`delete ${one}`, async () =>
        (await fetch(`${services.urls.catalog}/products/${one}`, { method: 'DELETE' })).arrayBuffer(),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: of((one, n) =>
      step(`warm ${one}`, async () =>
        (await ask(`${warm}/products?ids=${one}`, n % 2 === 0 ? 'shop' : 'other')).arrayBuffer(),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...outages)
      .map(([name, operation]) =>
        step(`outage of ${name}.${operation}`, () =>
          services.service(name).setFaults({ kind: 'status', status: 500, operation, times: 1 }),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: of((one, n) =>
      step('more changes than are kept', async () => {
        for (let more = 0; more <= KEPT_CHANGES; more += 1)
          await put('inventory', `/stock/${one}`, { status: 'in_stock', quantity: n + more });
      }),
    ),
  },
);
/** One after another, or several at once. */
const plan = fc.array(
  fc.oneof(
    deed.map((one) => [one]),
    fc.array(deed, { minLength: 2, maxLength: 4 }),
  ),
  { minLength: 3, maxLength: 7 },
);

async function truth(): Promise<SyncRecord[]> {
  const answer = await ask(`${cold}/products?ids=${ids.join(',')}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: SyncRecord[] }).items;
}

it(`converges to the truth in ${RUNS} interleavings of writes, faults and reads, with warm caches`, async () => {
  const seen = { runs: 0, steps: 0, resynchronised: 0 };
  const startedAt = performance.now();
  await fc.assert(
    fc.asyncProperty(plan, async (groups) => {
      const copy = new Copy();
      for (const group of groups) await Promise.all(group.map(({ does }) => does(copy)));
      for (const name of names) services.service(name).clearFaults();
      while (!(await copy.step()));
      expect([...copy.records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await truth());
      seen.runs += 1;
      seen.steps += groups.flat().length;
      seen.resynchronised += copy.resynchronised;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(seen.runs).toBeGreaterThanOrEqual(RUNS);
  expect(seen.resynchronised).toBeGreaterThan(10);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(
    `${seen.runs} interleavings of ${seen.steps} steps, ${seen.resynchronised} of them resynchronised, in ${seconds} s\n`,
  );
}, 180_000);
