import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { SelfSigned } from './self-signed.ts';

/** What stands before a service: a port of its own that hands every byte on, and may do so badly. */
export interface Front {
  port: number;
  /** From now on, on new connections; the ones that there are end. */
  present: (certificate: SelfSigned) => void;
  /** Whether texts lose half a surrogate pair on their way. */
  tear: (torn: boolean) => void;
  drop: () => void;
  close: () => Promise<void>;
}

/** Stands in texts of the catalogue, six bytes as an escape in JSON is, so that what tears it changes no length. */
export const TEARABLE = 'halved';

/** @param certificate absent = plain HTTP */
export async function openFront(target: URL, certificate?: SelfSigned): Promise<Front> {
  const sockets = new Set<Socket>();
  let torn = false;
  const handOn = (socket: Socket) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined);
      end.once('close', () => {
        sockets.delete(end);
        (end === socket ? onward : socket).destroy();
      });
    }
    const answer = new Transform({
      transform: (chunk: Buffer, _encoding, done) => done(null, torn ? tornApart(chunk) : chunk),
    });
    socket.pipe(onward);
    onward.pipe(answer).pipe(socket);
  };
  const tlsServer = certificate && createTlsServer(certificate, handOn);
  const server: Server = tlsServer ?? createServer(handOn);
  // A client that does not like a certificate says so and goes.
  tlsServer?.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    present(other) {
      tlsServer?.setSecureContext(other);
      drop();
    },
    tear: (now) => (torn = now),
    drop,
    async close() {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
  };
}

function tornApart(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString('latin1').replaceAll(TEARABLE, '\\ud800'), 'latin1');
}
