/** `npm test`: every check of the workspace, then one line with the counts over all projects. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countJestReports } from './count.ts';

if (process.argv.length > 2) {
  process.stderr.write('`npm test` runs every check and takes no arguments; README.md says how to run one of them.\n');
  process.exit(2);
}

const root = join(import.meta.dirname, '../../..');
const reports = ['apps', 'libs', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((project) =>
    ['test-results.json', 'test-alone-results.json'].map((report) => join(root, folder, project, report)),
  ),
);

/** The system tests about independence run each app's own tests, where the other two do not exist, and bring their reports here. */
const apps = readdirSync(join(root, 'apps'));
const testedApart = ['system-tests', ...apps].map((name) => `@product-bffs/${name}`).join(',');

const nx = (...args: string[]) => ['nx', 'run-many', ...args, '--nxBail=false'];

/**
 * Lint and types have the rules of `nx lint` and `nx typecheck`, but all projects in one go, which takes half as long; lint
 * comes after an nx step, because the boundaries need the graph that it leaves. System tests start many processes, so they run
 * by themselves; what is named to be tested alone judges lateness, and has the machine.
 */
const steps = [
  nx('--targets=format,drift', '--parallel=2'),
  ['eslint', '--max-warnings=0', '.'],
  ['tsc', '-p', 'tsconfig.json'],
  nx('--targets=test', `--exclude=${testedApart}`, '--parallel=3'),
  nx('--targets=test', '--projects=@product-bffs/system-tests', '--parallel=1'),
  nx('--targets=test-alone', '--parallel=1'),
];

for (const report of reports) rmSync(report, { force: true });

const failedSteps = steps.filter(([command = '', ...args]) => {
  const binary = join(root, 'node_modules/.bin', command);
  return spawnSync(binary, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0;
});

const tests = countJestReports(reports, (path) => readFileSync(path, 'utf8'));
const untested = apps.filter((app) => !existsSync(join(root, 'apps', app, 'test-results.json')));
const checks = { passed: steps.length - failedSteps.length, failed: failedSteps.length + untested.length };
for (const step of failedSteps) process.stdout.write(`failed: ${step.join(' ')}\n`);
for (const app of untested) process.stdout.write(`failed: nobody ran the tests of ${app}\n`);
process.stdout.write(`${tests.passed + checks.passed} passed, ${tests.failed + checks.failed} failed\n`);
process.exitCode = tests.failed + checks.failed > 0 ? 1 : 0;
