import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import {
  ConfigError,
  downstreamSettings,
  httpUrl,
  issuerSettings,
  milliseconds,
  oneOf,
  onlyInDevelopment,
  parseEnvironment,
  port,
  secret,
  serviceSettings,
  serviceTokenSettings,
  storeSettings,
} from './environment.ts';

const schema = z.object({
  ...serviceSettings({ port: 3001, adminPort: 9001, deadlineMs: 800 }),
  ...downstreamSettings('CATALOG', 400),
});
const least = { PROBLEM_BASE_URL: 'https://problems.example', CATALOG_URL: 'http://catalog:4001' };
const read = (environment: Record<string, string | undefined>) => parseEnvironment(schema, environment);

function faultsOf(environment: Record<string, string | undefined>): string[] {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  throw new Error('there is nothing wrong with it');
}

describe('a configuration', () => {
  it('needs the addresses alone; the rest has the documented defaults', () => {
    expect(read(least)).toEqual({
      PORT: 3001,
      ADMIN_PORT: 9001,
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      METRICS: 'on',
      NODE_ENV: 'development',
      CACHE_MB: 48,
      REDIS_TIMEOUT_MS: 100,
      FOLLOW_CHANGES: 'off',
      MAX_IN_FLIGHT: 1024,
      MIN_IN_FLIGHT: 10,
      MAX_CONNECTIONS: 5000,
      MAX_REQUESTS_PER_CONNECTION: 10_000,
      MAX_HEADER_BYTES: 16_384,
      HEADERS_TIMEOUT_MS: 10_000,
      REQUEST_TIMEOUT_MS: 15_000,
      READER_TIMEOUT_MS: 20_000,
      KEEP_ALIVE_MS: 75_000,
      COMMIT: 'unknown',
      DEADLINE_MS: 800,
      SHUTDOWN_GRACE_MS: 25_000,
      DRAIN_DELAY_MS: 500,
      TRUSTED_PROXIES: [],
      ALLOWED_ORIGINS: [],
      PROBLEM_BASE_URL: 'https://problems.example',
      CATALOG_URL: 'http://catalog:4001',
      CATALOG_TIMEOUT_MS: 400,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(read({ ...least, PORT: '', TRUSTED_PROXIES: '', COMMIT: '' })).toEqual(read(least));
    expect(faultsOf({ ...least, CATALOG_URL: '' })).toContain('  CATALOG_URL: is missing');
  });

  it('leaves alone what it does not know', () => {
    expect(read({ ...least, PATH: '/bin', CATALOG: 'x' })).toEqual(read(least));
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(read(least))).toBe(true);
  });

  it('says all that is missing or wrong at once, a line each, and nothing else', () => {
    const faults = faultsOf({ PORT: 'http', CATALOG_TIMEOUT_MS: '0', CATALOG_URL: 'ftp://catalog', METRICS: 'yes' });
    expect(faults[0]).toBe('The configuration is not valid:');
    expect(
      faults
        .slice(1)
        .map((line) => line.split(':', 1)[0]?.trim())
        .sort(),
    ).toEqual(['CATALOG_TIMEOUT_MS', 'CATALOG_URL', 'METRICS', 'PORT', 'PROBLEM_BASE_URL']);
    expect(faults).toContain('  PORT: must be a whole number from 0 to 65535');
    expect(faults).toContain('  CATALOG_URL: must be an http or https URL');
    expect(faults).toContain('  PROBLEM_BASE_URL: is missing');
  });

  it('repeats no value, so that none ends in a log', () => {
    const environment = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, 'hunter2 hunter2']));
    const text = faultsOf(environment).join('\n');
    expect(text).toContain('PORT');
    expect(text).not.toContain('hunter2');
  });
});

describe('two variables', () => {
  it.each([
    [{ PORT: '8080', ADMIN_PORT: '08080' }, '  ADMIN_PORT: must be another than PORT'],
    [{ ADMIN_PORT: '3001' }, '  ADMIN_PORT: must be another than PORT'],
    [{ MAX_IN_FLIGHT: '5', MIN_IN_FLIGHT: '6' }, '  MIN_IN_FLIGHT: must not be above MAX_IN_FLIGHT'],
    [{ MAX_IN_FLIGHT: '9' }, '  MIN_IN_FLIGHT: must not be above MAX_IN_FLIGHT'],
    [{ REDIS_URL: 'redis://redis:6379/shop' }, '  REDIS_URL: must name its database by a number'],
    [{ MIN_IN_FLIGHT: '1025' }, '  MIN_IN_FLIGHT: must not be above MAX_IN_FLIGHT'],
  ])('that do not go together are refused: %j', (environment, fault) => {
    expect(faultsOf({ ...least, ...environment }).slice(1)).toEqual([fault]);
  });

  it.each([
    { PORT: '0', ADMIN_PORT: '0' },
    { PORT: '9001', ADMIN_PORT: '3001' },
    { MAX_IN_FLIGHT: '7', MIN_IN_FLIGHT: '7' },
    ...['', '/', '/2', '/2?family=6', '?family=6'].map((end) => ({
      REDIS_URL: `rediss://user:p%2Fw@redis:6379${end}`,
    })),
  ])('that do are taken: %j', (environment) => {
    expect(() => read({ ...least, ...environment })).not.toThrow();
  });
});

describe('a variable', () => {
  it.each<[name: string, text: string, value: unknown]>([
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['PORT', '08080', 8080],
    ['DRAIN_DELAY_MS', '0', 0],
    ['SHUTDOWN_GRACE_MS', '1', 1],
    ['DEADLINE_MS', '3600000', 3_600_000],
    ['METRICS', 'off', 'off'],
    ['LOG_LEVEL', 'silent', 'silent'],
    ['CATALOG_URL', 'https://catalog.example/base', 'https://catalog.example/base'],
    ['TRUSTED_PROXIES', 'loopback', ['loopback']],
    ['TRUSTED_PROXIES', ' 10.0.0.0/8 , ::1,, uniquelocal', ['10.0.0.0/8', '::1', 'uniquelocal']],
    [
      'ALLOWED_ORIGINS',
      'https://shop.example, http://localhost:5173',
      ['https://shop.example', 'http://localhost:5173'],
    ],
  ])('%s=%s is read', (name, text, value) => {
    expect(read({ ...least, [name]: text })).toHaveProperty([name], value);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['PORT', ' 80'],
    ['PORT', '1e3'],
    ['DEADLINE_MS', '0'],
    ['DEADLINE_MS', '3600001'],
    ['DEADLINE_MS', '800ms'],
    ['LOG_LEVEL', 'INFO'],
    ['METRICS', 'true'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'staging'],
    ['CATALOG_URL', 'catalog:4001'],
    ['CATALOG_URL', '//catalog'],
    ['CATALOG_URL', 'file:///etc/passwd'],
    ['PROBLEM_BASE_URL', 'problems.example'],
    ['CATALOG_URL', 'http://catalog:4001?x=1'],
    ['CATALOG_URL', 'http://catalog:4001/?'],
    ['CATALOG_URL', 'http://catalog:4001/#x'],
    ['CATALOG_URL', 'http://user:password@catalog:4001'],
    ['TRUSTED_PROXIES', 'everyone'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['TRUSTED_PROXIES', '10.0.0.1;10.0.0.2'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'https://*.shop.example'],
    ['ALLOWED_ORIGINS', 'https://shop.example/'],
    ['ALLOWED_ORIGINS', 'https://shop.example/path'],
    ['ALLOWED_ORIGINS', 'https://SHOP.example'],
    ['ALLOWED_ORIGINS', 'shop.example'],
    ['ALLOWED_ORIGINS', 'ftp://shop.example'],
    ['ALLOWED_ORIGINS', 'https://shop.example:443'],
    ['ALLOWED_ORIGINS', 'null'],
  ])('%s=%s is refused by its name', (name, text) => {
    const faults = faultsOf({ ...least, [name]: text });
    expect(faults).toHaveLength(2);
    expect(faults[1]).toMatch(new RegExp(`^  ${name}: .`));
  });

  it('is described, each of them, for the table of the README', () => {
    for (const [name, setting] of Object.entries(schema.shape)) {
      expect([name, z.globalRegistry.get(setting)?.description]).toEqual([name, expect.stringMatching(/.{10}/)]);
    }
  });

  it('has no default where it says where something stands', () => {
    expect(httpUrl('Somewhere').safeParse(undefined).success).toBe(false);
    expect([port(80, 'A port').parse(undefined), milliseconds(5, 'A time').parse(undefined)]).toEqual([80, 5]);
  });
});

describe('a value that asks for more than its form', () => {
  const withStore = z.object({
    ...serviceSettings({ port: 3001, adminPort: 9001, deadlineMs: 800 }),
    ...storeSettings('SESSION', 'sessions'),
    ...serviceTokenSettings(),
    COOKIES: oneOf(['secure', 'plain'], 'secure', 'Cookies').meta({ rules: onlyInDevelopment('plain') }),
    PEPPER: secret('A secret', 32),
    ...issuerSettings('Who issues tokens'),
  });
  const inProduction = { NODE_ENV: 'production', REDIS_URL: 'redis://redis' };
  const base = { PROBLEM_BASE_URL: 'https://problems.example', PEPPER: 'x'.repeat(32), OIDC_ISSUER: 'http://id' };
  it.each<[string, Record<string, string>, string[]]>([
    ['Redis without its address', {}, ['  SESSION_STORE: redis needs REDIS_URL']],
    ['Redis with it', { REDIS_URL: 'redis://redis' }, []],
    ['an issuer on http in development', { SESSION_STORE: 'memory' }, []],
    [
      'an issuer on http in production',
      { ...inProduction, OIDC_ISSUER: 'HTTP://id.example' },
      ['  OIDC_ISSUER: http: is refused where NODE_ENV is production'],
    ],
    ['one that is allowed', { ...inProduction, INSECURE_ISSUER: 'allow' }, []],
    ['one on https', { ...inProduction, OIDC_ISSUER: 'https://id.example' }, []],
    ['Redis with one of its own', { STORES_REDIS_URL: 'redis://redis' }, []],
    ['memory in development', { SESSION_STORE: 'memory' }, []],
    [
      'a client with its secret',
      { REDIS_URL: 'redis://redis', SERVICE_CLIENT_ID: 'a', SERVICE_CLIENT_SECRET: 'b' },
      [],
    ],
    [
      'a client without its secret',
      { SESSION_STORE: 'memory', SERVICE_CLIENT_ID: 'a' },
      ['  SERVICE_CLIENT_ID: goes with SERVICE_CLIENT_SECRET, and neither alone'],
    ],
    [
      'a secret of nobody',
      { SESSION_STORE: 'memory', SERVICE_CLIENT_SECRET: 'b' },
      ['  SERVICE_CLIENT_ID: goes with SERVICE_CLIENT_SECRET, and neither alone'],
    ],
    [
      'memory and plain cookies in production, and whatever else is wrong',
      { SESSION_STORE: 'memory', NODE_ENV: 'production', COOKIES: 'plain', PEPPER: 'canary-of-a-secret', PORT: 'x' },
      [
        '  PORT: must be a whole number from 0 to 65535',
        '  PEPPER: must have at least 32 characters',
        '  SESSION_STORE: memory is refused where NODE_ENV is production',
        '  COOKIES: plain is refused where NODE_ENV is production',
        '  OIDC_ISSUER: http: is refused where NODE_ENV is production',
      ],
    ],
  ])('%s', (_what, variables, faults) => {
    const reading = () => parseEnvironment(withStore, { ...base, ...variables });
    if (faults.length === 0) expect(reading()).toMatchObject({ COOKIES: 'secure' });
    else expect(reading).toThrow(new ConfigError(`The configuration is not valid:\n${faults.join('\n')}`));
  });
});
