import { expect, it } from '@jest/globals';
import { decimalAmount, formatMoney } from './money.ts';

it.each([
  [123456, 'GBP', 'en-GB', '£1,234.56'],
  [123456, 'EUR', 'de-DE', '1.234,56\u00a0€'],
  [123456, 'EUR', 'fr-FR', '1\u202f234,56\u00a0€'],
  [123456, 'JPY', 'ja-JP', '￥123,456'],
  [123456, 'JPY', 'en-GB', 'JP¥123,456'],
  [50, 'GBP', 'en-GB', '£0.50'],
  [9007199254740991, 'GBP', 'en-GB', '£90,071,992,547,409.91'],
])('formats %d %s for %s as %s', (minor, currency, locale, text) => {
  expect(formatMoney(minor, currency, locale)).toBe(text);
});

it('formats for ar-EG in Arabic digits', () => {
  expect(formatMoney(123456, 'GBP', 'ar-EG')).toContain('١٬٢٣٤٫٥٦');
});

it.each([
  [123456, 'GBP', '1234.56'],
  [5, 'GBP', '0.05'],
  [0, 'EUR', '0.00'],
  [123456, 'JPY', '123456'],
])('writes %d %s as the decimal %s', (minor, currency, text) => {
  expect(decimalAmount(minor, currency)).toBe(text);
});
