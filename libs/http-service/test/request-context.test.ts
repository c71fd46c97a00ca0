import { describe, expect, it } from '@jest/globals';
import { ClientGone } from '@product-bffs/composition';
import { connect } from 'node:net';
import { newApp, requestContext } from '../src/index.ts';
import { eventually, jsonOf, send, startTiny, type Answer } from './tiny.ts';
import type { TinyOptions } from './tiny-app.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-00`;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A service that answers with what it knows of the request. */
const telling = (options: TinyOptions = {}) =>
  startTiny((app) => {
    app.get('/', (req, res) => {
      const { requestId, trace, deadline, childTraceparent } = requestContext(req);
      res.json({ requestId, trace, budgetMs: Math.round(deadline.remainingMs()), child: childTraceparent() });
    });
  }, options);

interface Told {
  requestId: string;
  trace: { traceId: string; flags: string };
  budgetMs: number;
  child: string;
}

const toldBy = (answer: Answer) => jsonOf(answer) as unknown as Told;

const behindProxy = { trustedProxies: ['loopback'] };
const inbound = { 'x-request-id': 'edge-1', traceparent, 'x-request-timeout-ms': '2500' };

describe('what a trusted proxy says', () => {
  it('is believed', async () => {
    const answer = await (await telling(behindProxy)).send('/', { headers: inbound });
    const { requestId, trace, budgetMs, child } = toldBy(answer);
    expect(answer.headers['x-request-id']).toBe('edge-1');
    expect([requestId, trace]).toEqual(['edge-1', { traceId, flags: '00' }]);
    expect(child).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(budgetMs).toBeGreaterThan(0);
    expect(budgetMs).toBeLessThanOrEqual(2500);
  });

  it.each(['5001', '999999999'])('never lengthens the time: %s', async (timeout) => {
    const tiny = await telling({ ...behindProxy, deadlineMs: 5000 });
    const { budgetMs } = toldBy(await tiny.send('/', { headers: { 'x-request-timeout-ms': timeout } }));
    expect(budgetMs).toBeGreaterThan(3000);
    expect(budgetMs).toBeLessThanOrEqual(5000);
  });

  it.each(['', '-1', '1.5', '1e2', '0x10', '12345678901', '300, 300', 'soon'])(
    'about the time is left aside when it is no number of milliseconds: %j',
    async (timeout) => {
      const tiny = await telling(behindProxy);
      const { budgetMs } = toldBy(await tiny.send('/', { headers: { 'x-request-timeout-ms': timeout } }));
      expect(budgetMs).toBeGreaterThan(3000);
    },
  );

  it.each(['', 'two words', 'x'.repeat(129), 'a;b', 'a/b', '{"id":1}', 'gr\u00fcn'])(
    'is replaced where it is no request id: %j',
    async (id) => {
      const answer = await (await telling(behindProxy)).send('/', { headers: { 'x-request-id': id } });
      expect(toldBy(answer).requestId).toMatch(uuid);
      expect(answer.headers['x-request-id']).toBe(toldBy(answer).requestId);
    },
  );

  it.each(['x'.repeat(128), 'a', 'trace:1.2-3_4'])('is kept where it is one: %s', async (id) => {
    const answer = await (await telling(behindProxy)).send('/', { headers: { 'x-request-id': id } });
    expect(toldBy(answer).requestId).toBe(id);
  });

  it("leaves a trace without a name to be named after nobody else's id", async () => {
    const ids = { 'x-request-id': '2fe459e0-d3ce-4089-b531-3b0dc7bced86' };
    const { requestId, trace } = toldBy(await (await telling(behindProxy)).send('/', { headers: ids }));
    expect(requestId).toBe(ids['x-request-id']);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(requestId.replaceAll('-', ''));
  });

  it('is replaced by a trace of its own where it is no traceparent', async () => {
    const answer = await (
      await telling(behindProxy)
    ).send('/', { headers: { traceparent: traceparent.toUpperCase() } });
    const { trace } = toldBy(answer);
    expect(trace).toEqual({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/), flags: '01' });
    expect(trace.traceId).not.toBe(traceId);
  });
});

describe('what anyone else says', () => {
  it.each([
    ['without proxies', []],
    ['with proxies elsewhere', ['10.0.0.0/8', 'fd00::/8']],
  ])('is not believed: %s', async (_what, trustedProxies) => {
    const answer = await (await telling({ trustedProxies })).send('/', { headers: inbound });
    const { requestId, trace, budgetMs } = toldBy(answer);
    expect(requestId).toMatch(uuid);
    expect(trace.traceId).not.toBe(traceId);
    expect(budgetMs).toBeGreaterThan(3000);
  });

  it('is not believed for a forwarded address that is trusted', async () => {
    const tiny = await telling({ trustedProxies: ['10.0.0.0/8'] });
    const answer = await tiny.send('/', { headers: { ...inbound, 'x-forwarded-for': '10.0.0.1' } });
    expect(toldBy(answer).requestId).toMatch(uuid);
  });
});

it('is another for every request', async () => {
  const tiny = await telling();
  const [first, second] = [toldBy(await tiny.send('/')), toldBy(await tiny.send('/'))];
  expect(second.requestId).not.toBe(first.requestId);
  expect(second.trace.traceId).not.toBe(first.trace.traceId);
  // Without one from outside, a trace has the digits of its request's id.
  expect(first.trace.traceId).toBe(first.requestId.replaceAll('-', ''));
});

it('leaves what was given up when the answer is out: it may end by itself', async () => {
  const signals: AbortSignal[] = [];
  const tiny = await startTiny((app) => {
    app.get('/', (req, res) => {
      signals.push(requestContext(req).deadline.signal);
      res.json({});
    });
  });
  await tiny.send('/');
  await eventually(() => tiny.log.length > 0);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});

it('cancels all that is under way when the client hangs up', async () => {
  const signals: AbortSignal[] = [];
  const tiny = await startTiny((app) => {
    app.get('/', (req) => {
      signals.push(requestContext(req).deadline.signal);
    });
  });
  const socket = connect(tiny.port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: tiny\r\n\r\n');
  await eventually(() => signals.length > 0);
  expect(signals[0]?.aborted).toBe(false);
  socket.destroy();
  await eventually(() => signals[0]?.aborted === true);
  expect(signals[0]?.reason).toBeInstanceOf(ClientGone);
});

it('is a bug to ask for where nobody started it', () => {
  const app = newApp([]);
  expect(() => requestContext({ app } as never)).toThrow('startRequestContext is missing from the app');
});

it('answers every request with its id, a problem too', async () => {
  const tiny = await telling(behindProxy);
  const answer = await send(tiny.port, '/nowhere', { headers: { 'x-request-id': 'edge-2' } });
  expect([answer.status, answer.headers['x-request-id'], jsonOf(answer)['requestId']]).toEqual([
    404,
    'edge-2',
    'edge-2',
  ]);
});
