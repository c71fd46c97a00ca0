import { afterAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { JWK } from 'jose';
import { clientToken, mobileTokens } from '../src/index.ts';

const main = join(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'identity-'));

afterAll(() => rmSync(folder, { recursive: true }));

function start(...options: string[]) {
  const child = spawn(process.execPath, [main, '--port', '0', ...options]);
  return { child, stderr: text(child.stderr), exit: once(child, 'exit') };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'says where it is ready, is silent beyond that, and ends on %s',
  async (signal) => {
    const { child, stderr, exit } = start();
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const issuer = /^identity is ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1] ?? '';
    expect((await fetch(`${issuer}/livez`)).status).toBe(200);
    await mobileTokens(issuer, { username: 'ada' });
    child.kill(signal);
    expect((await exit)[0]).toBe(0);
    expect(await stderr).toBe('');
  },
);

it('writes the key of globex to a file that only its owner may read', async () => {
  const file = join(folder, 'globex.json');
  const { child, exit } = start('--globex-key', file);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const privateJwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await clientToken(line.replace('identity is ready at ', ''), { clientId: 'globex', privateJwk });
  child.kill();
  await exit;
});

it.each([
  [['--port', 'many'], '--port has to be a whole number from 0 to 65535, not "many".\n'],
  [['--host', '192.0.2.1'], /^Cannot listen on 192\.0\.2\.1:0: .*EADDRNOTAVAIL/],
])('ends with 1 and the reason for %j', async (options, reason) => {
  const { stderr, exit } = start(...options);
  expect(await stderr).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
  expect((await exit)[0]).toBe(1);
});

it('lists its options', async () => {
  const { child, exit } = start('--help');
  expect(await text(child.stdout)).toMatch(/^Usage: /);
  expect((await exit)[0]).toBe(0);
});
