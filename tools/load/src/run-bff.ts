import {
  bffProcess,
  freePortOffset,
  serviceNames,
  serviceProcess,
  startChild,
  whenReady,
  type BffName,
  type ServiceName,
} from '@product-bffs/start';

/** One BFF and the services, as processes. */
export interface RunningBff {
  url: string;
  serviceUrl(name: ServiceName): string;
  setFaults(name: ServiceName, ...faults: object[]): Promise<void>;
  /** Calls that a service got since the last time they were counted. */
  countCalls(name: ServiceName): Promise<number>;
  /** The value of one line of /metrics, 0 where there is none. @param series name and labels as they stand there */
  metric(series: string): Promise<number>;
  /** Ids of products, all of them. */
  ids: string[];
  stop(): Promise<void>;
}

export interface RunOptions {
  products: number;
  /** Further variables for the BFF. */
  environment?: Record<string, string>;
  /** Stands between the BFF and the catalog. @returns the URL that the BFF is given */
  beforeCatalog?: (catalogUrl: string) => Promise<string>;
}

const PAGE = 100;

/** Starts the services and one BFF and waits until all of them answer. */
export async function runBff(
  name: BffName,
  { products, environment = {}, beforeCatalog }: RunOptions,
): Promise<RunningBff> {
  const ports = await freePortOffset();
  const services = serviceNames.map((service) =>
    startChild(serviceProcess(service, { products, portOffset: ports.offset })),
  );
  const children = [...services] as { kill: (signal: NodeJS.Signals) => void; exited: Promise<unknown> }[];
  const stop = async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(({ exited }) => exited));
    ports.release();
  };
  try {
    await Promise.all(services.map((service) => whenReady(service)));
    const urls = new Map(services.map(({ spec }) => [spec.name, spec.url]));
    const serviceUrl = (service: ServiceName) => urls.get(service) ?? '';
    const catalogUrl = (await beforeCatalog?.(serviceUrl('catalog'))) ?? serviceUrl('catalog');
    const spec = bffProcess(name, { portOffset: ports.offset, logLevel: 'silent' });
    const bff = startChild({
      ...spec,
      // Nothing is changed meanwhile, and following changes is a call too.
      environment: { ...spec.environment, FOLLOW_CHANGES: 'off', CATALOG_URL: catalogUrl, ...environment },
    });
    children.push(bff);
    await whenReady(bff);
    return {
      url: spec.url,
      serviceUrl,
      async setFaults(service, ...faults) {
        const response = await fetch(`${serviceUrl(service)}/__faults`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(faults),
        });
        if (response.status !== 204) throw new Error(`${service} refused a fault: ${await response.text()}`);
      },
      async countCalls(service) {
        const url = `${serviceUrl(service)}/__stats`;
        const { calls } = (await (await fetch(url)).json()) as { calls: Record<string, number> };
        await fetch(url, { method: 'DELETE' });
        return Object.values(calls).reduce((sum, count) => sum + count, 0);
      },
      async metric(series) {
        const lines = (await (await fetch(`${spec.adminUrl}/metrics`)).text()).split('\n');
        const line = lines.find((one) => one.startsWith(`${series} `));
        return Number(line?.slice(series.length + 1) ?? 0);
      },
      ids: await allIds(serviceUrl('catalog')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function allIds(catalogUrl: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await fetch(`${catalogUrl}/products?limit=${PAGE}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const { items, nextCursor } = (await page.json()) as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...items.map(({ id }) => id));
    cursor = nextCursor;
  }
  return ids;
}
