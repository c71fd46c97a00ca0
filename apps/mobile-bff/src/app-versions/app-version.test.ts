import { describe, expect, it } from '@jest/globals';
import { parseAppVersion } from './app-version.ts';

describe('a version', () => {
  it.each([
    ['1.0', '1.0', '1.0.0', undefined],
    ['1.0.0', '1.0', '1.0.0', undefined],
    ['2.10.3', '2.10', '2.10.3', undefined],
    ['2.1+4711', '2.1', '2.1.0', '4711'],
    ['2.1.0+4711.beta-2', '2.1', '2.1.0', '4711.beta-2'],
    ['99999.99999.99999', '99999.99999', '99999.99999.99999', undefined],
  ])('%s is of the release %s, in full %s, of the build %p', (text, release, name, build) => {
    expect(parseAppVersion(text)).toMatchObject({ release, name, build });
  });

  it.each([
    ...[
      '',
      '1',
      '1.',
      '.1',
      '1.0.',
      '1.0.0.0',
      'v1.0',
      '1.0-beta',
      '1.0.0-rc.1',
      '01.0',
      '1.00',
      '1.0+',
      '1.0+a+b',
      '1.0 ',
    ],
    ...[
      '1,0',
      '-1.0',
      '1.-1',
      '1e1.0',
      '0x1.0',
      '１.０',
      '1.0+ü',
      '1.0\n',
      '100000.0',
      `1.0+${'a'.repeat(33)}`,
      '1.0, 1.0',
    ],
  ])('%j is none', (text) => {
    expect(parseAppVersion(text)).toBeUndefined();
  });

  it('comes after another by its numbers, not by its letters, and a build counts for nothing', () => {
    const texts = ['0.0', '0.0.1', '0.1', '0.99999.99999', '1.0', '1.2', '1.9.9', '1.10', '2.0', '10.0', '99999.0'];
    const orders = texts.map((text) => parseAppVersion(text)?.order ?? NaN);
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
    expect(new Set(orders).size).toBe(texts.length);
    expect(Number.isSafeInteger(parseAppVersion('99999.99999.99999')?.order)).toBe(true);
    expect(parseAppVersion('1.2+2')?.order).toBe(parseAppVersion('1.2.0+1')?.order);
  });
});
