import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runBench } from '../src/bench.ts';
import { claimsOf } from '../src/claims.ts';
import { drawResults } from '../src/draw.ts';
import { printed } from '../src/print.ts';
import type { Results } from '../src/results.ts';
import { quickened, scenarios } from '../src/scenarios.ts';
import { sourceOf } from '../src/subjects.ts';

const outputFolder = mkdtempSync(join(tmpdir(), 'product-bffs-bench-test-'));
let results: Results;

beforeAll(async () => {
  results = await runBench({
    // The sources, so that nothing has to be built; it is the way that counts here.
    bffScript: sourceOf,
    scenarios: scenarios.map((scenario) => ({ ...quickened(scenario), firstSettleMs: 0, windowMs: 1, connections: 2 })),
    starts: 1,
    memory: true,
    outputFolder,
    print: () => undefined,
  });
  // Some 15 s where nothing else runs.
}, 180_000);

afterAll(() => rmSync(outputFolder, { recursive: true }));

it.each(scenarios.flatMap(({ name, cells }) => cells.map((cell) => [name, cell.name] as const)))(
  '%s: %s answers as it should',
  (scenarioName, cellName) => {
    const scenario = results.scenarios.find(({ name }) => name === scenarioName);
    const cell = scenario?.cells.find(({ name }) => name === cellName);
    expect({ failed: cell?.failed, answered: (cell?.requests ?? 0) > 0 }).toEqual({ failed: 0, answered: true });
  },
);

it('asks the services cold, and for a list in few calls', () => {
  const cellOf = (scenario: string, cell: string) =>
    results.scenarios.find(({ name }) => name === scenario)?.cells.find(({ name }) => name === cell);
  expect(cellOf('cold-4', 'naive web')?.callsPerRequest.median).toBeGreaterThan(4);
  expect(cellOf('cold-4', 'web')?.callsPerRequest.median).toBeGreaterThan(0);
  expect(cellOf('partner-list', 'naive partner')?.callsPerRequest.median).toBe(3 * Math.min(100, results.products));
  expect(cellOf('partner-list', 'partner')?.callsPerRequest.median).toBeLessThanOrEqual(4);
});

it('an observed BFF writes its access log, a line a request', () => {
  const lines = readFileSync(join(outputFolder, 'web-bff.log'), 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('/products/')).length).toBeGreaterThan(0);
});

it('asks web-bff for every product, and tells what that leaves in memory', () => {
  expect(results.memory).toMatchObject({ products: results.products, failed: 0 });
  expect(results.memory?.afterBytes).toBeGreaterThan(10_000_000);
});

it('tells every claim that has a limit, in text and in a picture', () => {
  const claims = claimsOf(results);
  expect(claims.filter(({ limit }) => limit !== undefined).map(({ what }) => what)).toHaveLength(18);
  const text = printed(results, claims);
  for (const { what } of claims) expect(text).toContain(what);
  expect(drawResults(results)).toMatch(/^<svg [^]*<\/svg>\n$/);
});
