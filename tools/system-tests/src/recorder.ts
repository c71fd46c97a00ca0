import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in front of a service and writes down what calls carry. */
export interface Recorder {
  url: string;
  calls: { path: string; headers: IncomingHttpHeaders }[];
  stop(): void;
}

/** @param changed what the service gets in place of the headers that arrived */
export async function record(
  serviceUrl: string,
  changed: (headers: IncomingHttpHeaders) => IncomingHttpHeaders = (headers) => headers,
): Promise<Recorder> {
  const calls: Recorder['calls'] = [];
  const server = createServer((req, res) => {
    const { url: path = '', headers } = req;
    calls.push({ path, headers });
    const handedOn = request(`${serviceUrl}${path}`, { headers: changed(headers) }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(res);
    });
    handedOn.once('error', () => res.destroy()).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
