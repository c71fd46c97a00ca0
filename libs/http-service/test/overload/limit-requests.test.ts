import { describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { PassThrough } from 'node:stream';
import { limitRequests, problemSchema, requestContext } from '../../src/index.ts';
import { eventually, startTiny, type Answer } from '../tiny.ts';

/** A service with room for so many, whose answers are held back until they are let out. */
async function startGate(room: number) {
  const shed: string[] = [];
  const held: (() => void)[] = [];
  let load = { inFlight: 0, limit: 0 };
  const admit = limitRequests({
    config: { MIN_IN_FLIGHT: 1, MAX_IN_FLIGHT: room },
    telemetry: { onShed: (priority) => shed.push(priority), watch: (watched) => (load = watched) },
    timeoutMs: 400,
    bulk: ['/bulk'],
  });
  const tiny = await startTiny(
    (app) => {
      for (const path of ['/page', '/bulk']) {
        app.get(path, (req, res) => {
          requestContext(req);
          held.push(() => res.json({}));
        });
      }
      app.get('/stored', (_req, res) => {
        res.json({});
      });
    },
    { admit },
  );
  return {
    ...tiny,
    shed,
    load: () => load,
    /** Asks, and waits until the request is under way. */
    async hold(path = '/page', headers: Record<string, string> = {}): Promise<{ answer: Promise<Answer> }> {
      const before = held.length;
      const answer = tiny.send(path, { headers });
      await eventually(() => held.length > before);
      return { answer };
    },
    letOut: () => held.splice(0).forEach((answer) => answer()),
  };
}

it('has room again when a stream begins: it waits for its reader then', async () => {
  let load = { inFlight: 0, limit: 0 };
  const admit = limitRequests({
    config: { MIN_IN_FLIGHT: 1, MAX_IN_FLIGHT: 1 },
    telemetry: { onShed: () => undefined, watch: (watched) => (load = watched) },
    timeoutMs: 400,
  });
  const part = new PassThrough();
  const tiny = await startTiny(
    (app) => {
      app.get('/stream', (req, res) => {
        requestContext(req);
        part.once('begin', () => part.pipe(res));
      });
    },
    { admit },
  );
  const answer = tiny.send('/stream');
  await eventually(() => load.inFlight === 1);
  expect((await tiny.send('/stream')).status).toBe(503);
  part.emit('begin');
  await eventually(() => load.inFlight === 0);
  part.end('all of it');
  expect(await answer).toMatchObject({ status: 200, body: 'all of it' });
  expect(load.inFlight).toBe(0);
});

const prefetch = { 'sec-purpose': 'prefetch;prerender' };

describe('where there is no room', () => {
  it('answers 503 with a problem, at once, and when to come back', async () => {
    const gate = await startGate(1);
    await gate.hold();
    const answer = await gate.send('/page');
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/problem+json' });
    expect(answer.headers['retry-after']).toMatch(/^[123]$/);
    const problem = problemSchema.parse(JSON.parse(answer.body));
    expect(problem).toMatchObject({ code: 'service-unavailable', requestId: answer.headers['x-request-id'] });
    expect(gate.shed).toEqual(['page']);
    gate.letOut();
  });

  it('takes no more than 5 ms for that', async () => {
    const gate = await startGate(1);
    await gate.hold();
    for (let n = 0; n < 200; n += 1) await gate.send('/page');
    const took = gate.observed.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
    // Of the machine's pauses the quickest half knows nothing.
    expect(took[100]).toBeLessThan(5);
    gate.letOut();
  });

  it('does not send all back at the same moment', async () => {
    const gate = await startGate(1);
    await gate.hold();
    const answers = await Promise.all(Array.from({ length: 60 }, () => gate.send('/page')));
    expect(new Set(answers.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['1', '2', '3']));
    gate.letOut();
  });

  it('still sends what nobody has to wait for', async () => {
    const gate = await startGate(1);
    await gate.hold();
    expect((await gate.send('/stored')).status).toBe(200);
    expect((await gate.send('/nothing')).status).toBe(404);
    expect(gate.shed).toEqual([]);
    gate.letOut();
  });

  it('has room again when an answer is out', async () => {
    const gate = await startGate(1);
    const first = await gate.hold();
    gate.letOut();
    expect((await first.answer).status).toBe(200);
    await eventually(() => gate.load().inFlight === 0);
    const second = await gate.hold();
    gate.letOut();
    expect((await second.answer).status).toBe(200);
  });

  it('has room again when a client hangs up', async () => {
    const gate = await startGate(1);
    const sent = request({ host: '127.0.0.1', port: gate.port, path: '/page', agent: false }).on(
      'error',
      () => undefined,
    );
    sent.end();
    await eventually(() => gate.load().inFlight === 1);
    sent.destroy();
    await eventually(() => gate.load().inFlight === 0);
    await gate.hold();
    gate.letOut();
  });
});

it.each([
  ['a prefetch', '/page', prefetch, 'prefetch', 8],
  ['bulk', '/bulk', {}, 'bulk', 5],
] as const)('refuses %s while there is room for page views', async (_what, path, headers, priority, most) => {
  const gate = await startGate(10);
  for (let n = 0; n < most; n += 1) await gate.hold(path, headers);
  expect((await gate.send(path, { headers })).status).toBe(503);
  expect(gate.shed).toEqual([priority]);
  for (let n = most; n < 10; n += 1) await gate.hold();
  expect((await gate.send('/page')).status).toBe(503);
  expect(gate.load()).toMatchObject({ inFlight: 10, limit: 10 });
  gate.letOut();
});
