import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apiKeyId, createApiKey, hashApiKey } from './api-key.ts';

const made = Array.from({ length: 200 }, createApiKey);
const pepper = Buffer.alloc(32, 'pepper');

it('makes keys of one form, no two alike, whose id can be read from them', () => {
  for (const { id, key } of made) {
    expect(key).toMatch(/^pk_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
    expect(apiKeyId(key)).toBe(id);
  }
  expect(new Set(made.flatMap(({ id, key }) => [id, key, key.slice(21, 64)])).size).toBe(3 * made.length);
});

it('reads no id from a key of which one digit is another, or two have changed places', () => {
  const digit = fc.stringMatching(/^[0-9A-Za-z]$/);
  fc.assert(
    fc.property(fc.constantFrom(...made), fc.integer({ min: 0, max: 69 }), digit, ({ key }, at, other) => {
      const changed = key.slice(0, at) + other + key.slice(at + 1);
      expect(apiKeyId(changed) === undefined).toBe(changed !== key);
      const swapped = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
      expect(apiKeyId(swapped) === undefined).toBe(swapped !== key);
    }),
  );
});

it.each(['', 'pk_live_', 'pk_live__', `pk_live_${'0'.repeat(12)}_${'0'.repeat(49)}`, '\0', 'pk_live_'.repeat(9)])(
  'reads no id from %j',
  (text) => expect(apiKeyId(text)).toBeUndefined(),
);

it('hashes a key to 256 bits, to others with another pepper', () => {
  const [{ key }, other] = [made[0]!, Buffer.alloc(32, 'other')];
  expect(hashApiKey(key, pepper)).toHaveLength(32);
  expect(hashApiKey(key, pepper)).toEqual(hashApiKey(key, pepper));
  expect(hashApiKey(key, pepper)).not.toEqual(hashApiKey(key, other));
});
