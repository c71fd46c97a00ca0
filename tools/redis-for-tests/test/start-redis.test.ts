import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { askRedis, startRedis, type RedisForTests } from '../src/index.ts';

// Where there is no Redis yet, the first start installs one.
jest.setTimeout(200_000);

const running: RedisForTests[] = [];

async function start(given?: string): Promise<RedisForTests> {
  const redis = await startRedis(given);
  running.push(redis);
  return redis;
}

afterEach(async () => {
  // The last first: it may live in a database of one before.
  for (const redis of running.splice(0).reverse()) await redis.stop();
});

describe.each(['of its own', 'that was given'])('a Redis %s', (kind) => {
  let server: RedisForTests | undefined;
  let given: string | undefined;

  beforeAll(async () => {
    if (kind === 'of its own') return;
    server = await startRedis();
    given = server.serverUrl;
  });
  afterAll(() => server?.stop());

  it('keeps what it is told, and shares it with nobody else', async () => {
    const [one, other] = await Promise.all([start(given), start(given)]);
    await one.ask('SET', 'lamp', 'brass');
    expect(await askRedis(one.url, 'GET', 'lamp')).toBe('brass');
    expect(await askRedis(one.serverUrl, 'GET', 'lamp')).toBe('brass');
    expect(await askRedis(other.url, 'GET', 'lamp')).toBeNull();
  });

  it('says nothing while it is paused, and answers what was asked meanwhile when it is resumed', async () => {
    const redis = await start(given);
    await redis.pause();
    const asked = askRedis(redis.url, 'PING');
    expect(await Promise.race([asked, wait(150, 'silence')])).toBe('silence');
    await redis.resume();
    expect(await asked).toBe('PONG');
  });

  it('refuses connections once it is killed, and comes back empty at the same address', async () => {
    const redis = await start(given);
    await redis.ask('SET', 'lamp', 'brass');
    await redis.kill();
    await expect(askRedis(redis.url, 'PING')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await redis.restart();
    expect(await askRedis(redis.url, 'GET', 'lamp')).toBeNull();
  });
});

it('leaves a given database empty', async () => {
  const given = await start();
  const redis = await startRedis(given.serverUrl);
  await redis.ask('SET', 'lamp', 'brass');
  expect(await given.ask('INFO', 'keyspace')).toContain('db1:keys=2');
  await redis.stop();
  expect(await given.ask('INFO', 'keyspace')).not.toContain('db1');
});

it('takes no given database that holds something', async () => {
  const given = await start();
  await askRedis(`${given.serverUrl}/1`, 'SET', 'precious', 'yes');
  const redis = await start(given.serverUrl);
  expect(new URL(redis.serverUrl).pathname).toBe('/2');
});

it('tells a refusal of Redis from an answer', async () => {
  const redis = await start();
  await redis.ask('SET', 'lamp', 'brass');
  await expect(redis.ask('LPUSH', 'lamp', 'x')).rejects.toThrow(/^WRONGTYPE/);
  expect(await redis.ask('CONFIG', 'GET', 'save')).toEqual(['save', '']);
});

it('ends with the process that started it, even if that is killed', async () => {
  const script = `
    import { startRedis } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)};
    process.stdout.write((await startRedis('')).serverUrl + '\\n');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [serverUrl] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(await askRedis(serverUrl, 'PING')).toBe('PONG');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await wait(300);
  await expect(askRedis(serverUrl, 'PING')).rejects.toThrow();
});
