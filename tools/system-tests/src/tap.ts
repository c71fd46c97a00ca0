import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What went by. */
export interface Tapped {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Of the request. */
  sent: string;
  /** Of the answer. */
  answered: string;
}

/** Stands in front of something that speaks HTTP, and tells all that goes by. */
export interface Tap {
  /** Without a slash at the end. */
  url: string;
  /** Where requests go from now on; nowhere: connections are closed. */
  leadTo(url: string | undefined): void;
  stop(): void;
}

export async function openTap(onExchange: (exchange: Tapped) => void): Promise<Tap> {
  let target: string | undefined;
  const server = createServer((req, res) => {
    const { url: path = '', method = '', headers } = req;
    void text(req).then((sent) => {
      if (target === undefined) {
        req.destroy();
        return;
      }
      const handedOn = request(target + path, { method, headers }, (answer) => {
        res.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(res);
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () =>
          onExchange({ method, path, headers, sent, answered: Buffer.concat(chunks).toString() }),
        );
        answer.once('error', () => res.destroy());
      });
      handedOn.once('error', () => res.destroy()).end(sent);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => (target = url),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
