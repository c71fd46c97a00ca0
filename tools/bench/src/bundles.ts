import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bffNames, type BffName } from '@product-bffs/start';

const root = resolve(import.meta.dirname, '../../..');

/** Builds what the images ship. @throws Error with what the build says where it fails */
export function buildBundles(): void {
  const projects = bffNames.map((bff) => `@product-bffs/${bff}`).join(',');
  const args = ['run-many', '-t', 'build', '-p', projects];
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/nx'), args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The bundles cannot be built.\n${stdout}${stderr}`);
}

/** The options that a BFF's image gives to Node. @throws Error where the Dockerfile's command is not `node … main.js` */
export function imageFlags(bff: BffName): string[] {
  const dockerfile = readFileSync(join(root, 'apps', bff, 'Dockerfile'), 'utf8');
  const command = /^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
  const [node, ...flags] = JSON.parse(command) as string[];
  if (node !== 'node' || flags.pop() !== 'main.js') throw new Error(`How does the image of ${bff} start? ${command}`);
  return flags;
}
