import { afterEach } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface RawServer {
  url: string;
  /** Requests as they came in; a server that answers bytes of its own reads none. */
  requests: IncomingMessage[];
  /** Connections so far. */
  connections: () => number;
  stop: () => Promise<void>;
}

const servers: RawServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A service that says exactly what a test has it say, until the test ends. */
export function serving(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<RawServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((req, res) => {
    requests.push(req);
    answer(req, res);
  });
  return running(server, requests);
}

/** Answers the first bytes of every connection with bytes of its own, and closes unless it is told not to. */
export function speaking(answer: string | Buffer, { close } = { close: true }): Promise<RawServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      if (close) socket.end(answer);
      else socket.write(answer);
    });
  });
  return running(server, []);
}

/** Listens until the test ends. */
export async function running(server: Server, requests: IncomingMessage[], host = '127.0.0.1'): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, 'listening');
  const raw: RawServer = {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  servers.push(raw);
  return raw;
}

/** JSON as a service sends it. */
export function sendJson(res: ServerResponse, body: unknown): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
