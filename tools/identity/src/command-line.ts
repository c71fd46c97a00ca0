import { parseArgs } from 'node:util';
import type { WebOrigins } from './clients.ts';
import { httpOrigin } from './http-origin.ts';

export const usage = `Usage: npx node tools/identity/src/main.ts [options]

Starts the development identity provider.

  --port N               port to listen on, 0 for any free one (default: PORT, or 4010)
  --host HOST            address to listen on (default: HOST, or 127.0.0.1)
  --issuer URL           where clients and browsers find it (default: http://HOST:PORT)
  --port-offset N        add N to the default ports, its own and the web BFF's 3001 (default: 0)
  --web-origin URL       where browsers see the web BFF; may be repeated
                         (default: http://localhost:3001 and http://127.0.0.1:3001)
  --web-back-channel URL where this process reaches the web BFF (default: the last --web-origin)
  --access-token-ttl S   life of access tokens in seconds (default: 300)
  --globex-key FILE      write the private key of the client globex to this file, as a JWK
  --help                 show this
`;

export interface CommandLine {
  port: number;
  host: string;
  issuer?: string;
  web: WebOrigins;
  accessTokenTtlS: number;
  globexKeyFile?: string;
}

const DEFAULT_PORT = 4010;
const DEFAULT_WEB_PORT = 3001;

/**
 * @returns 'help' where that was asked for
 * @throws Error that says which option is wrong, and how
 */
export function parseCommandLine(
  args: string[],
  environment: Partial<Record<'PORT' | 'HOST', string>> = {},
): CommandLine | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      issuer: { type: 'string' },
      'port-offset': { type: 'string', default: '0' },
      'web-origin': { type: 'string', multiple: true },
      'web-back-channel': { type: 'string' },
      'access-token-ttl': { type: 'string', default: '300' },
      'globex-key': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const offset = wholeNumber('--port-offset', values['port-offset'], 0, 56_000);
  const port = values.port ?? environment.PORT ?? String(DEFAULT_PORT + offset);
  const webPort = DEFAULT_WEB_PORT + offset;
  const origins = values['web-origin'] ?? [`http://localhost:${webPort}`, `http://127.0.0.1:${webPort}`];
  const backChannelOrigin = values['web-back-channel'];
  return {
    port: wholeNumber('--port', port, 0, 65_535),
    host: values.host ?? environment.HOST ?? '127.0.0.1',
    ...(values.issuer !== undefined && { issuer: origin('--issuer', values.issuer) }),
    web: {
      origins: origins.map((url) => origin('--web-origin', url)),
      ...(backChannelOrigin !== undefined && { backChannelOrigin: origin('--web-back-channel', backChannelOrigin) }),
    },
    accessTokenTtlS: wholeNumber('--access-token-ttl', values['access-token-ttl'], 1, 86_400),
    ...(values['globex-key'] !== undefined && { globexKeyFile: values['globex-key'] }),
  };
}

function origin(option: string, text: string): string {
  const known = httpOrigin(text);
  if (known !== undefined) return known;
  throw new Error(`${option} has to be an origin such as http://localhost:3001, not "${text}".`);
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new Error(`${option} has to be a whole number from ${min} to ${max}, not "${text}".`);
}
