/** `npm test`: every check of the workspace, then one line with the counts over all projects. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countJestReports } from './count.ts';

const root = join(import.meta.dirname, '../../..');
const reports = ['apps', 'libs', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((project) =>
    ['test-results.json', 'test-alone-results.json'].map((report) => join(root, folder, project, report)),
  ),
);

/** System tests start many processes, so they run by themselves; what is named to be tested alone judges lateness, and has the machine. */
const steps = [
  ['run-many', '--targets=format,lint,typecheck,drift', '--parallel=2'],
  ['run-many', '--targets=test', '--exclude=@product-bffs/system-tests', '--parallel=2'],
  ['run-many', '--targets=test', '--projects=@product-bffs/system-tests', '--parallel=1'],
  ['run-many', '--targets=test-alone', '--parallel=1'],
];

for (const report of reports) rmSync(report, { force: true });

const failedSteps = steps.filter((step) => {
  const { status } = spawnSync(join(root, 'node_modules/.bin/nx'), [...step, '--nxBail=false'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status !== 0;
});

const tests = countJestReports(reports, (path) => readFileSync(path, 'utf8'));
const checks = { passed: steps.length - failedSteps.length, failed: failedSteps.length };
for (const step of failedSteps) process.stdout.write(`failed: nx ${step.join(' ')}\n`);
process.stdout.write(`${tests.passed + checks.passed} passed, ${tests.failed + checks.failed} failed\n`);
process.exitCode = tests.failed + checks.failed > 0 ? 1 : 0;
