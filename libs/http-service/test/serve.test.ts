import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { eventually, send } from './tiny.ts';

// Each test starts a process of its own.
jest.setTimeout(20_000);

interface Line {
  level: string;
  msg: string;
  port: number;
  adminPort: number;
  [field: string]: unknown;
}

interface Run {
  child: ChildProcess;
  /** What it has logged so far. */
  log: Line[];
  stderr: () => string;
  /** Its exit code, when it has ended. */
  exit: Promise<unknown>;
}

const runs: Run[] = [];
afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
});

const ordinary = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', PROBLEM_BASE_URL: 'https://problems.example' };

function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'tiny-service.ts'), JSON.stringify(environment)]);
  const log: Line[] = [];
  let [out, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    const lines = (out + String(chunk)).split('\n');
    out = lines.pop() ?? '';
    log.push(...lines.map((line) => JSON.parse(line) as Line));
  });
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const exit = once(child, 'close').then(([code]: unknown[]) => code);
  const running = { child, log, stderr: () => stderr, exit };
  runs.push(running);
  return running;
}

async function startService(changes: Record<string, string> = {}) {
  const running = run({ ...ordinary, ...changes });
  const line = await logged(running, 'ready');
  return { ...running, port: line.port, adminPort: line.adminPort };
}

async function logged({ log }: Pick<Run, 'log'>, msg: string): Promise<Line> {
  const find = () => log.find((line) => line.msg === msg);
  for (let tries = 0; tries < 1000 && find() === undefined; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const line = find();
  if (line === undefined) throw new Error(`never said "${msg}"`);
  return line;
}

const statusOf = (port: number, path: string) =>
  send(port, path).then(
    ({ status }) => status,
    (error: unknown) => (error as NodeJS.ErrnoException).code,
  );

describe('a service that was started', () => {
  it('says where it listens, and is alive and ready', async () => {
    const { port, adminPort, log } = await startService();
    expect(log).toMatchObject([{ msg: 'ready', level: 'info', port, adminPort, version: '1.2.3' }]);
    expect(
      await Promise.all([statusOf(port, '/'), statusOf(adminPort, '/livez'), statusOf(adminPort, '/readyz')]),
    ).toEqual([200, 200, 200]);
  });

  it('keeps connections open between requests', async () => {
    const { port } = await startService();
    expect((await send(port, '/', { headers: { connection: 'keep-alive' } })).headers).toMatchObject({
      connection: 'keep-alive',
      'keep-alive': 'timeout=75, max=10000',
    });
  });

  it.each(['PORT', 'ADMIN_PORT'])('exits 1 and says plainly when its %s is taken', async (name) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exit, log, stderr } = run({ ...ordinary, [name]: String(port) });
    expect(await exit).toBe(1);
    other.close();
    expect(log).toMatchObject([
      { level: 'fatal', msg: 'cannot listen', detail: `listen EADDRINUSE: address already in use 127.0.0.1:${port}` },
    ]);
    expect(stderr() + JSON.stringify(log)).not.toMatch(/\bat .*:\d+/);
  });

  it('exits 1 and lists all that is wrong with its configuration', async () => {
    const { exit, log, stderr } = run({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await exit).toBe(1);
    expect(stderr().trimEnd().split('\n')).toEqual([
      'The configuration is not valid:',
      '  PORT: must be a whole number from 0 to 65535',
      expect.stringMatching(/^ {2}LOG_LEVEL: /),
      '  PROBLEM_BASE_URL: is missing',
    ]);
    expect(log).toEqual([]);
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('a service that gets %s', (signal) => {
  it('finishes what is under way, closes what it stands on and exits 0', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0' });
    const slow = send(service.port, '/slow/600');
    await logged(service, 'slow began');
    service.child.kill(signal);
    expect(await slow).toMatchObject({ status: 200, body: '{"slow":true}' });
    expect(await service.exit).toBe(0);
    // Lines reach the pipe asynchronously: at the very end their order is that of their times only.
    expect(service.log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ msg: 'draining', why: signal }),
        expect.objectContaining({ msg: 'request', path: '/slow/600', status: 200, aborted: false }),
        expect.objectContaining({ msg: 'closed what the app stands on' }),
        expect.objectContaining({ msg: 'stopped', clean: true }),
      ]),
    );
  });
});

describe('a service', () => {
  it.each([
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'invalid-request'],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n', 400, 'invalid-request'],
    ['no Host in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 200, undefined],
    [
      'an expectation unheard of',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      200,
      undefined,
    ],
  ])('given %s says so in its own words', async (_what, sent, status, code) => {
    const service = await startService();
    const socket = connect(service.port, '127.0.0.1', () => socket.write(sent));
    const received = await text(socket);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.[01] ${status} `));
    expect(received).toContain('x-request-id: ');
    expect(/"code":"([^"]*)"/.exec(received)?.[1]).toBe(code);
  });
});

describe('a service that drains', () => {
  it('is told to stop a second time, and still finishes what is under way', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0' });
    const slow = send(service.port, '/slow/600');
    await logged(service, 'slow began');
    service.child.kill('SIGTERM');
    await logged(service, 'draining');
    service.child.kill('SIGTERM');
    expect(await slow).toMatchObject({ status: 200 });
    expect(await service.exit).toBe(0);
  });

  it('is not ready but still answers until the edge has noticed, and asks for no further request', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '2000' });
    service.child.kill('SIGTERM');
    await logged(service, 'draining');
    expect([await statusOf(service.adminPort, '/readyz'), await statusOf(service.adminPort, '/livez')]).toEqual([
      503, 200,
    ]);
    const answer = await send(service.port, '/', { headers: { connection: 'keep-alive' } });
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
    expect(await service.exit).toBe(0);
  });

  it('asks for no further request after one with an expectation unheard of either', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '2000' });
    service.child.kill('SIGTERM');
    await logged(service, 'draining');
    const answer = await send(service.port, '/', { headers: { connection: 'keep-alive', expect: 'tea' } });
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
  });

  it('exits 1 where what the app stands on cannot be closed', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0', CLOSE: 'fails' });
    service.child.kill('SIGTERM');
    expect(await service.exit).toBe(1);
    expect(await logged(service, 'could not close what the app stands on')).toMatchObject({
      err: { message: 'it does not close' },
    });
  });

  it('refuses new connections after that, while what is under way goes on', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0' });
    const slow = send(service.port, '/slow/3000');
    await logged(service, 'slow began');
    service.child.kill('SIGTERM');
    await logged(service, 'draining');
    while ((await statusOf(service.port, '/')) === 200);
    expect(await statusOf(service.port, '/')).toBe('ECONNREFUSED');
    expect((await slow).status).toBe(200);
    expect(await service.exit).toBe(0);
  });

  it('does not wait for idle connections', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0' });
    const agent = new Agent({ keepAlive: true });
    const [answer] = (await once(get({ host: '127.0.0.1', port: service.port, path: '/', agent }), 'response')) as [
      IncomingMessage,
    ];
    await text(answer);
    const startedAt = performance.now();
    service.child.kill('SIGTERM');
    expect(await service.exit).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    agent.destroy();
  });

  it('does not wait for a connection on which nothing ever came', async () => {
    // Nothing else ends it before this test does.
    const patient = { HEADERS_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000', READER_TIMEOUT_MS: '60000' };
    const service = await startService({ ...patient, DRAIN_DELAY_MS: '0', SHUTDOWN_GRACE_MS: '60000' });
    const silent = connect({ host: '127.0.0.1', port: service.port });
    silent.on('error', () => undefined);
    await once(silent, 'connect');
    expect(await statusOf(service.port, '/')).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.exit).toBe(0);
    expect(await logged(service, 'stopped')).toMatchObject({ clean: true });
    silent.destroy();
  });

  it('cuts off what outlasts the grace, and exits 1', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0', SHUTDOWN_GRACE_MS: '300' });
    const slow = statusOf(service.port, '/slow/60000');
    await logged(service, 'slow began');
    service.child.kill('SIGTERM');
    expect(await slow).toBe('ECONNRESET');
    expect(await service.exit).toBe(1);
    expect(await logged(service, 'stopped')).toMatchObject({ clean: false });
  });
});

describe('a bug that escapes', () => {
  it('is logged with its stack; what is under way finishes, then it exits 1', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '0' });
    const slow = send(service.port, '/slow/600');
    await logged(service, 'slow began');
    await statusOf(service.port, '/bug');
    expect(await logged(service, 'a bug escaped')).toMatchObject({
      level: 'fatal',
      err: { type: 'TypeError', message: 'a bug of ours', stack: expect.stringContaining('tiny-service.ts') },
    });
    expect((await slow).status).toBe(200);
    expect(await service.exit).toBe(1);
  });

  it('again and again cuts nothing off either', async () => {
    const service = await startService({ DRAIN_DELAY_MS: '2000' });
    const slow = send(service.port, '/slow/1000');
    await logged(service, 'slow began');
    for (let n = 0; n < 4; n += 1) await statusOf(service.port, '/bug');
    expect((await slow).status).toBe(200);
    await eventually(() => service.log.filter(({ msg }) => msg === 'a bug escaped').length === 4);
    expect(await service.exit).toBe(1);
  });
});
