/** `npm run bench`: measures everything, prints what it shows, and keeps it beside this folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBench } from './bench.ts';
import { buildBundles } from './bundles.ts';
import { claimsOf } from './claims.ts';
import { parseCommandLine, usage, type CommandLine } from './command-line.ts';
import { drawResults } from './draw.ts';
import { printed } from './print.ts';
import { quickened, scenarios } from './scenarios.ts';
import { bundleOf } from './subjects.ts';

const folder = join(import.meta.dirname, '..');

function commandLineOrExit(): CommandLine {
  try {
    const commandLine = parseCommandLine(process.argv.slice(2));
    if (commandLine !== 'help') return commandLine;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function run({ quick, only, products }: CommandLine): Promise<void> {
  const outputFolder = mkdtempSync(join(tmpdir(), 'product-bffs-bench-'));
  process.on('exit', () => rmSync(outputFolder, { recursive: true }));
  const isAsked = (name: string) => only?.includes(name) ?? true;
  print('Building the bundles …');
  buildBundles();
  const chosen = scenarios.filter(({ name }) => isAsked(name));
  const results = await runBench({
    scenarios: quick ? chosen.map(quickened) : chosen,
    starts: isAsked('start') ? (quick ? 1 : 5) : 0,
    memory: isAsked('memory'),
    products,
    bffScript: bundleOf,
    outputFolder,
    print,
  });
  const claims = claimsOf(results);
  print('');
  print(printed(results, claims));
  if (quick || only) return;
  writeFileSync(join(folder, 'results.json'), asJson({ ...results, claims }));
  writeFileSync(join(folder, 'results.svg'), drawResults(results));
  print('Written: tools/bench/results.json, tools/bench/results.svg');
}

/** With every list of numbers in one line, as the formatter of this repository has it. */
function asJson(value: object): string {
  const numbers = /\[\s+([-\d.e,\s]+?)\s+\]/g;
  return `${JSON.stringify(value, null, 2).replace(numbers, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
await run(commandLineOrExit());
