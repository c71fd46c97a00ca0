import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { breaking, type Change } from './change.ts';
import type { JsonObject } from './json.ts';

const run = promisify(execFile);
const redocly = join(import.meta.dirname, '../../../node_modules/.bin/redocly');
const config = join(import.meta.dirname, '../redocly-diff.yaml');

interface Report {
  changes: { path: string; verdicts: { ruleId: string; impact: string; message: string }[] }[];
}

/**
 * What `redocly diff` holds for breaking between two documents. It is experimental: a second opinion, never the only one.
 * Throws where it cannot compare them.
 */
export async function redoclyVerdicts(base: JsonObject, revision: JsonObject): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-gate-'));
  try {
    const [before, after, report] = ['base.json', 'revision.json', 'report.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([writeFile(before, JSON.stringify(base)), writeFile(after, JSON.stringify(revision))]);
    const options = ['--config', config, '--format=json', '--fail-on=none', '-o', report];
    await run(process.execPath, [redocly, 'diff', before, after, ...options], { env: silent });
    const { changes } = JSON.parse(await readFile(report, 'utf8')) as Report;
    return changes.flatMap(({ path, verdicts }) =>
      verdicts
        .filter(({ impact }) => impact === 'major')
        .map(({ ruleId, message }) => breaking(path.replace(/^#/, ''), message, `redocly: ${ruleId}`)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Nothing goes over the network. */
const silent = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
