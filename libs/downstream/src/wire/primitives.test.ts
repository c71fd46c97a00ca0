import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencyCode, knownOr, minorUnits, plainText, timestamp, version } from './primitives.ts';

const bidiControls = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

/** Any text a service may send, with more of what is to be taken out than chance would give. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\0', '\ud800', '\udc00', '\udfff\ud800', '😀', ...Array.from(bidiControls)),
    ),
  )
  .map((parts) => parts.join(''));

describe('plain text', () => {
  it.each([
    ['a plain one', 'A lamp for €5, in "ash" <b> & مصباح', 'A lamp for €5, in "ash" <b> & مصباح'],
    ['bidi controls', `a${bidiControls}b`, 'ab'],
    ['U+0000', 'a\0b', 'ab'],
    ['a high surrogate alone', 'a\ud83db', 'a\ufffdb'],
    ['a low surrogate alone', 'a\ude00b', 'a\ufffdb'],
    ['a pair of surrogates', 'a😀b', 'a😀b'],
    ['surrogates that a control kept apart', '\ud83d\u202e\ude00', '\ufffd\ufffd'],
    ['line breaks and tabs, which are text', 'a\n\tb', 'a\n\tb'],
  ])('reads %s', (_what, text, read) => {
    expect(plainText.parse(text)).toBe(read);
  });

  it('has neither bidi controls nor U+0000 nor a lone surrogate, whatever was sent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = plainText.parse(text);
        expect(read).not.toMatch(/[\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(read.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is the text that was sent but for those', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        fc.pre(!/[\0\p{Bidi_Control}]/u.test(text));
        expect(plainText.parse(text)).toBe(text);
      }),
    );
  });

  it('read once more is the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText.parse(plainText.parse(text))).toBe(plainText.parse(text));
      }),
    );
  });
});

describe('a value of a closed list', () => {
  const status = knownOr(['active', 'discontinued']);

  it.each([
    ['active', 'active'],
    ['discontinued', 'discontinued'],
    ['paused', 'unknown'],
    ['ACTIVE', 'unknown'],
    ['unknown', 'unknown'],
    ['', 'unknown'],
    ['toString', 'unknown'],
  ])('%j is read as %j', (sent, read) => {
    expect(status.parse(sent)).toBe(read);
  });

  it.each([undefined, null, 1, {}, ['active']])('is never %j', (sent) => {
    expect(status.safeParse(sent).success).toBe(false);
  });
});

describe('a simple value', () => {
  it.each([
    ['money', minorUnits, 0],
    ['money', minorUnits, Number.MAX_SAFE_INTEGER],
    ['a version', version, 7],
    ['a currency', currencyCode, 'GBP'],
    ['a time', timestamp, '2026-03-01T12:00:00Z'],
    ['a time', timestamp, '2026-03-01T12:00:00.123456Z'],
  ])('of %s takes a good one (%#)', (_what, schema, value) => {
    expect(schema.parse(value)).toBe(value);
  });

  it.each([
    ['money', minorUnits, -1],
    ['money', minorUnits, 12.5],
    ['money', minorUnits, Number.MAX_SAFE_INTEGER + 1],
    ['money', minorUnits, '100'],
    ['a version', version, -1],
    ['a currency', currencyCode, 'gbp'],
    ['a currency', currencyCode, 'GBPS'],
    ['a time', timestamp, '2026-03-01T12:00:00+01:00'],
    ['a time', timestamp, '2026-03-01'],
    ['a time', timestamp, '2026-02-30T12:00:00Z'],
  ])('of %s refuses a bad one (%#)', (_what, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
