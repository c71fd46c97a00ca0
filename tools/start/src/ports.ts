import { once } from 'node:events';
import { createServer } from 'node:net';
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

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
