import { askRedis, type Reply } from './ask-redis.ts';
import { givenRedisUrl } from './config.ts';
import { startFaultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { findServer } from './find-server.ts';
import { claimDatabase } from './given-database.ts';
import { freePort, runServer, type RunningServer } from './run-server.ts';

export interface RedisForTests {
  /** Where a client under test connects: through the proxy, so that every fault below reaches it. */
  readonly url: string;
  /** The server itself, past the proxy: for other processes, and where time is measured. */
  readonly serverUrl: string;
  readonly proxy: FaultyProxy;
  /** One command past the proxy. */
  ask(...command: string[]): Promise<Reply>;
  /** As SIGSTOP and SIGCONT do it to a process. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** From now on nobody listens. */
  kill(): Promise<void>;
  /** After a kill: listens again, at the same address, and has forgotten everything. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Redis of its own for a test file: the server that REDIS_URL names (a database that nobody uses), or else one that
 * ends with this process. Of a given server or a container, pause, kill and restart are played by the proxy.
 */
export async function startRedis(given = givenRedisUrl()): Promise<RedisForTests> {
  if (!given) return startOwn();
  const database = await claimDatabase(given);
  return inFrontOf(database.url, {
    empty: () => database.empty(),
    stop: () => database.release(),
  });
}

async function startOwn(): Promise<RedisForTests> {
  const kind = await findServer();
  let server = await runServer(kind, await freePort());
  const { port } = server;
  const serverUrl = `redis://127.0.0.1:${port}`;
  return inFrontOf(serverUrl, {
    ...(kind === 'program' && { signal: (signal) => signalTo(server, signal) }),
    kill: () => server.kill(),
    async empty() {
      server = await runServer(kind, port);
    },
    stop: () => server.kill(),
  });
}

interface Server {
  /** Only of a process of this machine. */
  signal?: (signal: 'SIGSTOP' | 'SIGCONT') => void;
  kill?: () => Promise<void>;
  /** Makes it answer, and hold nothing. */
  empty: () => Promise<void>;
  stop: () => Promise<void>;
}

async function inFrontOf(serverUrl: string, server: Server): Promise<RedisForTests> {
  const { hostname, port } = new URL(serverUrl);
  const proxy = await startFaultyProxy({ host: hostname, port: Number(port || '6379') });
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${proxy.port}`;
  return {
    url: url.href,
    serverUrl,
    proxy,
    ask: (...command) => askRedis(serverUrl, ...command),
    async pause() {
      if (server.signal) server.signal('SIGSTOP');
      else await proxy.play({ kind: 'hang' });
    },
    async resume() {
      if (server.signal) server.signal('SIGCONT');
      else await proxy.heal();
    },
    async kill() {
      await server.kill?.();
      await proxy.play({ kind: 'refuse' });
    },
    async restart() {
      await server.empty();
      await proxy.heal();
    },
    async stop() {
      await proxy.stop();
      await server.stop();
    },
  };
}

function signalTo({ pid }: RunningServer, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(pid, signal);
}
