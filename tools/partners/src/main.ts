/** `npm run partners`: the API keys of a registry of partners. */
import { PartnersFileFault, readPartners, type Partner } from '@product-bffs/auth';
import { listKeys, makeKey, Refused, revokeKey, rotateKey } from './change-keys.ts';
import { changeRegistry } from './change-registry.ts';
import { parseCommandLine, usage, type CommandLine } from './command-line.ts';

const MIN_PEPPER_BYTES = 32;

function commandLineOrExit(): CommandLine {
  try {
    const commandLine = parseCommandLine(process.argv.slice(2));
    if (commandLine !== 'help') return commandLine;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

function pepper(): Buffer {
  const bytes = Buffer.from(process.env['API_KEY_PEPPER'] ?? '', 'base64');
  if (bytes.length >= MIN_PEPPER_BYTES) return bytes;
  throw new Refused(`API_KEY_PEPPER has to hold at least ${MIN_PEPPER_BYTES} bytes in base64, as partner-bff has it.`);
}

function named(partners: readonly Partner[], id: string): Partner {
  const partner = partners.find((one) => one.id === id);
  if (partner === undefined) throw new Refused(`The registry has no partner ${id}.`);
  return partner;
}

function run(asked: CommandLine): void {
  const { file } = asked;
  const now = new Date();
  switch (asked.command) {
    case 'list': {
      const partners = readPartners(file);
      const listed = asked.partner === undefined ? partners : [named(partners, asked.partner)];
      process.stdout.write(listKeys(listed, now));
      return;
    }
    case 'revoke':
      changeRegistry(file, (partners) => revokeKey(named(partners, asked.partner), asked.key));
      process.stderr.write(`Key ${asked.key} of ${asked.partner} is revoked.\n`);
      return;
    default: {
      const options = { pepper: pepper(), expires: asked.expires ?? null, now };
      const { id, key } = changeRegistry(file, (partners) => {
        const partner = named(partners, asked.partner);
        return asked.command === 'make' ? makeKey(partner, options) : rotateKey(partner, asked.graceDays, options);
      });
      // The key alone, so that it can be piped to where it is kept.
      process.stdout.write(`${key}\n`);
      process.stderr.write(`Key ${id} of ${asked.partner}. It is shown this once: the registry holds a hash of it.\n`);
    }
  }
}

const asked = commandLineOrExit();
try {
  run(asked);
} catch (error) {
  if (!(error instanceof Refused) && !(error instanceof PartnersFileFault)) throw error;
  process.stderr.write(`${error instanceof PartnersFileFault ? `${asked.file}: ` : ''}${error.message}\n`);
  process.exitCode = 1;
}
