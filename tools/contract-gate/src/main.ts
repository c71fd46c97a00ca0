/**
 * `node tools/contract-gate/src/main.ts [app...]`: what changed in the contracts since they were released; fails where a
 * policy forbids it. `--release app/document` records a document as released.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeApp, release } from './gate.ts';
import { verdictTable } from './verdict-table.ts';

const { values, positionals } = parseArgs({
  options: { release: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const apps = join(import.meta.dirname, '../../../apps');
const known = readdirSync(apps);
const usage = `Usage: contract-gate [${known.join('|')}]... | --release APP/DOCUMENT...\n`;

try {
  const unknown = positionals.filter((app) => !known.includes(app));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. ${usage.trimEnd()}`);
  for (const path of values.release) {
    const [app = '', name = ''] = path.split('/');
    await release(join(apps, app), name);
    process.stdout.write(`${path} is released\n`);
  }
  if (values.help) process.stdout.write(usage);
  else if (values.release.length === 0) await judge(positionals.length > 0 ? positionals : known);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function judge(names: string[]): Promise<void> {
  for (const app of names) {
    for (const verdict of await judgeApp(join(apps, app))) {
      process.stdout.write(verdictTable(app, verdict));
      if (verdict.forbidden.length > 0) process.exitCode = 1;
    }
  }
}
