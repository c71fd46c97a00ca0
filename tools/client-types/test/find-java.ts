import { run } from './run.ts';

const find = 'command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java"';
const install =
  'export DEBIAN_FRONTEND=noninteractive; apt-get install -y default-jre-headless || { apt-get update && apt-get install -y default-jre-headless; }';

/**
 * Path of a Java runtime, which Kotlin's compiler runs on: JAVA_HOME's, one on the PATH, or else Debian's, installed as
 * root.
 * @throws Error that says what to do where none of these is possible
 */
export async function findJava(): Promise<string> {
  const found = await pathOfJava();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) await run('sh', ['-c', install]).catch(() => undefined);
  const installed = await pathOfJava();
  if (installed !== undefined) return installed;
  throw new Error('The tests need a Java runtime: install one (Debian: apt-get install default-jre-headless).');
}

function pathOfJava(): Promise<string | undefined> {
  return run('sh', ['-c', find]).then(
    (path) => path.trim(),
    () => undefined,
  );
}
