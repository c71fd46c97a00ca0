import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const look = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
const install =
  'export DEBIAN_FRONTEND=noninteractive; command -v chromium || apt-get install -y chromium || { apt-get update && apt-get install -y chromium; }';

/**
 * Path of a Chromium: one on the PATH, or else Debian's, installed as root.
 * @throws Error that says what to do where neither is possible
 */
export async function findChromium(): Promise<string> {
  const found = await pathOf();
  if (found !== undefined) return found;
  // Several test processes may come here at once: the first one installs, the others wait and find it.
  const lock = join(tmpdir(), 'chromium-for-tests.lock');
  if (process.getuid?.() === 0)
    await run('flock', [lock, 'sh', '-c', install], { maxBuffer: 2 ** 26 }).catch(() => undefined);
  const installed = await pathOf();
  if (installed !== undefined) return installed;
  throw new Error('The tests need Chromium: install it (Debian: apt-get install chromium), or Google Chrome.');
}

function pathOf(): Promise<string | undefined> {
  return run('sh', ['-c', look]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}
