/** `npm run faults [BFF]`: runs the fault matrix by itself and prints it; exits with 1 where a cell is not as the table says. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultMatrix, reportFile, type MatrixReport } from '@product-bffs/downstreams/fault-matrix';
import { differences, legend, matrixTable } from './matrix-table.ts';

const root = join(import.meta.dirname, '../../..');
const all = readdirSync(join(root, 'apps'));
const usage = `Usage: npm run faults -- [${all.join('|')}]...\n`;
const bffs = process.argv.length > 2 ? process.argv.slice(2) : all;

if (bffs.includes('--help')) {
  process.stdout.write(usage);
  process.exit(0);
}

const unknown = bffs.filter((bff) => !all.includes(bff));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}; there are ${all.join(', ')}.\n${usage}`);
  process.exit(2);
}

const found = bffs.map((bff) => {
  const report = join(root, 'apps', bff, reportFile);
  rmSync(report, { force: true });
  process.stderr.write(`${bff} …\n`);
  const nx = spawnSync(join(root, 'node_modules/.bin/nx'), ['run', `@product-bffs/${bff}:test-alone`], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!existsSync(report)) process.stderr.write(`${nx.stdout}${nx.stderr}`);
  return {
    passed: nx.status === 0,
    output: nx.stdout,
    reports: existsSync(report) ? [JSON.parse(readFileSync(report, 'utf8')) as MatrixReport] : [],
  };
});

const reports = found.flatMap((one) => one.reports);
const differing = differences(faultMatrix, reports);
process.stdout.write(`${matrixTable(faultMatrix, reports)}\n\n${legend}`);
process.stdout.write(`\n${[...differing, `${differing.length} cells are not as the table says.`].join('\n')}\n`);
// The tests know more than the table shows: pairs of services, memory.
const failed = found.filter(({ passed }) => !passed);
if (differing.length === 0) for (const { output } of failed) process.stdout.write(output);
process.exitCode = failed.length > 0 || differing.length > 0 ? 1 : 0;
