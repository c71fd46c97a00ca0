import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does to everybody who comes through it, on connections that are open and on new ones. */
export type ProxyFault =
  /** Accepts, and passes nothing on. What was said meanwhile arrives when it ends, as with a process that was stopped. */
  | { kind: 'hang' }
  /** Each answer is that much later. */
  | { kind: 'latency'; latencyMs: number }
  /** Nobody listens, and what was open is closed. */
  | { kind: 'refuse' }
  /** What is open is reset, and each new connection as soon as it says something. */
  | { kind: 'reset' }
  /** Each question is answered by bytes that are no RESP. */
  | { kind: 'garbage' }
  /** Each connection gets so many bytes of answers, then silence; or with `closes`, the end. */
  | { kind: 'truncate'; afterBytes: number; closes?: boolean };

export interface FaultyProxy {
  /** 127.0.0.1, the same as long as the proxy lives. */
  readonly port: number;
  /** From now on, in place of what was before. */
  play(fault: ProxyFault): Promise<void>;
  /** Back to passing everything on. */
  heal(): Promise<void>;
  /** Connections that were accepted so far, and those that are open. */
  connections(): { accepted: number; open: number };
  stop(): Promise<void>;
}

interface Passage {
  client: Socket;
  server: Socket;
  /** Bytes that the client got since the fault began. */
  answered: number;
}

/** Stands on a port of its own in front of a server and passes everything on, until it is told to play a fault. */
export async function startFaultyProxy(target: { host: string; port: number }): Promise<FaultyProxy> {
  const passages = new Set<Passage>();
  let fault: ProxyFault | undefined;
  let accepted = 0;
  let port = 0;

  const listener = createServer((client) => {
    accepted += 1;
    const passage: Passage = { client, server: connect(target), answered: 0 };
    const { server } = passage;
    passages.add(passage);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    client.on('close', () => passages.delete(passage));
    client.on('data', (bytes) => ask(passage, bytes));
    server.on('data', (bytes) => answer(passage, bytes));
    if (fault?.kind === 'hang') hold(passage);
  });

  function ask({ client, server }: Passage, bytes: Buffer): void {
    if (fault?.kind === 'reset') client.resetAndDestroy();
    else if (fault?.kind === 'garbage') client.write('HTTP/1.1 400 Bad Request\r\n\r\n\0\x01\x02');
    else server.write(bytes);
  }

  function answer(passage: Passage, bytes: Buffer): void {
    const { client } = passage;
    if (fault?.kind === 'latency') {
      setTimeout(() => client.write(bytes), fault.latencyMs);
    } else if (fault?.kind === 'truncate') {
      client.write(bytes.subarray(0, Math.max(0, fault.afterBytes - passage.answered)));
      passage.answered += bytes.length;
      if (fault.closes && passage.answered >= fault.afterBytes) client.end();
    } else {
      client.write(bytes);
    }
  }

  function hold({ client, server }: Passage): void {
    client.pause();
    server.pause();
  }

  async function listen(): Promise<void> {
    if (listener.listening) return;
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    ({ port } = listener.address() as AddressInfo);
  }

  async function close(): Promise<void> {
    for (const { client } of passages) client.destroy();
    if (!listener.listening) return;
    listener.close();
    await once(listener, 'close');
  }

  async function enter(next: ProxyFault | undefined): Promise<void> {
    fault = next;
    for (const passage of passages) {
      passage.answered = 0;
      if (next?.kind === 'hang') {
        hold(passage);
      } else {
        passage.client.resume();
        passage.server.resume();
      }
      if (next?.kind === 'reset') passage.client.resetAndDestroy();
    }
    await (next?.kind === 'refuse' ? close() : listen());
  }

  await listen();
  return {
    port,
    play: enter,
    heal: () => enter(undefined),
    connections: () => ({ accepted, open: passages.size }),
    stop: close,
  };
}
