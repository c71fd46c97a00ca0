import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readAppVersions } from '../src/app-versions/policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ios = {
  minimum: '1.2',
  recommended: { version: '2.0.1', since: '2026-09-01' },
  blocked: ['1.3.0+4711', '1.4'],
  releases: ['1.2', '2.0'],
  store: 'https://store.example/ios',
};

function written(policy: unknown): string {
  const file = join(folder, 'app-versions.json');
  writeFileSync(file, typeof policy === 'string' ? policy : JSON.stringify(policy));
  return file;
}

describe('a policy of app versions', () => {
  it('comes with the build', () => {
    expect(readAppVersions(undefined).ios.minimum.name).toBe('1.0.0');
  });

  it('is what the file says', () => {
    const policy = readAppVersions(written({ ios, android: { ...ios, minimum: '1.0' } }));
    expect([policy.ios.minimum.name, policy.android.minimum.name]).toEqual(['1.2.0', '1.0.0']);
    expect(policy.ios.blocked.map(({ name, build }) => [name, build])).toEqual([
      ['1.3.0', '4711'],
      ['1.4.0', undefined],
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^the file is not JSON$/],
    ['a list', [], /^the file: /],
    ['no android', { ios }, /^android: /],
    ['another platform', { ios, android: ios, windows: ios }, /windows/],
    ['a version that is none', { ios, android: { ...ios, minimum: 1.2 } }, /^android\.minimum: /],
    [
      'a date that is none',
      { ios: { ...ios, recommended: { version: '2.0', since: '2026-02-30' } }, android: ios },
      /since: must be a date/,
    ],
    [
      'a store without TLS',
      { ios, android: { ...ios, store: 'http://store.example' } },
      /^android\.store: must be an https URL$/,
    ],
    ['a field nobody knows', { ios, android: { ...ios, minimal: '1.0' } }, /minimal/],
    ['a release with a patch', { ios, android: { ...ios, releases: ['1.2.0'] } }, /^android\.releases\.0: /],
    ['a recommendation that is refused', { ios, android: { ...ios, minimum: '3.0' } }, /must not be below the minimum/],
    ['a recommendation that is blocked', { ios, android: { ...ios, blocked: ['2.0.1'] } }, /must not be blocked/],
  ])('is refused with %s', (_what, policy, fault) => {
    expect(() => readAppVersions(written(policy))).toThrow(fault);
  });

  it('lets no address break out of a header', () => {
    const store = 'https://store.example/a>b?c=>;rel="x"';
    expect(readAppVersions(written({ ios, android: { ...ios, store } })).android.store).not.toMatch(/[<>\s]/);
  });
});

it.each([
  [
    'with every fault of it',
    { ios: { ...ios, minimum: 'x', store: 'y' }, android: { ...ios, blocked: [1] } },
    /ios\.minimum: .*ios\.store: .*android\.blocked\.0: /,
  ],
  ['where it cannot be read', undefined, /the file cannot be read \(ENOENT\)/],
])('does not start on a wrong file, and says so among what else is missing, %s', (_how, policy, faults) => {
  const main = join(import.meta.dirname, '../src/main.ts');
  const file = policy === undefined ? join(folder, 'nowhere.json') : written(policy);
  const { status, stderr } = spawnSync(process.execPath, [main], {
    env: { APP_VERSIONS_FILE: file },
    encoding: 'utf8',
    timeout: 20_000,
  });
  const lines = stderr.split('\n');
  expect(status).toBe(1);
  expect(lines[0]).toBe('The configuration is not valid:');
  expect(lines).toContain('  CATALOG_URL: is missing');
  expect(lines.find((line) => line.startsWith('  APP_VERSIONS_FILE: '))).toMatch(faults);
});
