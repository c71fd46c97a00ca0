import { parseArgs } from 'node:util';

export const usage = `Usage: npm run partners -- <command> --file FILE [options]

Makes, rotates and revokes the API keys of a registry of partners. A running partner-bff takes over the new registry
within a second.

  make     a first or a second key; prints it, once
  rotate   a second key; prints it, once, and ends the one before after the grace
  revoke   ends a key at once
  list     ids and lifetimes of the keys

  --file FILE         the registry: the file that PARTNERS_FILE of partner-bff names
  --partner ID        whose keys; list takes all without it
  --key ID            which key to revoke
  --expires DATE      the first day, UTC, on which the new key no longer works, such as 2027-01-31 (default: none)
  --grace-days N      how long rotate leaves the key before (default: 7)
  --help              show this

API_KEY_PEPPER, as partner-bff has it, is read from the environment to make and rotate.
`;

export type CommandLine = { file: string } & (
  | { command: 'make'; partner: string; expires?: Date }
  | { command: 'rotate'; partner: string; expires?: Date; graceDays: number }
  | { command: 'revoke'; partner: string; key: string }
  | { command: 'list'; partner?: string }
);

const optionsOf: Record<string, readonly string[]> = {
  make: ['file', 'partner', 'expires'],
  rotate: ['file', 'partner', 'expires', 'grace-days'],
  revoke: ['file', 'partner', 'key'],
  list: ['file', 'partner'],
};

/**
 * @returns 'help' where that was asked for
 * @throws Error that says what is wrong
 */
export function parseCommandLine(args: string[]): CommandLine | 'help' {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      file: text,
      partner: text,
      key: text,
      expires: text,
      'grace-days': text,
      help: { type: 'boolean', default: false },
    },
  });
  const { help, ...given } = values;
  if (help) return 'help';
  const [command = '', ...rest] = positionals;
  const options = optionsOf[command];
  if (options === undefined || rest.length > 0) {
    throw new Error(`One command of ${Object.keys(optionsOf).join(', ')} has to be given.`);
  }
  const stranger = Object.keys(given).find((name) => !options.includes(name));
  if (stranger !== undefined) throw new Error(`${command} takes no --${stranger}.`);
  const needed = (name: 'file' | 'partner' | 'key') => {
    const value = given[name];
    if (!value) throw new Error(`${command} needs --${name}.`);
    return value;
  };
  const file = needed('file');
  const expires = given.expires === undefined ? {} : { expires: dateOf(given.expires) };
  switch (command) {
    case 'make':
      return { command, file, partner: needed('partner'), ...expires };
    case 'rotate':
      return { command, file, partner: needed('partner'), graceDays: daysOf(given['grace-days'] ?? '7'), ...expires };
    case 'revoke':
      return { command, file, partner: needed('partner'), key: needed('key') };
    default:
      return { command: 'list', file, ...(given.partner !== undefined && { partner: given.partner }) };
  }
}

function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00.000Z`);
  // A day that there is not rolls over into the next month, or is no date.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new Error('--expires has to be a day such as 2027-01-31.');
  }
  if (date.getTime() <= Date.now()) throw new Error('--expires has to be in the future.');
  return date;
}

function daysOf(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new Error('--grace-days has to be a whole number from 0 to 999.');
}
