import type { CatalogueEntry } from './catalogue/entry.ts';
import { loadCatalogue } from './catalogue/load.ts';
import type { FaultInput } from './faults/schema.ts';
import type { RequireAuth } from './http/require-token.ts';
import { ServiceHost } from './service-host.ts';
import type { ServiceName } from './service.ts';
import { serviceNames } from './service.ts';
import type { StatsReport } from './stats.ts';

export interface DownstreamsOptions<Name extends ServiceName = ServiceName> {
  /** Default: the seed. */
  catalogue?: Iterable<CatalogueEntry>;
  /** Default: all five. */
  services?: readonly Name[];
  /** Whether faults can be scripted. Default: true. */
  faults?: boolean;
  /** Default: 127.0.0.1 */
  host?: string;
  /** Default: the clock. */
  now?: () => Date;
  /** How many changes each feed keeps. Default: 10,000. */
  keptChanges?: number;
  /** Whose access tokens calls need. Default: none are needed. */
  requireAuth?: RequireAuth;
}

export interface Downstreams<Name extends ServiceName = ServiceName> {
  /** Base URLs, without a slash at the end. */
  urls: Record<Name, string>;
  service: (name: Name) => DownstreamService;
  /** Stops all of them for good. */
  stop: () => Promise<void>;
}

export interface DownstreamService {
  url: string;
  /** Replaces what was set. @throws Error that says what is wrong with a fault */
  setFaults: (...faults: FaultInput[]) => Promise<void>;
  clearFaults: () => void;
  stats: () => StatsReport;
  clearStats: () => void;
  /** As if killed: closes the listener and destroys every connection. Data, faults and statistics stay for the next start. */
  stop: () => Promise<void>;
  /** Listens again, on the same port. */
  start: () => Promise<void>;
}

/** Starts the services within this process, each on a free port of its own. */
export async function startDownstreams<Name extends ServiceName = ServiceName>(
  options: DownstreamsOptions<Name> = {},
): Promise<Downstreams<Name>> {
  const {
    catalogue = loadCatalogue({})(),
    services = serviceNames as readonly ServiceName[] as readonly Name[],
    faults = true,
    host = '127.0.0.1',
  } = options;
  const { now, keptChanges, requireAuth } = options;
  const entries = [...catalogue];
  const hosts = new Map<Name, ServiceHost>();
  for (const name of services) {
    const service = new ServiceHost(name, {
      catalogue: () => entries,
      host,
      port: 0,
      faults,
      ...(now && { now }),
      requireAuth,
      ...(keptChanges !== undefined && { keptChanges }),
    });
    await service.start();
    hosts.set(name, service);
  }
  return {
    urls: Object.fromEntries([...hosts].map(([name, { url }]) => [name, url])) as Record<Name, string>,
    service(name) {
      const found = hosts.get(name);
      if (!found) throw new Error(`${name} was not started; ${[...hosts.keys()].join(', ')} were.`);
      return controlOf(found);
    },
    stop: async () => {
      await Promise.all([...hosts.values()].map((service) => service.close()));
    },
  };
}

function controlOf(host: ServiceHost): DownstreamService {
  return {
    url: host.url,
    setFaults: (...faults) => host.setFaults(faults),
    clearFaults: () => host.clearFaults(),
    stats: () => host.stats.report(),
    clearStats: () => host.stats.clear(),
    stop: () => host.stop(),
    start: () => host.start(),
  };
}
