import { parseArgs } from 'node:util';
import { scenarios } from './scenarios.ts';

/** What is measured besides the scenarios under load. */
export const extras = ['start', 'memory'] as const;
const names = [...scenarios.map(({ name }) => name), ...extras];

export const usage = `Usage: npm run bench -- [options]

Measures what a request costs, against constants and against what is written first where nobody thinks about cost.

  --quick         one short round of everything, to see that it runs; writes no results
  --only A,B      only these: ${names.join(', ')}; writes no results
  --products N    how many products the services have (default: 100000; with --quick: 5000)
  --help          show this
`;

export interface CommandLine {
  quick: boolean;
  only?: string[];
  products: number;
}

/**
 * @returns 'help' where that was asked for
 * @throws Error that says which option is wrong, and how
 */
export function parseCommandLine(args: string[]): CommandLine | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      products: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) throw new Error(`--only takes ${names.join(', ')}; not ${unknown.join(', ')}.`);
  const products = Number(values.products ?? (values.quick ? 5000 : 100_000));
  if (!Number.isSafeInteger(products) || products < 1 || products > 10_000_000) {
    throw new Error(`--products has to be a whole number from 1 to 10000000, not "${values.products ?? ''}".`);
  }
  return { quick: values.quick, ...(only && { only }), products };
}
