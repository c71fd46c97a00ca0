import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { hashApiKey, readPartners, type Partner } from '@product-bffs/auth';

const main = join(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'partners-'));
const file = join(folder, 'partners.json');
const pepper = randomBytes(32);
const DAY_MS = 86_400_000;

const acme = {
  id: 'acme',
  name: 'Acme',
  priceList: 'trade',
  catalogue: { brands: ['pellam'] },
  scopes: ['products:read'],
  quota: { units: 600, windowS: 60 },
  clients: ['acme'],
  keys: [],
} satisfies Partner;

beforeEach(() => writeFileSync(file, JSON.stringify({ partners: [acme, { ...acme, id: 'globex', clients: [] }] })));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function partners(args: string, environment: Record<string, string> = { API_KEY_PEPPER: pepper.toString('base64') }) {
  const words = args.replace('FILE', file).split(' ').filter(Boolean);
  return new Promise<Ended>((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', main, ...words];
    execFile(process.execPath, node, { env: environment }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const keysOf = (id: string) => readPartners(file).find((partner) => partner.id === id)?.keys ?? [];
const idOf = (key: string) => key.split('_')[2];

it('makes a key, prints it once and alone, and keeps its hash', async () => {
  const { code, stdout, stderr } = await partners('make --file FILE --partner acme --expires 2099-01-31');
  const key = stdout.trimEnd();
  expect({ code, key }).toEqual({ code: 0, key: expect.stringMatching(/^pk_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/) });
  const hash = hashApiKey(key, pepper).toString('base64url');
  expect(keysOf('acme')).toEqual([
    { id: idOf(key), hash, createdAt: expect.any(String), expiresAt: '2099-01-31T00:00:00.000Z' },
  ]);
  expect(stderr).not.toContain(key);
  expect(readFileSync(file, 'utf8')).not.toContain(key);
  expect(keysOf('globex')).toEqual([]);
});

it('lists ids and lifetimes, and neither keys nor hashes', async () => {
  const { stdout: key } = await partners('make --file FILE --partner acme');
  const { code, stdout } = await partners('list --file FILE', {});
  expect(code).toBe(0);
  expect(stdout).toMatch(/^acme {2}[0-9A-Za-z]{12} {2}made \S+ {2}no end\n$/);
  for (const secret of [key.trim().slice(21), keysOf('acme')[0]?.hash]) expect(stdout).not.toContain(secret);
  expect(await partners('list --file FILE --partner globex', {})).toMatchObject({ code: 0, stdout: 'No keys.\n' });
});

it('rotates: two keys live through the grace, and a third is refused', async () => {
  const first = idOf((await partners('make --file FILE --partner acme')).stdout);
  const second = idOf((await partners('rotate --file FILE --partner acme --grace-days 3')).stdout);
  expect(keysOf('acme').map(({ id }) => id)).toEqual([first, second]);
  const [ending, lasting] = keysOf('acme').map(({ expiresAt }) => expiresAt);
  expect(lasting).toBeNull();
  expect(Math.abs(Date.parse(ending ?? '') - Date.now() - 3 * DAY_MS)).toBeLessThan(60_000);
  const before = readFileSync(file, 'utf8');
  for (const command of ['make', 'rotate']) {
    const refused = await partners(`${command} --file FILE --partner acme`);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(`acme has 2 live keys, ${first} and ${second}`);
  }
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('leaves a key that ends within the grace anyway as it is, and one that has ended goes', async () => {
  const soon = new Date(Date.now() + DAY_MS).toISOString();
  const entry = (id: string, expiresAt: string) => ({ id, hash: 'h'.repeat(43), createdAt: soon, expiresAt });
  const keys = [entry('ended0000000', '2020-01-01T00:00:00.000Z'), entry('ending000000', soon)];
  writeFileSync(file, JSON.stringify({ partners: [{ ...acme, keys }] }));
  await partners('rotate --file FILE --partner acme');
  expect(keysOf('acme').map(({ id, expiresAt }) => [id, expiresAt])).toEqual([
    ['ending000000', soon],
    [expect.any(String), null],
  ]);
});

it('revokes a key', async () => {
  const id = idOf((await partners('make --file FILE --partner acme')).stdout) ?? '';
  expect(await partners(`revoke --file FILE --partner acme --key ${id}`, {})).toMatchObject({ code: 0, stdout: '' });
  expect(keysOf('acme')).toEqual([]);
  const again = await partners(`revoke --file FILE --partner acme --key ${id}`, {});
  expect(again).toMatchObject({ code: 1, stderr: `acme has no key ${id}.\n` });
});

it('replaces the file in one step, keeps who may read it, and leaves nothing beside it', async () => {
  chmodSync(file, 0o640);
  const before = statSync(file).ino;
  await partners('make --file FILE --partner acme');
  expect(statSync(file).ino).not.toBe(before);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['partners.json']);
});

it('loses no key where several are made at once', async () => {
  const made = await Promise.all(['acme', 'globex'].map((id) => partners(`make --file FILE --partner ${id}`)));
  const successes = made.filter(({ code }) => code === 0).length;
  expect(successes).toBeGreaterThan(0);
  expect(keysOf('acme').length + keysOf('globex').length).toBe(successes);
  for (const { code, stderr } of made) if (code !== 0) expect(stderr).toContain('Another command is changing');
});

it('leaves alone what another command has begun as soon as it could', async () => {
  const takeOver = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      rename(from, to);
      fs.writeFileSync(from, 'of another');
    };
    syncBuiltinESMExports();`;
  const environment = {
    API_KEY_PEPPER: pepper.toString('base64'),
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(takeOver)}`,
  };
  expect(await partners('make --file FILE --partner acme', environment)).toMatchObject({ code: 0 });
  expect(readFileSync(`${file}.next`, 'utf8')).toBe('of another');
  rmSync(`${file}.next`);
});

it('shows its options for --help', async () => {
  const { code, stdout } = await partners('--help', {});
  expect(code).toBe(0);
  for (const word of ['make', 'rotate', 'revoke', 'list', '--expires', '--grace-days']) expect(stdout).toContain(word);
});

it.each([
  ['', 2, 'One command of make, rotate, revoke, list has to be given.'],
  ['steal --file FILE', 2, 'One command of'],
  ['make --file FILE', 2, 'make needs --partner.'],
  ['make --partner acme', 2, 'make needs --file.'],
  ['revoke --file FILE --partner acme', 2, 'revoke needs --key.'],
  ['list --file FILE --key abc', 2, 'list takes no --key.'],
  ['make --file FILE --partner acme --expires tomorrow', 2, '--expires has to be a day'],
  ['make --file FILE --partner acme --expires 2027-02-30', 2, '--expires has to be a day'],
  ['make --file FILE --partner acme --expires 2020-01-31', 2, '--expires has to be in the future.'],
  ['rotate --file FILE --partner acme --grace-days -1', 2, "'--grace-days' argument is ambiguous"],
  ['make --file FILE --partner acme --colour red', 2, "Unknown option '--colour'"],
  ['make --file FILE --partner nobody', 1, 'The registry has no partner nobody.'],
  ['make --file /nowhere/partners.json --partner acme', 1, '/nowhere/partners.json: the file cannot be read (ENOENT)'],
])('refuses "%s" with exit code %d and says why', async (args, code, message) => {
  const before = readFileSync(file, 'utf8');
  const refused = await partners(args);
  expect(refused).toMatchObject({ code, stdout: '' });
  expect(refused.stderr).toContain(message);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it.each([{}, { API_KEY_PEPPER: 'c2hvcnQ=' }])('makes no key without a pepper: %j', async (environment) => {
  const { code, stderr } = await partners('make --file FILE --partner acme', environment);
  expect([code, stderr]).toEqual([1, expect.stringContaining('API_KEY_PEPPER has to hold at least 32 bytes')]);
});

it('names every fault of a registry by its path, and changes nothing', async () => {
  const wrong = { ...acme, priceList: 7, quota: { units: 1, windowS: 60 }, surprise: true };
  writeFileSync(file, JSON.stringify({ partners: [wrong] }));
  const { code, stderr } = await partners('make --file FILE --partner acme');
  expect(code).toBe(1);
  for (const path of ['partners.0.priceList', 'partners.0.quota.units', 'partners.0'])
    expect(stderr).toContain(`${path}: `);
});

it('the registry of docker-compose.yml is valid, and holds no key', () => {
  const inCompose = readPartners(join(import.meta.dirname, '../compose/partners.json'));
  expect(inCompose.map(({ id, clients, keys }) => ({ id, clients, keys }))).toEqual([
    { id: 'acme', clients: ['acme'], keys: [] },
    { id: 'globex', clients: ['globex'], keys: [] },
  ]);
});
