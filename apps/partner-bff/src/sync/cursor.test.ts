import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Problem } from '@product-bffs/http-service';
import { createCursors, type CursorScope, type Place } from './cursor.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });
const scope: CursorScope = {
  kind: 'changes',
  version: '2026-10',
  partnerId: 'acme',
  locale: 'en-GB',
  currency: 'GBP',
};
const place: Place = { after: null, positions: [1, 2, 3] };
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Problem).code;
  }
};

it('is encrypted by the first key and read by all, so that keys can be replaced', () => {
  const [old, next] = [key('old'), key('next')];
  const before = createCursors([old]).write(scope, 'r1', place);
  const rotated = createCursors([next, old]);
  expect(rotated.read(before, 'since', scope, 'r1')).toMatchObject(place);
  const after = rotated.write(scope, 'r1', place);
  expect(after.startsWith('next.')).toBe(true);
  expect(codeOf(() => createCursors([old]).read(after, 'since', scope, 'r1'))).toBe('cursor-invalid');
});

it('of a key with the same name and other bytes is none', () => {
  const text = createCursors([key('one')]).write(scope, 'r1', place);
  expect(codeOf(() => createCursors([key('one')]).read(text, 'since', scope, 'r1'))).toBe('cursor-invalid');
});

it('says nothing of where it leads or whose it is, in any coding of its bytes', () => {
  const text = createCursors([key('one')]).write(scope, 'revision', { after: 'secret-lamp', positions: null });
  const bytes = text.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  expect([text, ...bytes].join(' ')).not.toMatch(/secret|acme|2026-10|en-GB|revision/);
});

it('with any other character is none', () => {
  const cursors = createCursors([key('one')]);
  const text = cursors.write(scope, 'r1', place);
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === 'A' ? 'B' : 'A';
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    expect(codeOf(() => cursors.read(changed, 'since', scope, 'r1'))).toBe('cursor-invalid');
  }
  for (const changed of [text.slice(0, -1), `${text}A`, `${text}.A`, 'one.', 'one.AAAA', `one.${'A'.repeat(40)}`]) {
    expect(codeOf(() => cursors.read(changed, 'since', scope, 'r1'))).toBe('cursor-invalid');
  }
});

it('is the same for the same place', () => {
  const cursors = createCursors([key('one')]);
  expect(cursors.write(scope, 'r1', place)).toBe(cursors.write(scope, 'r1', place));
});

it('has ended with the revision it was written for, and says nothing of that to others', () => {
  const cursors = createCursors([key('one')]);
  const text = cursors.write(scope, 'r1', place);
  expect(codeOf(() => cursors.read(text, 'since', scope, 'r2'))).toBe('cursor-expired');
  expect(codeOf(() => cursors.read(text, 'since', { ...scope, partnerId: 'globex' }, 'r2'))).toBe('cursor-invalid');
});

it('stays within its length for the longest of everything', () => {
  const longest = { ...scope, partnerId: 'p'.repeat(64) };
  const far: Place = { after: 'c'.repeat(200), positions: [1e15, 1e15, 1e15] };
  const cursors = createCursors([key('k'.repeat(32))]);
  const text = cursors.write(longest, 'r'.repeat(43), far);
  expect(cursors.read(text, 'since', longest, 'r'.repeat(43))).toMatchObject(far);
});
