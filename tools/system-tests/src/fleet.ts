import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
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
import { CLOCK_MOVED } from './movable-clock-protocol.ts';

/** One process of a BFF. */
export interface Instance {
  readonly bff: BffName;
  readonly child: Child;
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
  /** Moves the clocks of these processes on, once the fleet has movable ones. */
  moveClocks(instances: readonly Instance[]): Promise<void>;
  /** Stops all of it, whatever state it is in. */
  stop(): Promise<void>;
}

export interface FleetOptions {
  products?: number;
  /** Variables for every BFF. */
  environment?: Record<string, string>;
  /** What a BFF runs instead of its sources. */
  bffScript?: (bff: BffName) => string;
  /** Least level that the BFFs log. Default: warn. */
  logLevel?: string;
  /** Told every line that a process writes. */
  onLine?: (line: string) => void;
  /** Whether `moveClocks` moves what the BFFs take for the time. */
  hasMovableClocks?: boolean;
}

/** By so much `moveClocks` moves them. */
export const CLOCK_STEP_MS = 14_500;

const movableClock = join(import.meta.dirname, 'movable-clock.ts');

/** Starts the services. Nothing of this process's environment reaches them or the BFFs. */
export async function startFleet(options: FleetOptions = {}): Promise<Fleet> {
  const { products, environment = {}, bffScript, logLevel = 'warn', onLine, hasMovableClocks = false } = options;
  const ports = await freePortOffset();
  const given = { portOffset: ports.offset, ...(products !== undefined && { products }) };
  const children: Child[] = [];
  const movers = new Map<Child, () => void>();
  const run = async (spec: ProcessSpec) => {
    const child = startChild(spec, {
      onLine: ({ text }) => {
        if (text === CLOCK_MOVED) movers.get(child)?.();
        else onLine?.(`[${spec.name}] ${text}`);
      },
    });
    children.push(child);
    await whenReady(child);
    return child;
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
      const spec = bffProcess(bff, { ...given, logLevel });
      const [port, adminPort] = [await freePort(), await freePort()];
      const at = { url: `http://127.0.0.1:${port}`, adminUrl: `http://127.0.0.1:${adminPort}` };
      const script = bffScript?.(bff) ?? spec.script;
      const child = await run({
        ...spec,
        ...(hasMovableClocks ? { script: movableClock, args: [script, `${CLOCK_STEP_MS}`] } : { script }),
        environment: { ...spec.environment, ...environment, ...own, PORT: `${port}`, ADMIN_PORT: `${adminPort}` },
        readyUrl: `${at.adminUrl}/readyz`,
      });
      return { bff, child, ...at };
    },
    async moveClocks(instances) {
      const moved = instances.map(({ child }) => new Promise<void>((resolve) => movers.set(child, resolve)));
      for (const { child } of instances) child.kill('SIGUSR2');
      await Promise.all(moved);
    },
    stop,
  };
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
