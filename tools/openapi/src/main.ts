/**
 * `node tools/openapi/src/main.ts [--check]` in an app's folder: writes the OpenAPI documents that its src/openapi.ts
 * describes; with --check, fails where a committed one differs or does not pass the linter.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { ZodOpenApiObject } from 'zod-openapi';
import { documentText } from './document-text.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../../..');
const module = (await import(pathToFileURL(join(process.cwd(), 'src/openapi.ts')).href)) as {
  documents: Record<string, ZodOpenApiObject>;
};

let failed = false;
for (const [file, document] of Object.entries(module.documents)) {
  const text = documentText(document);
  if (values.check) {
    failed = !isCurrent(file, text) || !passesLinter(file) || failed;
  } else {
    writeFileSync(file, text);
  }
}
process.exitCode = failed ? 1 : 0;

function isCurrent(file: string, text: string): boolean {
  if (readFileSync(file, 'utf8') === text) return true;
  process.stderr.write(`${file} is not what src/openapi.ts says: run npm run generate, and commit it\n`);
  return false;
}

function passesLinter(file: string): boolean {
  const redocly = join(root, 'node_modules/.bin/redocly');
  const { status, stdout, stderr } = spawnSync(
    redocly,
    ['lint', '--max-problems=50', '--config', join(root, 'redocly.yaml'), file],
    { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  if (status !== 0 || /\bwarning/i.test(stdout + stderr)) process.stderr.write(stdout + stderr);
  return status === 0;
}
