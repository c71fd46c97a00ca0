/** `npm start`: the whole system, until Ctrl-C. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { announcement, someProductIds } from './announce.ts';
import { parseCommandLine, usage, type CommandLine } from './command-line.ts';
import { takenPorts, whyUnreachable } from './ports.ts';
import { systemProcesses } from './processes.ts';
import { Crashed, startSystem } from './supervise.ts';

const IDS_SHOWN = 3;
const PARENT_CHECK_MS = 250;

function commandLineOrExit(): CommandLine {
  try {
    const commandLine = parseCommandLine(process.argv.slice(2));
    if (commandLine !== 'help') return commandLine;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Resolves with the first signal that asks for the end, and where npm, which hands not every signal on, is gone. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const startedBy = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === startedBy) return;
      clearInterval(watch);
      resolve();
    }, PARENT_CHECK_MS);
    watch.unref();
  });
}

/** One level after the other: Node's own way never ends where a folder cannot be made below one that is there. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** @returns the exit code */
async function run({ logs, ...options }: CommandLine): Promise<number> {
  const specs = systemProcesses({ ...options, logLevel: logs ? 'info' : 'warn' });
  const taken = await takenPorts(specs);
  if (taken.length > 0) {
    const ports = taken.map(({ port, wantedBy }) => `Port ${port}, for ${wantedBy}, is taken.\n`).join('');
    process.stderr.write(`${ports}Free it, or move all ports with --port-offset.\n`);
    return 1;
  }
  if (options.dataDirectory !== undefined) {
    try {
      makeFolder(resolve(options.dataDirectory));
    } catch (error) {
      process.stderr.write(`--data ${options.dataDirectory} cannot be a folder: ${(error as Error).message}\n`);
      return 1;
    }
  }

  const stop = stopAsked();
  const system = startSystem(specs, {
    environment: process.env,
    onLine: (name, { stream, text }) => {
      const isWarning = stream === 'stdout' && name.endsWith('-bff');
      if (logs || isWarning) process.stdout.write(`[${name}] ${text}\n`);
    },
  });
  process.stdout.write('Starting five services, the identity provider and three BFFs …\n');
  const announced = (async () => {
    await system.ready();
    const ids = await someProductIds(system.children, IDS_SHOWN);
    const { redisUrl } = options;
    const redisFault = redisUrl === undefined ? undefined : await whyUnreachable(redisUrl);
    process.stdout.write(announcement({ children: system.children, ids, redisUrl, redisFault }));
  })();
  try {
    await Promise.race([announced, stop]);
    await Promise.race([stop, system.crash]);
    process.on('SIGINT', () => system.kill());
    await system.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof Crashed)) system.kill();
    process.stderr.write(`${(error as Error).message}\nEverything else is stopped.\n`);
    await system.stop();
    return 1;
  }
}

process.exitCode = await run(commandLineOrExit());
