import { afterAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMain, startMain } from './run-main.ts';
import { get, put } from './speak.ts';

const folder = mkdtempSync(join(tmpdir(), 'downstreams-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

afterAll(() => rmSync(folder, { recursive: true }));

it('starts all five, says where each is ready, and ends cleanly on SIGTERM', async () => {
  const { lines, urls, stop } = await startMain(5, '--port-base', '0');
  expect(lines).toEqual(
    ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'].map((name) =>
      expect.stringMatching(new RegExp(`^${name} is ready at http://127\\.0\\.0\\.1:\\d+$`)),
    ),
  );
  for (const url of urls) expect((await get(`${url}/livez`)).status).toBe(200);
  const startedAt = performance.now();
  expect(await stop('SIGTERM')).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

it('ends cleanly on SIGINT in the middle of answers', async () => {
  const { urls, stop } = await startMain(1, '--service', 'reviews', '--port', '0', '--faults');
  await put(`${urls[0]}/__faults`, { kind: 'hang' });
  const cut = expect(fetch(`${urls[0]}/summaries?ids=a`)).rejects.toThrow('fetch failed');
  while (((await (await fetch(`${urls[0]}/__stats`)).json()) as { inFlight: number }).inFlight === 0);
  expect(await stop('SIGINT')).toBe(0);
  await cut;
});

it('lets faults be scripted only where it is told to', async () => {
  const plain = await startMain(1, '--service', 'pricing', '--port', '0');
  expect((await get(`${plain.urls[0]}/__stats`)).status).toBe(404);
  await plain.stop('SIGTERM');
  const scripted = await startMain(1, '--service', 'pricing', '--port', '0', '--faults');
  expect(scripted.lines[0]).toContain('faults can be scripted');
  expect((await get(`${scripted.urls[0]}/__stats`)).status).toBe(200);
  await scripted.stop('SIGTERM');
});

it('has as many products as asked for', async () => {
  const { urls, stop } = await startMain(1, '--service', 'catalog', '--port', '0', '--products', '250');
  const counts = [];
  let path = '/products';
  for (;;) {
    const { items, nextCursor } = (await get(`${urls[0]}${path}`)).body;
    counts.push(items.length);
    if (nextCursor === null) break;
    path = `/products?cursor=${nextCursor}`;
  }
  expect(counts).toEqual([100, 100, 50]);
  await stop('SIGTERM');
});

it('keeps what was written, and how far the feed was, in the data file', async () => {
  const options = ['--service', 'inventory', '--port', '0', '--data', join(folder, 'data.sqlite')];
  const first = await startMain(1, ...options, '--products', '10');
  await put(`${first.urls[0]}/stock/new`, { status: 'low_stock', quantity: 3 });
  await first.stop('SIGKILL');
  const second = await startMain(1, ...options, '--products', '20');
  expect((await get(`${second.urls[0]}/stock/new`)).body).toMatchObject({ quantity: 3, version: 1 });
  expect((await get(`${second.urls[0]}/changes?since=1`)).body).toMatchObject({ changes: [], nextSequence: 1 });
  await second.stop('SIGTERM');
});

it('keeps all five services in one data file', async () => {
  const options = ['--port-base', '0', '--data', join(folder, 'all.sqlite')];
  const first = await startMain(5, ...options);
  await put(`${first.urls[0]}/products/new`, { name: 'New' });
  await first.stop('SIGTERM');
  const second = await startMain(5, ...options);
  expect((await get(`${second.urls[0]}/products/new`)).status).toBe(200);
  await second.stop('SIGTERM');
});

it('shows its options and ends', async () => {
  const { code, stdout, stderr } = await runMain('--help');
  expect([code, stderr]).toEqual([0, '']);
  for (const option of [
    'service',
    'port',
    'port-base',
    'host',
    'faults',
    'require-auth',
    'audience',
    'products',
    'catalogue',
    'data',
  ]) {
    expect(stdout).toContain(`--${option}`);
  }
});

it.each([
  [['--sevice', 'catalog'], '--sevice'],
  [['--service', 'basket'], '"basket"'],
  [['--service', 'catalog', '--port', 'http'], '"http"'],
  [['--service', 'catalog', '--port', '70000'], '"70000"'],
  [['--port', '4001'], '--port-base'],
  [['--require-auth', 'https://issuer.example'], '--audience'],
  [['--audience', 'services'], '--require-auth'],
  [['--require-auth', 'issuer', '--audience', 'services'], '"issuer"'],
  [['--products', '0'], '"0"'],
  [['--products', '1e3'], '"1e3"'],
  [['--catalogue', join(folder, 'missing.json')], 'missing.json'],
  [['--catalogue', file('broken.json', '{"products": [')], 'broken.json'],
  [['--data', file('not-a-database', 'x'.repeat(5000))], 'not-a-database'],
  [['--data', join(folder, 'no/such/folder')], 'no/such/folder'],
  [['surplus'], 'surplus'],
])('says plainly what is wrong with %j, and fails', async (options, what) => {
  const { code, stdout, stderr } = await runMain(...options);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(what);
  expect(stderr).not.toMatch(/^\s+at /m);
});

it('says plainly that a port is taken, and fails', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await runMain('--service', 'pricing', '--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`127.0.0.1:${port}`);
  expect(stderr).not.toMatch(/^\s+at /m);
});
