import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { askRedis, startRedis, type ProxyFault, type RedisForTests } from '../src/index.ts';

jest.setTimeout(200_000);

let redis: RedisForTests;
const sockets: Socket[] = [];

beforeAll(async () => {
  redis = await startRedis();
  await redis.ask('SET', 'lamp', 'brass');
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await redis.proxy.heal();
});
afterAll(() => redis.stop());

/** A connection that has asked once and was answered. */
async function connected(): Promise<Socket> {
  const socket = connect(redis.proxy.port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if ((await says(socket, 'PING\r\n')) !== '+PONG\r\n') throw new Error('no PONG');
  return socket;
}

/** What comes within 150 ms of a question, and how it ended. */
async function says(socket: Socket, question: string): Promise<string> {
  let answer = '';
  const listen = (bytes: Buffer) => (answer += bytes.toString('latin1'));
  const ended = once(socket, 'close').then(
    () => 'closed',
    (error: unknown) => (error as NodeJS.ErrnoException).code,
  );
  socket.on('data', listen);
  if (question) socket.write(question);
  const end = await Promise.race([ended, wait(150, '')]);
  socket.off('data', listen);
  return answer + (end ?? '');
}

const question = 'GET lamp\r\n';
const answer = '$5\r\nbrass\r\n';
const faults: { fault: ProxyFault; known: string; fresh: string }[] = [
  { fault: { kind: 'hang' }, known: '', fresh: '' },
  { fault: { kind: 'latency', latencyMs: 400 }, known: '', fresh: '' },
  { fault: { kind: 'latency', latencyMs: 1 }, known: answer, fresh: answer },
  { fault: { kind: 'refuse' }, known: 'closed', fresh: 'ECONNREFUSED' },
  { fault: { kind: 'reset' }, known: 'ECONNRESET', fresh: 'ECONNRESET' },
  { fault: { kind: 'garbage' }, known: 'HTTP/1.1 400', fresh: 'HTTP/1.1 400' },
  { fault: { kind: 'truncate', afterBytes: 6 }, known: '$5\r\nbr', fresh: '$5\r\nbr' },
  { fault: { kind: 'truncate', afterBytes: 6, closes: true }, known: '$5\r\nbrclosed', fresh: '$5\r\nbrclosed' },
];

it.each(faults)('plays $fault on connections that are open and on new ones, until it is healed', async (row) => {
  const open = await connected();
  const lost = row.fault.kind === 'refuse' || row.fault.kind === 'reset';
  const heard = lost ? says(open, '') : undefined;
  await redis.proxy.play(row.fault);
  const known = await (heard ?? says(open, question));
  const socket = connect(redis.proxy.port, '127.0.0.1');
  sockets.push(socket);
  const fresh = await says(socket, question);
  expect([known.slice(0, 12), fresh.slice(0, 12)]).toEqual([row.known.slice(0, 12), row.fresh.slice(0, 12)]);
  await redis.proxy.heal();
  expect(await askRedis(redis.url, 'GET', 'lamp')).toBe('brass');
});

it('passes on after a hang what was said during it', async () => {
  const open = await connected();
  await redis.proxy.play({ kind: 'hang' });
  expect(await says(open, question)).toBe('');
  const heard = once(open, 'data');
  await redis.proxy.heal();
  const [bytes] = (await heard) as [Buffer];
  expect(bytes.toString()).toBe(answer);
});

it('counts connections', async () => {
  await wait(50);
  const before = redis.proxy.connections();
  const open = await connected();
  expect(redis.proxy.connections()).toEqual({ accepted: before.accepted + 1, open: before.open + 1 });
  open.destroy();
  await wait(50);
  expect(redis.proxy.connections()).toEqual({ accepted: before.accepted + 1, open: before.open });
});
