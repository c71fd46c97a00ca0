import { loadCatalogue } from '@product-bffs/downstreams';
import {
  freePortOffset,
  serviceNames,
  serviceProcess,
  startChild,
  whenReady,
  type ServiceName,
} from '@product-bffs/start';

/** Base URLs, without a slash at the end. */
export type ServiceUrls = Record<ServiceName, string>;

/** The five reference services, as processes of their own. */
export interface Services {
  readonly urls: ServiceUrls;
  /** Of every product there is. */
  readonly ids: readonly string[];
  /** Makes every answer of a service so much later; services that are not named answer at once. */
  setLatencies(latenciesMs: Partial<Record<ServiceName, number>>): Promise<void>;
  clearStats(): Promise<void>;
  /** How many calls came since they were cleared; followed change feeds do not count, they come without requests too. */
  countCalls(): Promise<number>;
  stop(): Promise<void>;
}

/** @param products absent = the seed catalogue as it is */
export async function startServices(products: number | undefined): Promise<Services> {
  const ports = await freePortOffset();
  const options = { portOffset: ports.offset, ...(products !== undefined && { products }) };
  const children = serviceNames.map((name) => startChild(serviceProcess(name, options)));
  const urls = Object.fromEntries(children.map(({ spec }) => [spec.name, spec.url])) as ServiceUrls;
  const catalogue = loadCatalogue(products === undefined ? {} : { products });
  const ids = Array.from(catalogue(), ({ id }) => id);
  const stop = async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(({ exited }) => exited));
    ports.release();
  };
  try {
    await Promise.all(children.map((child) => whenReady(child)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    urls,
    ids,
    stop,
    async setLatencies(latenciesMs) {
      await Promise.all(
        serviceNames.map(async (name) => {
          const latencyMs = latenciesMs[name];
          const faults = latencyMs === undefined ? [] : [{ kind: 'latency', latencyMs }];
          await expectStatus(204, `${urls[name]}/__faults`, { method: 'PUT', body: JSON.stringify(faults) });
        }),
      );
    },
    async clearStats() {
      await Promise.all(serviceNames.map((name) => expectStatus(204, `${urls[name]}/__stats`, { method: 'DELETE' })));
    },
    async countCalls() {
      const reports = await Promise.all(
        serviceNames.map(async (name) => {
          const answer = await expectStatus(200, `${urls[name]}/__stats`);
          return (await answer.json()) as { calls: Record<string, number> };
        }),
      );
      const calls = reports.flatMap((report) => Object.entries(report.calls));
      return calls.reduce((sum, [operation, count]) => (operation === 'getChanges' ? sum : sum + count), 0);
    },
  };
}

async function expectStatus(status: number, url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, init);
  if (answer.status !== status) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return answer;
}
