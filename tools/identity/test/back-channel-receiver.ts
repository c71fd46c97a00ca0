import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface BackChannelReceiver {
  origin: string;
  /** Logout tokens as they came. */
  received: string[];
  stop(): Promise<void>;
}

/** A client that wants to know of sign-outs, and answers each with this status. */
export async function startBackChannelReceiver(status = 200): Promise<BackChannelReceiver> {
  const received: string[] = [];
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      const form = new URLSearchParams(body);
      received.push(`${req.method} ${req.url} ${form.get('logout_token')}`);
      res.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
