/** `node tools/client-types/src/main.ts`: writes the types of all clients anew; what is no longer generated goes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clientTypes } from './client-types.ts';

const folder = join(import.meta.dirname, '../generated');
const files = await clientTypes(join(import.meta.dirname, '../../../apps'));
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
