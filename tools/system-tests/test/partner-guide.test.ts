import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demoKey } from '@product-bffs/start';
import { ask } from '../src/ask.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../apps/partner-bff/README.md'), 'utf8');
const [, guide = ''] = /^## The first hour$(.*?)^## /ms.exec(readme) ?? [];
const steps = [...guide.matchAll(/^\*\*(\d)\. (?:(?!^\*\*).)*?^```sh\n(.*?)^```$/gms)].map(([, step, lines = '']) => ({
  step: Number(step),
  lines,
}));

/** Step 4 once more, after what changed was taken over. */
const PROVED_AGAIN = 7;

let system: RunningSystem;
let folder: string;
/** What each step wrote. */
const wrote = new Map<number, string>();

beforeAll(async () => {
  system = await runSystem({ logLevel: 'warn', environment: patient });
  folder = mkdtempSync(join(tmpdir(), 'first-hour-'));
  mkdirSync(join(folder, '.start/0'), { recursive: true });
  writeFileSync(join(folder, '.start/0/initech.key'), `${demoKey('initech')}\n`);
  // As pasted into one shell, on the ports of this system.
  const places = { 3003: 'partner-bff', 4001: 'catalog', 4002: 'pricing' } as const;
  const linesOf = (wanted: number) => steps.find(({ step }) => step === wanted)?.lines ?? '';
  const proof = [{ step: PROVED_AGAIN, lines: linesOf(4) }];
  const script = [...steps, ...proof]
    .map(({ step, lines }) => `{\n${lines}} > step-${step}.txt\n`)
    .concat(`echo "$since" > before.txt; at=http://127.0.0.1:1; set +e\n${linesOf(6)}echo "$since" > after.txt\n`)
    .join('')
    .replace(/http:\/\/localhost:(\d+)/g, (_, port: '3003' | '4001' | '4002') => system.urls[places[port]]);
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
  for (const { step } of [...steps, ...proof]) wrote.set(step, read(`step-${step}.txt`));
}, 120_000);

afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const recordsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; price: { currentMinor: number } });
it('has six steps, and is all in the blocks that were run', () => {
  expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(guide.split('```sh').length - 1).toBe(6);
});

it('shows one record, and a list with what is not there', () => {
  expect(wrote.get(1)).toMatch(
    /^\{"id":"oak-desk-lamp".*\{"items":\[\{"id":"oak-desk-lamp".*"problems":\[\{"id":"no-such-thing","status":404/s,
  );
});

it('makes an export that is whole, and a copy of every record in it', () => {
  expect(wrote.get(2)).toBe('The export is whole.\n');
  const lines = read('export.ndjson').trimEnd().split('\n');
  const end = JSON.parse(lines.at(-1)!) as { count: number };
  expect(Number(wrote.get(3))).toBe(end.count);
  expect(end.count).toBeGreaterThan(50);
});

it.each([4, PROVED_AGAIN])('proves the copy right by the three digests that partner-bff tells (step %d)', (step) => {
  const all = (pattern: RegExp) => [...(wrote.get(step) ?? '').matchAll(pattern)].map(([, sum]) => sum);
  const told = all(/"(?:catalog|price|stock)":"([0-9a-f]{64})"/g);
  expect(told).toHaveLength(3);
  expect(all(/^([0-9a-f]{64}) {2}-$/gm)).toEqual(told);
  // A price was written, no stock.
  expect(told[1] === told[2]).toBe(step === 4);
});

it('keeps its cursor and its copy where there is no answer', () => {
  expect(read('before.txt')).toMatch(/^\w+\.[\w-]{40,}\n$/);
  expect(read('after.txt')).toBe(read('before.txt'));
});

it('ends with a copy that is what partner-bff has now', async () => {
  const copy = recordsIn(read('copy.ndjson'));
  expect(recordsIn(wrote.get(6) ?? '')).toEqual([
    expect.objectContaining({ price: expect.objectContaining({ currentMinor: 4900 }) }),
  ]);
  expect(copy.map(({ id }) => id)).not.toContain('a5-notebook');
  const { body } = await ask(`${system.urls['partner-bff']}/2026-10/products`, {
    headers: { accept: 'application/x-ndjson' },
  });
  const now = body.split('\n').filter((line) => line !== '' && !line.startsWith('{"type"'));
  expect(copy).toEqual(recordsIn(now.join('\n')));
});
