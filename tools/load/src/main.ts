/** `npm run load`: plays faults and overload at full length, and says whether what has to hold held. */
import { parseArgs } from 'node:util';
import { printed } from './claim.ts';
import { scenarios } from './scenarios.ts';

const usage = `Usage: npm run load -- [options] [scenario …]

Scenarios (default: all): ${Object.keys(scenarios).join(', ')}

  --short   a few seconds each; says what it got, but holds nobody to times
  --help    show this
`;

async function run(names: string[], isShort: boolean): Promise<boolean> {
  let holds = true;
  for (const [name, { title, play }] of Object.entries(scenarios)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const claims = await play(isShort);
    process.stdout.write(printed(`${name}: ${title}`, claims, !isShort));
    holds &&= claims.every((claim) => claim.holds || (isShort && claim.ofTime));
  }
  return holds;
}

function commandLine() {
  try {
    const { values, positionals } = parseArgs({
      options: { short: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.filter((name) => !(name in scenarios));
    if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}.`);
    return { ...values, names: positionals };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const { names, short, help } = commandLine();
if (help) process.stdout.write(usage);
else process.exitCode = (await run(names, short)) ? 0 : 1;
