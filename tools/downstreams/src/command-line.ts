import { parseArgs } from 'node:util';
import type { RequireAuth } from './http/require-token.ts';
import type { ServiceName } from './service.ts';
import { serviceNames } from './service.ts';

export const usage = `Usage: npx node tools/downstreams/src/main.ts [options]

Starts the five reference services, or one of them.

  --service NAME     only this one: ${serviceNames.join(', ')}
  --port N           its port, 0 for any free one (default: its place from the port base)
  --port-base N      port of the first of the five, the others follow; 0 for any free ones (default: 4001)
  --host HOST        address to listen on (default: 127.0.0.1)
  --faults           let faults be scripted: /__faults and /__stats
  --require-auth URL answer only who brings an access token of this issuer; needs --audience
  --audience AUD     for whom these tokens have to be
  --products N       scale the catalogue to so many products
  --catalogue FILE   take this catalogue instead of the seed
  --data FILE        keep the data in this SQLite file (default: in memory)
  --help             show this
`;

export interface CommandLine {
  services: { name: ServiceName; port: number }[];
  host: string;
  faults: boolean;
  requireAuth?: RequireAuth | undefined;
  products?: number;
  catalogueFile?: string;
  dataFile?: string;
}

/**
 * @returns 'help' where that was asked for
 * @throws Error that says which option is wrong, and how
 */
export function parseCommandLine(args: string[]): CommandLine | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      service: { type: 'string' },
      port: { type: 'string' },
      'port-base': { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      faults: { type: 'boolean', default: false },
      'require-auth': { type: 'string' },
      audience: { type: 'string' },
      products: { type: 'string' },
      catalogue: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    services: chosenServices(values),
    host: values.host,
    faults: values.faults,
    requireAuth: requiredAuth(values),
    ...(values.products !== undefined && { products: wholeNumber('--products', values.products, 1, 10_000_000) }),
    ...(values.catalogue !== undefined && { catalogueFile: values.catalogue }),
    ...(values.data !== undefined && { dataFile: values.data }),
  };
}

function requiredAuth({ 'require-auth': issuer, audience }: Record<string, string | boolean | undefined>) {
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer === undefined || audience === undefined) throw new Error('--require-auth and --audience need each other.');
  if (!URL.canParse(String(issuer))) throw new Error(`--require-auth has to be an issuer's URL, not "${issuer}".`);
  return { issuer: String(issuer), audience: String(audience) };
}

function chosenServices({ service, port, 'port-base': base = '4001' }: Record<string, string | boolean | undefined>) {
  const portBase = wholeNumber('--port-base', String(base), 0, 65_535 - serviceNames.length + 1);
  const all = serviceNames.map((name, index) => ({
    name,
    port: portBase === 0 ? 0 : portBase + index,
  }));
  if (service === undefined) {
    if (port !== undefined) throw new Error('--port needs --service; for all five there is --port-base.');
    return all;
  }
  const chosen = all.filter(({ name }) => name === service);
  if (chosen.length === 0) {
    throw new Error(`--service has to be one of ${serviceNames.join(', ')}, not "${String(service)}".`);
  }
  if (port === undefined) return chosen;
  return chosen.map(({ name }) => ({ name, port: wholeNumber('--port', String(port), 0, 65_535) }));
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new Error(`${option} has to be a whole number from ${min} to ${max}, not "${text}".`);
}
