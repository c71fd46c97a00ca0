import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { bffNames } from '@product-bffs/start';

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
