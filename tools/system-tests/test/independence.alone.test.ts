import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bffNames, bffProcess, freePortOffset, startChild, whenReady, type BffName } from '@product-bffs/start';
import { ask } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import { showableProducts } from '../src/showable-products.ts';
import { copyWorkspace, type WorkspaceCopy } from '../src/workspace-copy.ts';

/** Ends what hangs: it takes three minutes on two cores. */
const ALL_OF_IT_MS = 900_000;

const othersThan = (bff: BffName) => bffNames.filter((name) => name !== bff);

/** The three at once, each in its copy. */
it.concurrent.each(bffNames)(
  '%s type checks, builds, passes its own tests and becomes ready where the other two do not exist',
  async (bff) => {
    const workspace = copyWorkspace(othersThan(bff).map((name) => `apps/${name}`));
    const ports = await freePortOffset();
    const project = `@product-bffs/${bff}`;
    try {
      const built = await workspace.run('nx', 'run-many', '-t', 'typecheck,build', '-p', project, '--skip-nx-cache');
      expect(built).toContain(`Successfully ran targets typecheck, build for project ${project}`);
      const tested = await workspace.run('nx', 'run', `${project}:test`, '--skip-nx-cache', '--maxWorkers=2');
      expect(tested).toContain(`Successfully ran target test for project ${project}`);
      const spec = bffProcess(bff, { portOffset: ports.offset });
      const child = startChild({ ...spec, script: join(workspace.folder, 'apps', bff, 'src/main.ts') });
      try {
        await whenReady(child);
        child.kill('SIGTERM');
        expect(await child.exited).toEqual({ code: 0, signal: null });
      } finally {
        child.kill('SIGKILL');
      }
    } finally {
      // `npm test` runs an app's own tests here alone, and counts them.
      workspace.bringBack(`apps/${bff}/test-results.json`);
      ports.release();
      workspace.remove();
    }
  },
  ALL_OF_IT_MS,
);

describe('a change', () => {
  let workspace: WorkspaceCopy;

  beforeAll(() => {
    workspace = copyWorkspace();
  });

  afterAll(() => workspace.remove());

  const affectedBy = async (file: string) =>
    JSON.parse(await workspace.run('nx', 'show', 'projects', '--affected', `--files=${file}`, '--json')) as string[];

  it.each(bffNames)('of %s concerns that app alone', async (bff) => {
    expect(await affectedBy(`apps/${bff}/src/app.ts`)).toEqual([`@product-bffs/${bff}`]);
  });

  it('of what all three stand on concerns all three', async () => {
    const all = bffNames.map((bff) => `@product-bffs/${bff}`);
    expect(await affectedBy('libs/http-service/src/serve.ts')).toEqual(expect.arrayContaining(all));
  });
});

describe('killing one', () => {
  let system: RunningSystem;

  beforeAll(async () => {
    system = await runSystem({ logLevel: 'warn', environment: patient });
  });

  afterAll(() => system.stop());

  it.each(bffNames)('that is %s leaves the other two answering, and it comes back', async (bff) => {
    const [id = ''] = await showableProducts(system);
    const path = { 'web-bff': webProduct(id), 'mobile-bff': mobileProduct(id), 'partner-bff': partnerProduct(id) };
    const statusOf = async (name: BffName) => (await ask(`${system.urls[name]}${path[name]}`)).status;

    expect(await system.signal(bff, 'SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    await expect(statusOf(bff)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
    for (const other of othersThan(bff)) expect(await statusOf(other)).toBe(200);
    await system.restart(bff);
    expect(await statusOf(bff)).toBe(200);
  });
});
