/** The process: reads the command line, listens, stops on SIGTERM and SIGINT. */
import { loadCatalogue } from './catalogue/load.ts';
import type { CommandLine } from './command-line.ts';
import { parseCommandLine, usage } from './command-line.ts';
import { ServiceHost } from './service-host.ts';

async function run({
  services,
  host,
  faults,
  requireAuth,
  products,
  catalogueFile,
  dataFile,
}: CommandLine): Promise<void> {
  const catalogue = loadCatalogue({
    ...(catalogueFile !== undefined && { file: catalogueFile }),
    ...(products !== undefined && { products }),
  });
  const hosts: ServiceHost[] = [];
  for (const { name, port } of services) {
    const options = { catalogue, host, port, faults, requireAuth, ...(dataFile !== undefined && { data: dataFile }) };
    const service = new ServiceHost(name, options);
    await service.start();
    hosts.push(service);
    process.stdout.write(`${name} is ready at ${service.url}${faults ? ', faults can be scripted' : ''}\n`);
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => void Promise.all(hosts.map((service) => service.close())));
  }
}

try {
  const commandLine = parseCommandLine(process.argv.slice(2));
  if (commandLine === 'help') process.stdout.write(usage);
  else await run(commandLine);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
