import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdminServer, type Readiness } from '../src/admin.ts';
import { createTelemetry } from '../src/index.ts';
import { collectingLogger } from './log-lines.ts';
import { jsonOf, send } from './tiny.ts';

let server: Server;
let readiness: Readiness;
const { logger } = collectingLogger();
const telemetry = createTelemetry({ downstreams: ['catalog', 'pricing'], logger, measure: true });

beforeEach(async () => {
  readiness = { listening: true, draining: false };
  server = createAdminServer({ name: 'tiny', version: '1.2.3', commit: 'abc1234', readiness, telemetry });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const get = (path: string) => send((server.address() as AddressInfo).port, path);

it.each([
  ['listening', { listening: true, draining: false }, 200],
  ['not listening yet', { listening: false, draining: false }, 503],
  ['draining', { listening: true, draining: true }, 503],
])('is ready or not: %s', async (_when, state, status) => {
  Object.assign(readiness, state);
  expect((await get('/readyz')).status).toBe(status);
});

it.each([
  { listening: false, draining: false },
  { listening: true, draining: true },
])('is alive and tells its status in any state: %j', async (state) => {
  Object.assign(readiness, state);
  expect((await get('/livez')).status).toBe(200);
  const status = await get('/status');
  expect([status.status, jsonOf(status)]).toEqual([200, expect.objectContaining(state)]);
});

it('stays ready when every service is gone: a shared fault would take every instance out', async () => {
  for (const downstream of ['catalog', 'pricing']) {
    telemetry.onCall({ requestId: 'r', downstream, operation: 'get', outcome: 'unavailable', durationMs: 1 });
  }
  expect((await get('/readyz')).status).toBe(200);
});

it('tells in its status who it is, since when, and each service as it was last seen', async () => {
  telemetry.onCall({ requestId: 'r', downstream: 'catalog', operation: 'get', outcome: 'ok', durationMs: 1 });
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(jsonOf(await get('/status'))).toMatchObject({
    name: 'tiny',
    version: '1.2.3',
    commit: 'abc1234',
    startedAt: time,
    downstreams: { catalog: { outcome: 'ok', at: time } },
  });
});

it('has metrics in the text format of Prometheus', async () => {
  const answer = await get('/metrics');
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4');
  expect(answer.body).toMatch(/^# TYPE http_request_duration_seconds histogram$/m);
});

it.each(['/', '/nothing', '/livez/', '/__proto__', '/toString', '//livez'])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('looks at the path alone, and is never to be kept', async () => {
  const answer = await get('/livez?verbose=1');
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
});
