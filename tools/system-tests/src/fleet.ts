import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import {
  bffProcess,
  freePortOffset,
  serviceNames,
  serviceProcess,
  startChild,
  whenReady,
  type BffName,
  type Child,
  type ProcessSpec,
  type ServiceName,
} from '@product-bffs/start';

/** One process of a BFF. */
export interface Instance {
  readonly bff: BffName;
  /** Base URLs, without a slash at the end. */
  readonly url: string;
  readonly adminUrl: string;
}

/** The five services, and in front of them as many processes of each BFF as a test starts. */
export interface Fleet {
  /** Base URLs of the services, without a slash at the end. */
  readonly urls: Record<ServiceName, string>;
  /** One more process, which shares nothing with the others but the services. @param environment added to the fleet's */
  start(bff: BffName, environment?: Record<string, string>): Promise<Instance>;
  /** Stops all of it, whatever state it is in. */
  stop(): Promise<void>;
}

export interface FleetOptions {
  products?: number;
  /** Variables for every BFF. */
  environment?: Record<string, string>;
  /** What a BFF runs instead of its sources. */
  bffScript?: (bff: BffName) => string;
}

/** Starts the services. Nothing of this process's environment reaches them or the BFFs. */
export async function startFleet({ products, environment = {}, bffScript }: FleetOptions = {}): Promise<Fleet> {
  const ports = await freePortOffset();
  const given = { portOffset: ports.offset, ...(products !== undefined && { products }) };
  const children: Child[] = [];
  const run = async (spec: ProcessSpec) => {
    const child = startChild(spec);
    children.push(child);
    await whenReady(child);
  };
  const stop = async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(({ exited }) => exited));
    ports.release();
  };
  const services = serviceNames.map((name) => serviceProcess(name, given));
  try {
    await Promise.all(services.map(run));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    urls: Object.fromEntries(services.map(({ name, url }) => [name, url])) as Record<ServiceName, string>,
    async start(bff, own = {}) {
      const spec = bffProcess(bff, { ...given, logLevel: 'warn' });
      const [port, adminPort] = [await freePort(), await freePort()];
      const instance = { bff, url: `http://127.0.0.1:${port}`, adminUrl: `http://127.0.0.1:${adminPort}` };
      await run({
        ...spec,
        script: bffScript?.(bff) ?? spec.script,
        environment: { ...spec.environment, ...environment, ...own, PORT: `${port}`, ADMIN_PORT: `${adminPort}` },
        readyUrl: `${instance.adminUrl}/readyz`,
      });
      return instance;
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
