import { describe, expect, it } from '@jest/globals';
import { ClientGone, DeadlineExceeded, NotFound, SectionFailure, type MissingReason } from '@product-bffs/composition';
import { Problem, problemSchema } from '../src/index.ts';
import { eventually, jsonOf, startTiny } from './tiny.ts';
import { connect } from 'node:net';

class Failed extends SectionFailure {
  readonly reason: MissingReason;

  constructor(reason: MissingReason, retryAfterMs?: number) {
    super('catalog at 10.1.2.3 said: secret');
    this.reason = reason;
    Object.assign(this, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
}

const failing = (error: unknown) =>
  startTiny((app) => {
    app.get('/', (_req, res) => {
      res.setHeader('etag', '"of-an-answer-that-was-not-sent"');
      res.setHeader('cache-control', 'public, max-age=300');
      throw error;
    });
  });

describe('an error becomes problem details', () => {
  it.each<[string, unknown, number, string, Record<string, string | undefined>]>([
    ['an absent product', new NotFound('x'), 404, 'not-found', { 'cache-control': 'public, max-age=30' }],
    ['a service that is unavailable', new Failed('unavailable'), 503, 'service-unavailable', { 'retry-after': '1' }],
    [
      'one that asks for less than we do',
      new Failed('unavailable', 200),
      503,
      'service-unavailable',
      { 'retry-after': '1' },
    ],
    ['one that asks for more', new Failed('unavailable', 6001), 503, 'service-unavailable', { 'retry-after': '7' }],
    ['a service that took too long', new Failed('timeout'), 504, 'deadline-exceeded', { 'retry-after': undefined }],
    ['time that is up', new DeadlineExceeded('x'), 504, 'deadline-exceeded', {}],
    [
      'an answer that makes no sense',
      new Failed('invalid', 5000),
      502,
      'invalid-downstream-answer',
      { 'retry-after': undefined },
    ],
    ['a bug', new TypeError('secret'), 500, 'internal-error', {}],
    ['a text that was thrown', 'secret', 500, 'internal-error', {}],
    ['an object that was thrown', { status: 400, message: 'secret' }, 500, 'internal-error', {}],
    ['a library that says 404', Object.assign(new Error('secret'), { status: 404 }), 500, 'internal-error', {}],
    [
      'a library that says 418 aloud',
      Object.assign(new Error('secret'), { status: 418, expose: true }),
      500,
      'internal-error',
      {},
    ],
    [
      'a problem',
      new Problem('not-found', { detail: 'No such version.' }),
      404,
      'not-found',
      { 'cache-control': 'no-store' },
    ],
    [
      'a problem with headers and a life',
      new Problem('method-not-allowed', { detail: 'No.', headers: { allow: 'GET' }, maxAgeS: 9 }),
      405,
      'method-not-allowed',
      { allow: 'GET', 'cache-control': 'public, max-age=9' },
    ],
  ])('%s', async (_what, error, status, code, headers) => {
    const answer = await (await failing(error)).send('/');
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-language': 'en-GB',
      'content-length': String(Buffer.byteLength(answer.body)),
      'cache-control': 'no-store',
      ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    });
    for (const [name, value] of Object.entries(headers)) expect([name, answer.headers[name]]).toEqual([name, value]);
    expect(answer.headers).not.toHaveProperty('etag');
    const body = problemSchema.parse(jsonOf(answer));
    expect(body).toMatchObject({ type: `https://problems.example/${code}`, status, code });
    expect(body.requestId).toBe(answer.headers['x-request-id']);
    expect(answer.body).not.toMatch(/secret|10\.1\.2\.3|node_modules|\.ts:/);
  });

  it('for HEAD too, without the body', async () => {
    const tiny = await failing(new NotFound('x'));
    const answer = await tiny.send('/', { method: 'HEAD' });
    expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([404, '', 'application/problem+json']);
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(100);
  });

  it('when a promise is rejected, as when something is thrown', async () => {
    const tiny = await startTiny((app) => {
      app.get('/', async () => {
        await Promise.resolve();
        throw new NotFound('x');
      });
    });
    expect((await tiny.send('/')).status).toBe(404);
  });
});

describe('the log', () => {
  const errorLines = (log: Record<string, unknown>[]) => log.filter(({ msg }) => msg === 'internal error');

  it('has the stack of a bug and the request it happened in', async () => {
    const tiny = await failing(new TypeError('a bug of ours'));
    const { headers } = await tiny.send('/');
    expect(errorLines(tiny.log)).toMatchObject([
      {
        level: 'error',
        requestId: headers['x-request-id'],
        err: { type: 'TypeError', message: 'a bug of ours', stack: expect.stringContaining('problems.test') },
      },
    ]);
  });

  it.each([
    ['a service failed', new Failed('unavailable')],
    ['there is no such thing', new NotFound('x')],
    ['the request is wrong', new Problem('invalid-request', { detail: 'x' })],
  ])('has no such line when %s', async (_when, error) => {
    const tiny = await failing(error);
    await tiny.send('/');
    expect(errorLines(tiny.log)).toEqual([]);
  });

  it('has no such line when the client hung up, and its calls ended for that', async () => {
    let arrived = false;
    const tiny = await startTiny((app) => {
      app.get('/', async (req, res) => {
        arrived = true;
        await new Promise((resolve) => res.once('close', resolve));
        throw new ClientGone(`gone from ${req.path}`);
      });
    });
    const socket = connect(tiny.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: tiny\r\n\r\n');
    await eventually(() => arrived);
    socket.destroy();
    await eventually(() => tiny.log.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tiny.log).toMatchObject([{ msg: 'request', status: 499, aborted: true }]);
  });
});

it('cuts an answer off that fails in the middle, rather than end it as if it were whole', async () => {
  const tiny = await startTiny((app) => {
    app.get('/', (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' }).write('{"items":[');
      throw new TypeError('a bug');
    });
  });
  await expect(tiny.send('/')).rejects.toThrow(/aborted|hang up|ECONNRESET/);
});
