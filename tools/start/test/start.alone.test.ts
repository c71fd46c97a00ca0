import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { freePortOffset, systemProcesses, takenPorts, type PortOffset } from '../src/index.ts';
import { isRunning, startCommand, until, type Started } from './started.ts';

let ports: PortOffset;
let commands: Started[] = [];

beforeAll(async () => {
  ports = await freePortOffset();
});

/** The ports are the next test's, whatever became of this one. */
afterEach(async () => {
  for (const { pid } of commands) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  commands = [];
  await until(allPortsAreFree);
});
afterAll(() => ports.release());

function start(...args: string[]): Started {
  const command = startCommand('--port-offset', String(ports.offset), ...args);
  commands.push(command);
  return command;
}

/** Pastes every line that asks for something into a shell, the announced token first. */
async function paste(announced: string): Promise<{ line: string; status: string }[]> {
  const lines = announced.split('\n').filter((line) => /products[/?]|\/reference|\/status/.test(line));
  const token = announced.split('\n').find((line) => line.includes('token=$('));
  return Promise.all(
    lines.map(async (line) => {
      const url = /'?http:\S+$/.exec(line)?.[0] ?? '';
      const call = line.includes('curl') ? line.trim() : `curl ${url}`;
      const script = `${token}\n${call} -s -o /dev/null -w '%{http_code}'`;
      const { stdout } = await promisify(execFile)('bash', ['-c', script]);
      return { line, status: stdout };
    }),
  );
}

const isSignIn = (line: string) => line.includes('/auth/login');

const names = systemProcesses().map(({ name }) => name);
const allPortsAreFree = async () => (await takenPorts(systemProcesses({ portOffset: ports.offset }))).length === 0;

it('prints its options for --help and starts nothing', async () => {
  const command = start('--help');
  expect(await command.ended).toEqual({ code: 0, signal: null });
  for (const option of [
    '--products',
    '--catalogue',
    '--data',
    '--require-auth',
    '--redis',
    '--port-offset',
    '--logs',
  ]) {
    expect(command.stdout()).toContain(option);
  }
});

it('refuses an unknown option with exit code 2', async () => {
  const command = start('--colour');
  expect(await command.ended).toEqual({ code: 2, signal: null });
  expect(command.stderr()).toContain("Unknown option '--colour'");
});

it.each([
  ['SIGINT to the whole group, as Ctrl-C sends it', (pid: number) => process.kill(-pid, 'SIGINT')],
  ['SIGTERM to the command alone', (pid: number) => process.kill(pid, 'SIGTERM')],
])('announces what answers, and stops all of it within two seconds on %s', async (_, send) => {
  const command = start();
  const pids = await command.ready();
  expect(Object.keys(pids)).toEqual(names);
  const pasted = await paste(command.stdout());
  expect(pasted).toHaveLength(16);
  for (const { line, status } of pasted)
    expect({ line, status }).toEqual({ line, status: isSignIn(line) ? '302' : '200' });

  const announced = command.stdout();
  const askedAt = performance.now();
  send(command.pid);
  expect(await command.ended).toEqual({ code: 0, signal: null });
  expect(performance.now() - askedAt).toBeLessThan(2000);
  expect(Object.values(pids).filter(isRunning)).toEqual([]);
  expect(await allPortsAreFree()).toBe(true);
  expect(command.stdout()).toBe(announced);
  expect(command.stderr()).toBe('');
});

it('stops cleanly where it is asked to before everything is ready', async () => {
  const command = start();
  await until(() => command.stdout() !== '');
  process.kill(command.pid, 'SIGINT');
  expect(await command.ended).toEqual({ code: 0, signal: null });
  expect(command.stderr()).toBe('');
  expect(await allPortsAreFree()).toBe(true);
});

it('lets services refuse who brings no token where --require-auth is given, and the BFFs bring one, with a Redis that is not there, which it says', async () => {
  const command = start('--require-auth', '--redis', 'redis://127.0.0.1:1');
  await command.ready();
  expect(command.stdout()).toContain('It cannot be reached (ECONNREFUSED): until it can, nobody signs in');
  expect((await fetch(`http://localhost:${4001 + ports.offset}/products`)).status).toBe(401);
  for (const { line, status } of await paste(command.stdout()))
    expect({ line, status }).toEqual({ line, status: isSignIn(line) ? '503' : '200' });
  process.kill(command.pid, 'SIGTERM');
  await command.ended;
});

/** What `localhost` may mean on this machine. */
const loopbacks = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .flatMap(({ internal, address }) => (internal && ['127.0.0.1', '::1'].includes(address) ? [address] : []));

it.each(loopbacks)('names a port taken on %s and who wanted it, and starts nothing', async (host) => {
  const squatter = createServer().listen(9002 + ports.offset, host);
  await once(squatter, 'listening');
  const command = start();
  const ended = await command.ended;
  squatter.close();
  await once(squatter, 'close');
  expect(ended).toEqual({ code: 1, signal: null });
  expect(command.stderr()).toContain(`Port ${9002 + ports.offset}, for mobile-bff, is taken.`);
  expect(command.stdout()).toBe('');
});

it.each(['/dev/null', '/dev/null/below', '/proc/none'])(
  'says that --data %s is no folder, and starts nothing',
  async (folder) => {
    const command = start('--data', folder);
    expect(await command.ended).toEqual({ code: 1, signal: null });
    expect(command.stderr()).toMatch(new RegExp(`^--data ${folder} cannot be a folder: `));
  },
);

it('says why a service did not start, and stops the others', async () => {
  const command = start('--catalogue', '/nowhere/catalogue.json');
  expect(await command.ended).toEqual({ code: 1, signal: null });
  expect(command.stderr()).toMatch(/^\w+ has ended \(exit code 1\)\.\n {2}\/nowhere\/catalogue\.json: ENOENT/);
  expect(await allPortsAreFree()).toBe(true);
});

it('names a child that was killed, and stops the others', async () => {
  const command = start();
  const pids = await command.ready();
  process.kill(pids['pricing']!, 'SIGKILL');
  expect(await command.ended).toEqual({ code: 1, signal: null });
  expect(command.stderr()).toBe('pricing has ended (signal SIGKILL).\nEverything else is stopped.\n');
  expect(Object.values(pids).filter(isRunning)).toEqual([]);
});

it('leaves no child behind when it is killed itself', async () => {
  const command = start();
  const pids = await command.ready();
  process.kill(command.pid, 'SIGKILL');
  await command.ended;
  await until(() => !Object.values(pids).some(isRunning));
  expect(await allPortsAreFree()).toBe(true);
});

it('shows the logs of all where --logs is given, and keeps the data where --data says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  const command = start('--logs', '--data', `${folder}/kept`);
  await command.ready();
  process.kill(command.pid, 'SIGTERM');
  expect(await command.ended).toEqual({ code: 0, signal: null });
  const kept = readdirSync(`${folder}/kept`).filter((name) => name.endsWith('.sqlite'));
  rmSync(folder, { recursive: true });
  expect(kept).toEqual([
    'catalog.sqlite',
    'inventory.sqlite',
    'pricing.sqlite',
    'recommendations.sqlite',
    'reviews.sqlite',
  ]);
  expect(command.stdout()).toMatch(/^\[catalog\] catalog is ready/m);
  expect(command.stdout()).toMatch(/^\[web-bff\] \{.*"msg":"ready"\}$/m);
});
