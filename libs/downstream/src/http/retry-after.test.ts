import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-03-01T12:00:00.000Z');

describe('Retry-After', () => {
  it.each([
    ['seconds', '7', 7000],
    ['no time at all', '0', 0],
    ['seconds with a zero before them', '007', 7000],
    ['a date to come', 'Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['a date that is past: no time at all', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['a date as RFC 850 wrote it', 'Sunday, 01-Mar-26 12:01:00 GMT', 60_000],
  ])('says %s with "%s"', (_what, value, ms) => {
    expect(retryAfterMs(value, now)).toBe(ms);
  });

  it.each(['', 'soon', '-1', '1.5', '1e3', '0x10', ' 7', '7 s', '12345678901', '2026-03-01T12:00:30Z', 'GMT'])(
    'says nothing usable with %j',
    (value) => {
      expect(retryAfterMs(value, now)).toBeUndefined();
    },
  );
});
