import { parseArgs } from 'node:util';

export const usage = `Usage: npm start -- [options]

Starts the five reference services, the identity provider and the three BFFs, each as a process of its own, until Ctrl-C.

  --products N       scale the catalogue to so many products
  --catalogue FILE   take this catalogue instead of the seed (tools/downstreams/IMPORT-FORMAT.md)
  --data DIR         keep the services' data in this folder (default: in memory)
  --require-auth     let the services answer only who brings an access token, as the BFFs do (default: whoever calls)
  --redis URL        keep sessions, quotas and used proofs in this Redis, and share what is cached (default: in memory)
  --port-offset N    add N to every port, so that several copies run side by side (default: 0)
  --logs             show what all processes write (default: warnings and errors of the BFFs)
  --help             show this
`;

export interface CommandLine {
  products?: number;
  catalogueFile?: string;
  dataDirectory?: string;
  requireAuth: boolean;
  redisUrl?: string;
  portOffset: number;
  logs: boolean;
}

/** Keeps the highest port (9003) a port. */
const MAX_PORT_OFFSET = 56_000;

/**
 * @returns 'help' where that was asked for
 * @throws Error that says which option is wrong, and how
 */
export function parseCommandLine(args: string[]): CommandLine | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      products: { type: 'string' },
      catalogue: { type: 'string' },
      data: { type: 'string' },
      'require-auth': { type: 'boolean', default: false },
      redis: { type: 'string' },
      'port-offset': { type: 'string', default: '0' },
      logs: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    ...(values.products !== undefined && { products: wholeNumber('--products', values.products, 1, 10_000_000) }),
    ...(values.catalogue !== undefined && { catalogueFile: values.catalogue }),
    ...(values.data !== undefined && { dataDirectory: values.data }),
    requireAuth: values['require-auth'],
    ...(values.redis !== undefined && { redisUrl: redisUrl(values.redis) }),
    portOffset: wholeNumber('--port-offset', values['port-offset'], 0, MAX_PORT_OFFSET),
    logs: values.logs,
  };
}

function redisUrl(text: string): string {
  if (/^rediss?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new Error(`--redis has to be a URL such as redis://localhost:6379, not "${text}".`);
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new Error(`${option} has to be a whole number from ${min} to ${max}, not "${text}".`);
}
