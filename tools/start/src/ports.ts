import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { ProcessSpec } from './processes.ts';

export interface TakenPort {
  port: number;
  /** Name of the process that would have it. */
  wantedBy: string;
}

/** The ports that something else listens on. */
export async function takenPorts(specs: readonly ProcessSpec[]): Promise<TakenPort[]> {
  const wanted = specs.flatMap(({ name, ports }) => ports.map((port) => ({ port, wantedBy: name })));
  const free = await Promise.all(wanted.map(({ port }) => isFree(port)));
  return wanted.filter((_, n) => !free[n]);
}

/** On both addresses that `localhost` may mean: another server on ::1 would get what is meant for ours. */
async function isFree(port: number): Promise<boolean> {
  return (await isFreeOn('127.0.0.1', port)) && isFreeOn('::1', port);
}

async function isFreeOn(host: string, port: number): Promise<boolean> {
  const server = createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    // A machine without IPv6 has nobody there either.
    return (error as NodeJS.ErrnoException).code !== 'EADDRINUSE' && host === '::1';
  }
  server.close();
  await once(server, 'close');
  return true;
}

const CONNECT_MS = 1000;

/** @returns why nobody can be reached where this URL of a Redis leads; undefined: somebody can */
export async function whyUnreachable(redisUrl: string): Promise<string | undefined> {
  const { hostname, port } = new URL(redisUrl);
  const socket = connect(Number(port || 6379), hostname.replace(/^\[|\]$/g, ''));
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_MS) });
    return undefined;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return name === 'AbortError' ? `nothing within ${CONNECT_MS} ms` : (code ?? name);
  } finally {
    socket.destroy();
  }
}
