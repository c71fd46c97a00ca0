import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchPartners } from './partner-registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'partners-'));
const file = join(folder, 'partners.json');
const partner = (client: string) => ({
  ...{ id: 'acme', name: 'Acme', priceList: 'public', catalogue: 'all', scopes: [], keys: [] },
  ...{ quota: { units: 10, windowS: 1 }, clients: [client] },
});
const write = (client: string) => writeFileSync(file, JSON.stringify({ partners: [partner(client)] }));

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick'] }));
afterEach(() => {
  jest.useRealTimers();
  rmSync(folder, { recursive: true });
});

it('keeps the last good version where the file is gone or leads to itself, says why once, and takes over the next', () => {
  write('first');
  const seen: object[] = [];
  const registry = watchPartners({ file, onReload: (what) => seen.push(what) });
  rmSync(file);
  jest.advanceTimersByTime(3000);
  expect(seen).toEqual([{ fault: 'the file cannot be read (ENOENT)' }]);
  symlinkSync('partners.json', file);
  jest.advanceTimersByTime(3000);
  expect(seen.slice(1)).toEqual([{ fault: 'the file cannot be read (ELOOP)' }]);
  expect(registry.byClient('first')).toMatchObject({ subject: 'partner:acme' });
  rmSync(file);
  write('second');
  jest.advanceTimersByTime(1000);
  expect(seen.slice(2)).toEqual([{ partners: 1 }]);
  expect([registry.byClient('first'), registry.byClient('second')?.subject]).toEqual([undefined, 'partner:acme']);
  registry.close();
});
