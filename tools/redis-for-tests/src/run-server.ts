import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { askRedis } from './ask-redis.ts';
import type { ServerKind } from './find-server.ts';

export interface RunningServer {
  readonly port: number;
  /** Of the program, which takes signals; a container has none. */
  readonly pid: number | undefined;
  /** Ends it without a goodbye. */
  kill(): Promise<void>;
}

// Ends the server when its own standard input ends, which is when whoever started it is gone, however that came.
const programGuard = '"$@" >&2 & pid=$!; echo $pid; cat >/dev/null; kill -9 $pid';
const containerGuard = 'name=$1; shift; "$@" >&2 & echo; cat >/dev/null; docker rm -f "$name" >&2';
const image = 'redis:7.4-alpine';
const settings = ['--save', '', '--appendonly', 'no'];

/** Starts an empty server that keeps nothing on disk, on 127.0.0.1, and waits until it answers. */
export async function runServer(kind: ServerKind, port: number): Promise<RunningServer> {
  const name = `redis-for-tests-${port}-${process.pid}`;
  const command =
    kind === 'program'
      ? [programGuard, 'sh', 'redis-server', '--port', `${port}`, '--bind', '127.0.0.1', ...settings]
      : [containerGuard, 'sh', name].concat(
          ['docker', 'run', '--rm', '--name', name, '-p', `127.0.0.1:${port}:6379`, image],
          ['redis-server', ...settings],
        );
  const guard = spawn('sh', ['-c', ...command], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(guard, 'exit');
  const [line] = (await once(createInterface(guard.stdout), 'line')) as [string];
  const server: RunningServer = {
    port,
    pid: kind === 'program' ? Number(line) : undefined,
    async kill() {
      guard.stdin.end();
      await exited;
    },
  };
  // An image may have to be fetched first.
  const patienceMs = kind === 'program' ? 10_000 : 180_000;
  const startedAt = performance.now();
  while (!(await answers(port))) {
    if (performance.now() - startedAt > patienceMs) {
      await server.kill();
      throw new Error(`redis-server did not answer on port ${port} within ${patienceMs} ms`);
    }
    await wait(10);
  }
  return server;
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  return askRedis(`redis://127.0.0.1:${port}`, 'PING').then(
    (reply) => reply === 'PONG',
    () => false,
  );
}
