import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A way to have a Redis server: a program of this machine, or a container. */
export type ServerKind = 'program' | 'container';

const install =
  'export DEBIAN_FRONTEND=noninteractive; command -v redis-server || apt-get install -y redis-server || { apt-get update && apt-get install -y redis-server; }';

/**
 * Looks for a redis-server on the PATH, then for a Docker that answers, then installs Debian's as root.
 * Rejects with an Error that says what to do where none of that is possible.
 */
export async function findServer(): Promise<ServerKind> {
  if (await succeeds('sh', '-c', 'command -v redis-server')) return 'program';
  if (await succeeds('docker', 'version', '--format', '{{.Server.Version}}')) return 'container';
  // Several test processes may come here at once: the first one installs, the others wait and find it.
  const lock = join(tmpdir(), 'redis-for-tests.lock');
  if (process.getuid?.() === 0 && (await succeeds('flock', lock, 'sh', '-c', install))) return 'program';
  throw new Error(
    'The tests need a Redis. Install redis-server (Debian: apt-get install redis-server, macOS: brew install redis), ' +
      'or start Docker, or give them one that they may write to: REDIS_URL=redis://host:6379',
  );
}

function succeeds(command: string, ...args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}
