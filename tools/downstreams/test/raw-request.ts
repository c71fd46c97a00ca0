import { connect } from 'node:net';

export interface RawAnswer {
  /** Everything that arrived, head and body. */
  bytes: Buffer;
  /** 'end' when the other side closed in good order, otherwise the error's code. */
  end: string;
}

/** One GET over a socket of its own, to see the bytes and how the connection ended. */
export function rawGet(url: string): Promise<RawAnswer> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const settle = (end: string) => resolve({ bytes: Buffer.concat(chunks), end });
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => settle('end'));
    socket.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message));
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  });
}

/** Head with lower-case names, and body, and how many bytes of body the head announced. */
export function bodyOf({ bytes }: RawAnswer): { head: string; body: Buffer; announcedBytes: number } {
  const split = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, split).toString();
  const announced = /content-length: (\d+)/i.exec(head)?.[1];
  return {
    head: head.replaceAll(/^[\w-]+(?=:)/gm, (name) => name.toLowerCase()),
    body: bytes.subarray(split + 4),
    announcedBytes: Number(announced),
  };
}
