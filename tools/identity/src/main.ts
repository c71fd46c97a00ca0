/** The process: reads the command line, listens, stops on SIGTERM and SIGINT. */
import { writeFile } from 'node:fs/promises';
import type { CommandLine } from './command-line.ts';
import { parseCommandLine, usage } from './command-line.ts';
import { startIdentity } from './start-identity.ts';

async function run({ globexKeyFile, ...options }: CommandLine): Promise<void> {
  const identity = await startIdentity({ ...options, onError: ({ message }) => complain(message) });
  if (globexKeyFile !== undefined) {
    await writeFile(globexKeyFile, `${JSON.stringify(identity.globexKey, null, 2)}\n`, { mode: 0o600 });
  }
  process.stdout.write(`identity is ready at ${identity.issuer}\n`);
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => void identity.stop());
  }
}

function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}

try {
  const commandLine = parseCommandLine(process.argv.slice(2), process.env);
  if (commandLine === 'help') process.stdout.write(usage);
  else await run(commandLine);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
