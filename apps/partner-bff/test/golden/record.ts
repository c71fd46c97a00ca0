/**
 * `node test/golden/record.ts <version>` in this app's folder: records what a version answers. What is recorded of a version
 * that is released stays as it is; only what is missing is added.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf, versionNamed } from './cases.ts';
import { startRecordedWorld } from './recorded-world.ts';

const version = versionNamed(process.argv[2] ?? '');
const folder = join(import.meta.dirname, '../../contracts/golden', version.name);
mkdirSync(folder, { recursive: true });
const world = await startRecordedWorld();
try {
  for (const [name, asked] of Object.entries(casesOf(version))) {
    const file = join(folder, `${name}.json`);
    if (version.releasedAt !== null && existsSync(file)) continue;
    const { answer } = await world.ask(asked);
    writeFileSync(file, `${JSON.stringify({ ...asked, answer }, null, 2)}\n`);
  }
} finally {
  await world.stop();
}
