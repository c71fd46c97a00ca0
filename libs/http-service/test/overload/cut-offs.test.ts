import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import * as z from 'zod';
import { parseEnvironment, problemSchema, serviceSettings } from '../../src/index.ts';
import { createLimitedServer } from '../../src/overload/limited-server.ts';
import { eventually, send } from '../tiny.ts';

const schema = z.object(serviceSettings({ port: 0, adminPort: 0, deadlineMs: 100 }));
const opened: { server: Server; sockets: Socket[] }[] = [];
afterEach(async () => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
});

async function start(settings: Record<string, string>, answer: RequestListener = (_req, res) => res.end('here')) {
  const cuts: string[] = [];
  const config = parseEnvironment(schema, { PROBLEM_BASE_URL: 'https://problems.example', ...settings });
  const server = createLimitedServer(config, { onCut: (why) => cuts.push(why) }, answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  const accepted: Socket[] = [];
  server.on('connection', (socket) => accepted.push(socket));
  opened.push({ server, sockets });
  return {
    cuts,
    port,
    /** Connections as the server sees them. */
    accepted,
    /** A connection, and what comes in through it until it is closed. */
    open: (sent = '') => {
      const socket = connect(port, '127.0.0.1', () => socket.write(sent));
      let received = '';
      socket.on('data', (chunk) => (received += String(chunk)));
      socket.on('error', () => undefined);
      sockets.push(socket);
      // Whoever is cut off may see a reset before the end: `once` would take that for a failure.
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      return {
        socket,
        received: () => received,
        closed,
        /** Sends so much every 50 ms, to the end of the connection. */
        drip: (text: string) => {
          const sending = setInterval(() => socket.write(text), 50);
          socket.once('close', () => clearInterval(sending));
        },
      };
    },
  };
}

const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

describe('a client that is slow', () => {
  it('with its headers gets 408 and is cut off, however often it sends a little', async () => {
    const { open } = await start({ HEADERS_TIMEOUT_MS: '300' });
    const { received, closed, drip } = open('GET / HTTP/1.1\r\n');
    drip('X-A: b\r\n');
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 408 /);
    expect(problemSchema.parse(JSON.parse(received().split('\r\n\r\n')[1] ?? ''))).toMatchObject({
      code: 'request-timeout',
    });
  });

  it.each([
    ['however often it sends a little', 'x'],
    ['where it sends nothing', ''],
  ])('with its body gets 408 and is cut off, %s', async (_how, text) => {
    const { open } = await start({ REQUEST_TIMEOUT_MS: '300' }, (req, res) => {
      req.resume().on('end', () => res.end());
    });
    const { received, closed, drip } = open('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    drip(text);
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('with its body gets nothing in the middle of what is answered already', async () => {
    const { open } = await start({ REQUEST_TIMEOUT_MS: '300' }, (_req, res) => {
      res.write('the beginning');
    });
    const { received, closed } = open('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 200 .*the beginning\r\n$/s);
  });

  it('with the body of its second request gets nothing before the answer to the first', async () => {
    const { open } = await start({ REQUEST_TIMEOUT_MS: '300' }, (req, res) => {
      if (req.method === 'POST') req.resume().on('end', () => res.end());
    });
    const { received, closed } = open(`${request}POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n`);
    await closed;
    expect(received()).toBe('');
  });

  it('by the settings of a service is told so before it is cut off for its silence', () => {
    const defaults = parseEnvironment(schema, { PROBLEM_BASE_URL: 'https://problems.example' });
    // Node looks once a second.
    const toldMs = Math.max(defaults.HEADERS_TIMEOUT_MS, defaults.REQUEST_TIMEOUT_MS) + 1000;
    expect(defaults.READER_TIMEOUT_MS).toBeGreaterThan(toldMs + 1000);
  });

  it('does not keep others waiting', async () => {
    const { open, port } = await start({ HEADERS_TIMEOUT_MS: '300' });
    const slow = Array.from({ length: 100 }, () => open('GET / HTTP/1.1\r\n'));
    expect((await send(port, '/')).status).toBe(200);
    await Promise.all(slow.map(({ closed }) => closed));
    expect((await send(port, '/')).status).toBe(200);
  });
});

describe('a client that stops reading its answer', () => {
  const large = Buffer.alloc(32 << 20);

  it('is cut off, and what was to be sent is let go', async () => {
    let unsent: Socket | undefined;
    const { open, cuts } = await start({ READER_TIMEOUT_MS: '200' }, (req, res) => {
      unsent = req.socket;
      res.end(large);
    });
    const { socket } = open(request);
    socket.pause();
    await eventually(() => (unsent?.writableLength ?? 0) > 1 << 20);
    await eventually(() => unsent?.destroyed === true && unsent.writableLength === 0);
    expect(cuts).toEqual(['slow-reader']);
  });

  it('is left alone as long as it reads on, if slowly', async () => {
    const { open, cuts } = await start({ READER_TIMEOUT_MS: '100' }, (_req, res) => res.end(large));
    const { socket, closed } = open(`${request.slice(0, -2)}Connection: close\r\n\r\n`);
    let bytes = 0;
    socket.removeAllListeners('data');
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      socket.pause();
      // Ten pauses, in all longer than the limit.
      setTimeout(() => socket.resume(), bytes % (3 << 20) < chunk.length ? 200 : 0);
    });
    await closed;
    expect(bytes).toBeGreaterThan(large.length);
    expect(cuts).toEqual([]);
  });
});

describe('a connection', () => {
  it('too many is closed at once and counted, and harms none of the others', async () => {
    const { open, port, cuts, accepted } = await start({ MAX_CONNECTIONS: '3' });
    const others = [open(request), open(request), open()];
    await eventually(() => others.slice(0, 2).every(({ received }) => received().endsWith('here')));
    const further = open(request);
    await further.closed;
    expect([further.received(), cuts]).toEqual(['', ['too-many']]);
    others[2]?.socket.write(request);
    await eventually(() => others[2]?.received().endsWith('here') === true);
    others[0]?.socket.destroy();
    await eventually(() => accepted[0]?.destroyed === true);
    expect((await send(port, '/')).status).toBe(200);
  });

  it('takes so many requests, which the last answer says', async () => {
    const { open } = await start({ MAX_REQUESTS_PER_CONNECTION: '2' });
    const { socket, received } = open(request);
    await eventually(() => received().endsWith('here'));
    expect(received()).not.toMatch(/connection: close/i);
    socket.write(request);
    await eventually(() => received().split('here').length === 3);
    expect(received().split('here')[1]).toMatch(/connection: close/i);
    socket.write(request);
    await eventually(() => received().includes(' 503 '));
  });

  it('is closed when it was idle for so long, and nobody is told off for it', async () => {
    const { open, cuts } = await start({ KEEP_ALIVE_MS: '100' });
    const { received, closed } = open(request);
    await closed;
    expect(received().endsWith('here')).toBe(true);
    expect(cuts).toEqual([]);
  });

  it('has headers of so many bytes at most, or gets 431', async () => {
    const { open } = await start({ MAX_HEADER_BYTES: '2048' });
    const { received, closed } = open(`GET / HTTP/1.1\r\nHost: a\r\nX-Much: ${'x'.repeat(3000)}\r\n\r\n`);
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 431 /);
  });
});
