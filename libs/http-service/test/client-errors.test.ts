import { expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { problemSchema } from '../src/index.ts';
import { eventually, startTiny } from './tiny.ts';

/** Sends bytes as they are, and gives what came back until the other side closed. */
function exchange(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk) => (received += String(chunk)));
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
  });
}

const serving = () => startTiny((app) => app.get('/', (_req, res) => res.json({})));

it.each([
  ['no HTTP at all', 'GARBAGE\r\n\r\n', 400, 'invalid-request'],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'invalid-request'],
  ['an unheard-of method', 'LOOK / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'invalid-request'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', 400, 'invalid-request'],
  ['a length that is none', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n', 400, 'invalid-request'],
  [
    'two ways to tell the length (request smuggling, RFC 9112 §6.3)',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'invalid-request',
  ],
  [
    'headers of 20 kB',
    `GET / HTTP/1.1\r\nHost: a\r\nX-Much: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'header-fields-too-large',
  ],
  ['a path of 20 kB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, 'header-fields-too-large'],
])('answers %s with a problem and closes', async (_what, sent, status, code) => {
  const [head = '', body = ''] = (await exchange((await serving()).port, sent)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
  expect(head).toContain('\r\ncontent-type: application/problem+json');
  expect(head).toContain(`\r\ncontent-length: ${Buffer.byteLength(body)}`);
  expect(head).toContain('\r\ncache-control: no-store');
  expect(head).toContain('\r\nconnection: close');
  expect(head).toContain("\r\ncontent-security-policy: default-src 'none'");
  const problem = problemSchema.parse(JSON.parse(body));
  expect(problem).toMatchObject({ status, code, type: `https://problems.example/${code}` });
  expect(head).toContain(`\r\nx-request-id: ${problem.requestId}`);
  expect(body).not.toMatch(/HPE_|Parse Error|xxxx/);
});

it('survives a client that resets its connection', async () => {
  const tiny = await serving();
  const socket = connect(tiny.port, '127.0.0.1', () => socket.write('GET / HT'));
  await eventually(() => socket.bytesWritten > 0);
  socket.resetAndDestroy();
  expect((await tiny.send('/')).status).toBe(200);
});

it('writes nothing where another answer is still to come: it would be taken for that one', async () => {
  const tiny = await startTiny((app) => app.get('/', () => undefined));
  expect(await exchange(tiny.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n')).toBe('');
});
