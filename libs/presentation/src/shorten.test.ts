import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shorten } from './shorten.ts';

it('leaves a text alone that fits', () => {
  expect(shorten('A lamp.', { characters: 7 })).toBe('A lamp.');
});

it('folds white space into one line', () => {
  expect(shorten(' A\n  lamp\t. ', { characters: 20 })).toBe('A lamp .');
});

it('cuts between words and says so', () => {
  expect(shorten('A brass lamp for reading at night', { characters: 22 })).toBe('A brass lamp for…');
});

it('keeps a word that ends just where the text is cut', () => {
  expect(shorten('A brass lamp for reading', { characters: 13 })).toBe('A brass lamp…');
});

it('cuts text without spaces between characters', () => {
  expect(shorten('真鍮の読書灯は夜に優しい', { characters: 6 })).toBe('真鍮の読書…');
});

it('never cuts inside a character that is made of several', () => {
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', { characters: 13 })).toBe('👩‍👩‍👧‍👦…');
});

it('keeps to a limit in bytes as well', () => {
  expect(shorten('真鍮の読書灯', { characters: 200, bytes: 12 })).toBe('真鍮の…');
});

it('is within its limits for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (text, characters) => {
      const short = shorten(text, { characters, bytes: 400 });
      expect(short.length).toBeLessThanOrEqual(Math.max(characters, 1));
      expect(Buffer.byteLength(short)).toBeLessThanOrEqual(400);
    }),
  );
});
