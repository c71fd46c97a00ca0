import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../../..');
const scope = '@product-bffs';

/** A copy of the workspace, so that folders can be taken away and builds leave nothing behind. */
export interface WorkspaceCopy {
  folder: string;
  /** Runs a command of node_modules/.bin. @throws Error with all that it wrote, where it fails */
  run(command: string, ...args: string[]): Promise<string>;
  /** Puts a file of the copy into its place in the workspace, where there is one. */
  bringBack(path: string): void;
  remove(): void;
}

/** Ends a command that hangs, before the test that waits for it ends. */
const COMMAND_MS = 800_000;

/** Installed, built or kept by tools: nothing that the workspace is made of. */
const notCopied = new Set(['node_modules', 'dist', 'coverage', '.nx', '.git', 'test-results.json']);

/**
 * Copies the sources. Third-party packages are linked; those of the workspace lead into the copy.
 * @param without folders that are left out, such as `apps/web-bff`
 */
export function copyWorkspace(without: readonly string[] = []): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-copy-'));
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !notCopied.has(basename(path)) && !without.includes(relative(root, path)),
  });
  linkPackages(folder);
  return {
    folder,
    run: (command, ...args) => runIn(folder, command, args),
    bringBack: (path) => existsSync(join(folder, path)) && copyFileSync(join(folder, path), join(root, path)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules', scope), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== scope && name !== '.cache') {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
  }
  for (const group of ['apps', 'libs', 'tools']) {
    for (const name of readdirSync(join(folder, group))) {
      symlinkSync(join('../..', group, name), join(folder, 'node_modules', scope, name));
      // What npm installs beside one project, because another needs another version at the root.
      const ownPackages = join(root, group, name, 'node_modules');
      if (existsSync(ownPackages)) symlinkSync(ownPackages, join(folder, group, name, 'node_modules'));
    }
  }
}

async function runIn(folder: string, command: string, args: string[]): Promise<string> {
  const binaries = join(folder, 'node_modules/.bin');
  try {
    const { stdout } = await promisify(execFile)(join(binaries, command), args, {
      cwd: folder,
      maxBuffer: 64 << 20,
      timeout: COMMAND_MS,
      env: {
        PATH: [binaries, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
        HOME: folder,
        NX_DAEMON: 'false',
        NX_CACHE_DIRECTORY: join(folder, '.nx/cache'),
        NX_WORKSPACE_DATA_DIRECTORY: join(folder, '.nx/workspace-data'),
      },
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} has failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
