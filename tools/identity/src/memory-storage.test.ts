import { expect, it } from '@jest/globals';
import { MemoryStorage } from './memory-storage.ts';

const payload = { accountId: 'ada', grantId: 'a-grant' };

function storageWithClock() {
  const clock = { nowMs: 0 };
  return { clock, storage: new MemoryStorage(() => clock.nowMs) };
}

it('finds what it was given until that has expired', async () => {
  const { clock, storage } = storageWithClock();
  const sessions = storage.adapterOf('Session');
  await sessions.upsert('one', payload, 10);
  clock.nowMs = 9_999;
  expect([await sessions.find('one'), storage.sessionsOf('ada')]).toEqual([payload, [payload]]);
  clock.nowMs = 10_000;
  expect([await sessions.find('one'), storage.sessionsOf('ada')]).toEqual([undefined, []]);
});

it('gives up the memory of what has expired', async () => {
  const { clock, storage } = storageWithClock();
  const codes = storage.adapterOf('AuthorizationCode');
  await codes.upsert('short', payload, 1);
  await codes.upsert('long', payload, 100);
  clock.nowMs = 50_000;
  for (let write = 0; write < 1000; write += 1) await codes.upsert('other', payload, 1);
  // Only what is really gone stays away when time is turned back.
  clock.nowMs = 0;
  expect([await codes.find('short'), await codes.find('long')]).toEqual([undefined, payload]);
});

it('keeps models apart', async () => {
  const { storage } = storageWithClock();
  await storage.adapterOf('Session').upsert('one', payload, 10);
  expect(await storage.adapterOf('Grant').find('one')).toBeUndefined();
});

it('takes back all that came of a grant, and nothing else', async () => {
  const { storage } = storageWithClock();
  const tokens = storage.adapterOf('RefreshToken');
  await tokens.upsert('first', payload, 10);
  await tokens.upsert('second', { ...payload, grantId: 'another' }, 10);
  await storage.adapterOf('AuthorizationCode').revokeByGrantId('a-grant');
  expect([await tokens.find('first'), (await tokens.find('second'))?.grantId]).toEqual([undefined, 'another']);
});
