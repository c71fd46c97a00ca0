import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export interface BottleneckOptions {
  /** Base URL of the service behind. */
  target: string;
  /** Pieces of work that are done at once; the rest waits in line. */
  atOnce: number;
  /** How long one of them takes, in milliseconds. */
  workMs: number;
}

export interface Bottleneck {
  url: string;
  stop(): Promise<void>;
}

/**
 * A service that can do so much and no more: each product that a call asks for is a piece of work, alone or in a batch.
 * What nobody waits for any more is not begun.
 */
export async function startBottleneck({ target, atOnce, workMs }: BottleneckOptions): Promise<Bottleneck> {
  const pool = new Pool(target, { connections: 64 });
  const line: (() => Promise<void>)[] = [];
  let atWork = 0;
  const next = (): void => {
    if (atWork >= atOnce) return;
    const work = line.shift();
    if (work === undefined) return;
    atWork += 1;
    void work().finally(() => {
      atWork -= 1;
      next();
    });
  };
  const piece = (res: ServerResponse) =>
    new Promise<void>((done) => {
      line.push(async () => {
        if (!res.destroyed) await pause(workMs);
        done();
      });
      next();
    });

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const path = req.url ?? '/';
    const ids = new URL(path, target).searchParams.get('ids')?.split(',').length ?? 1;
    await Promise.all(Array.from({ length: ids }, () => piece(res)));
    if (res.destroyed) return;
    const { statusCode, headers, body } = await pool.request({ path, method: 'GET' });
    res.writeHead(statusCode, headers);
    res.end(Buffer.from(await body.arrayBuffer()));
  };
  const server = createServer((req, res) => void answer(req, res).catch(() => res.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await pool.destroy();
    },
  };
}
