import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@product-bffs/composition';
import { connect } from 'node:net';
import { invalidRequest, respond } from '../src/index.ts';
import { eventually, startTiny, type Tiny, type TinyRequest } from './tiny.ts';

const serving = () =>
  startTiny(
    (app) => {
      app.get('/products/:productId', (req, res) => {
        if (req.params.productId === 'LAMP') throw invalidRequest([]);
        if (req.params.productId.startsWith('ey')) throw new Refusal('unauthenticated', 'Not with this.');
        if (req.params.productId === 'bug') throw new TypeError('a bug');
        respond(req, res, { body: {}, cacheControl: 'no-store' });
      });
      app.get('/hang', () => undefined);
      app.get('/half', (_req, res) => {
        res.writeHead(200, { 'content-length': 100 }).write('half');
      });
    },
    { trustedProxies: ['loopback'] },
  );

async function lineOf(tiny: Tiny, path: string, options?: TinyRequest): Promise<Record<string, unknown>> {
  await tiny.send(path, options);
  await eventually(() => tiny.log.some(({ msg }) => msg === 'request'));
  const [line = {}, ...more] = tiny.log.filter(({ msg }) => msg === 'request');
  expect(more).toEqual([]);
  return line;
}

describe('one line a request', () => {
  it('says which, what it came to and how long it took', async () => {
    const headers = {
      'x-request-id': 'edge-1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    expect(await lineOf(await serving(), '/products/lamp', { headers })).toEqual({
      level: 'info',
      time: expect.any(String),
      name: 'tiny',
      msg: 'request',
      requestId: 'edge-1',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      method: 'GET',
      route: '/products/:productId',
      path: '/products/lamp',
      status: 200,
      durationMs: expect.any(Number),
      aborted: false,
    });
  });

  it('holds no personal data: no query, address, user agent or other header', async () => {
    const tiny = await serving();
    const line = await lineOf(tiny, '/products/lamp?email=ana@mail.example', {
      headers: {
        'user-agent': 'Secret/1.0',
        authorization: 'Bearer secret-token',
        cookie: 'session=secret-session',
        'x-forwarded-for': '203.0.113.7',
        referer: 'https://secret.example/',
      },
    });
    expect(JSON.stringify(line)).not.toMatch(/secret|ana@|203\.0\.113\.7|127\.0\.0\.1/i);
  });

  it.each([
    ['a request that is not valid', '/products/LAMP', 400, '/products/:productId'],
    [
      'a request that is refused before its path is looked at',
      '/products/eyJhbGciOiJFUzI1NiJ9',
      401,
      '/products/:productId',
    ],
    ['a path that nobody knows', '/made-up/by-a-client', 404, 'none'],
    ['a path that cannot be decoded', '/products/%zz', 400, 'none'],
  ])('holds no path of %s', async (_what, path, status, route) => {
    const line = await lineOf(await serving(), path);
    expect(line).toMatchObject({ status, route });
    expect(line).not.toHaveProperty('path');
  });

  it('has the status of a bug, too', async () => {
    expect(await lineOf(await serving(), '/products/bug')).toMatchObject({ status: 500, path: '/products/bug' });
  });

  it.each([
    ['before there was an answer as 499', '/hang', 499],
    ['in the middle of an answer with its status', '/half', 200],
  ])('tells of a client that hung up %s', async (_when, path, status) => {
    const tiny = await serving();
    const socket = connect(tiny.port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += String(chunk)));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: tiny\r\n\r\n`);
    if (path === '/half') await eventually(() => received.endsWith('half'));
    else await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await eventually(() => tiny.log.length > 0);
    expect(tiny.log).toMatchObject([{ msg: 'request', status, aborted: true }]);
  });

  it('is what the metrics are told', async () => {
    const tiny = await serving();
    const { method, route, status, durationMs, aborted } = await lineOf(tiny, '/products/lamp');
    expect(tiny.observed).toEqual([{ method, route, status, durationMs, aborted }]);
  });
});
