import { expect, it } from '@jest/globals';
import { createEvictions } from './evictions.ts';

it('tell what was evicted since a moment, and no more', () => {
  const evictions = createEvictions();
  evictions.add('pricing:lamp');
  const since = evictions.count();
  expect(evictions.hasAny(['pricing:lamp', 'catalog:lamp'], since)).toBe(false);
  evictions.add('catalog:lamp');
  expect(evictions.hasAny(['pricing:lamp'], since)).toBe(false);
  expect(evictions.hasAny(['pricing:lamp', 'catalog:lamp'], since)).toBe(true);
});

it('take everything as evicted after an eviction of everything', () => {
  const evictions = createEvictions();
  const since = evictions.count();
  evictions.add(undefined);
  expect(evictions.hasAny(['pricing:lamp'], since)).toBe(true);
  expect(evictions.hasAny(['pricing:lamp'], evictions.count())).toBe(false);
});

it('remember ten thousand, and take what they forgot as evicted', () => {
  const evictions = createEvictions();
  const since = evictions.count();
  for (let n = 0; n < 10_000; n += 1) evictions.add(`catalog:${n}`);
  expect(evictions.hasAny(['pricing:lamp'], since)).toBe(false);
  evictions.add('catalog:one-more');
  expect(evictions.hasAny(['pricing:lamp'], since)).toBe(true);
  expect(evictions.hasAny(['catalog:0'], since + 1)).toBe(false);
  expect(evictions.hasAny(['catalog:1'], since + 1)).toBe(true);
});
