import { expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.ts';

const usual = {
  port: 4010,
  host: '127.0.0.1',
  web: { origins: ['http://localhost:3001', 'http://127.0.0.1:3001'] },
  accessTokenTtlS: 300,
};

it('has a usual place for itself and for the web BFF', () => {
  expect(parseCommandLine([])).toEqual(usual);
});

it('moves both by the port offset', () => {
  expect(parseCommandLine(['--port-offset', '100'])).toEqual({
    ...usual,
    port: 4110,
    web: { origins: ['http://localhost:3101', 'http://127.0.0.1:3101'] },
  });
});

it('takes port and host from the environment, and rather from its options', () => {
  const environment = { PORT: '5000', HOST: '0.0.0.0' };
  expect(parseCommandLine([], environment)).toMatchObject({ port: 5000, host: '0.0.0.0' });
  const options = ['--port', '5001', '--host', '127.0.0.2'];
  expect(parseCommandLine(options, environment)).toMatchObject({ port: 5001, host: '127.0.0.2' });
});

it('takes every other option', () => {
  const args = [
    '--issuer',
    'http://identity:4010',
    '--web-origin',
    'http://localhost:8080',
    '--web-origin',
    'http://a.test/',
  ].concat(['--web-back-channel', 'http://web-bff:3001', '--access-token-ttl', '5', '--globex-key', 'key.json']);
  expect(parseCommandLine(args)).toEqual({
    ...usual,
    issuer: 'http://identity:4010',
    web: { origins: ['http://localhost:8080', 'http://a.test'], backChannelOrigin: 'http://web-bff:3001' },
    accessTokenTtlS: 5,
    globexKeyFile: 'key.json',
  });
});

it.each([
  [['--port', '65536'], '--port has to be a whole number from 0 to 65535, not "65536".'],
  [['--port-offset', '-1'], "Option '--port-offset' argument is ambiguous"],
  [['--access-token-ttl', '0'], '--access-token-ttl has to be a whole number from 1 to 86400, not "0".'],
  [['--issuer', 'http://localhost/path'], '--issuer has to be an origin such as http://localhost:3001'],
  [['--web-origin', 'localhost'], '--web-origin has to be an origin'],
  [['--web-back-channel', 'ftp://localhost'], '--web-back-channel has to be an origin'],
  [['--isuser', 'http://localhost'], "Unknown option '--isuser'"],
])('refuses %j and says why', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});

it('says what it can do where that is asked', () => {
  expect(parseCommandLine(['--help'])).toBe('help');
});
