/** The five services in a process of their own, which does what a test tells it, and ends with the test's process. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FaultInput } from '../faults/schema.ts';
import { serviceNames, type ServiceName } from '../service.ts';
import { startDownstreams } from '../start-downstreams.ts';
import { openFront, type Front } from './front.ts';
import { catalogueOf } from './products.ts';
import { selfSigned } from './self-signed.ts';

const day = 86_400_000;
const certificates = {
  valid: selfSigned('localhost', new Date(Date.now() + 365 * day)),
  expired: selfSigned('localhost', new Date(Date.now() - 365 * day)),
  'for another name': selfSigned('service.example', new Date(Date.now() + 365 * day)),
  untrusted: selfSigned('localhost', new Date(Date.now() + 365 * day)),
};

const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();

async function open(name: ServiceName) {
  const downstreams = await startDownstreams({ services: [name], catalogue: catalogueOf(name) });
  const service = downstreams.service(name);
  const plain = await openFront(new URL(service.url));
  const secure = await openFront(new URL(service.url), certificates.valid);
  return { service, plain, secure, fronts: [plain, secure] as Front[] };
}

const opened = new Map(await Promise.all(serviceNames.map(async (name) => [name, await open(name)] as const)));

function at(name: ServiceName) {
  const found = opened.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

/** Everything that can be asked of this process. */
const orders = {
  places: () =>
    Object.fromEntries(
      [...opened].map(([name, { service, plain, secure }]) => [
        name,
        { url: service.url, plainPort: plain.port, securePort: secure.port },
      ]),
    ) as Record<ServiceName, { url: string; plainPort: number; securePort: number }>,
  /** What a client trusts who trusts all of them but one. */
  trusted: () => [certificates.valid.cert, certificates.expired.cert, certificates['for another name'].cert],
  setFault: (name: ServiceName, fault: FaultInput) => at(name).service.setFaults(fault),
  stop: (name: ServiceName) => at(name).service.stop(),
  present: (name: ServiceName, which: keyof typeof certificates) => at(name).secure.present(certificates[which]),
  tear: (name: ServiceName) => at(name).plain.tear(true),
  drop: (name: ServiceName) => at(name).plain.drop(),
  async heal(name: ServiceName) {
    const { service, plain, secure } = at(name);
    service.clearFaults();
    plain.tear(false);
    secure.present(certificates.valid);
    await service.start();
  },
  stats: (name: ServiceName) => at(name).service.stats(),
  clearStats: (name: ServiceName) => at(name).service.clearStats(),
  /** The longest that the event loop was held up since the last time it was asked, in milliseconds. */
  delayMs() {
    const longestMs = loop.max / 1e6;
    loop.reset();
    return longestMs;
  },
};

export type Orders = typeof orders;

async function obey({ id, order, args }: { id: number; order: keyof Orders; args: unknown[] }): Promise<void> {
  try {
    process.send?.({ id, answer: await (orders[order] as (...given: unknown[]) => unknown)(...args) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
}

process.on('message', (order) => void obey(order as Parameters<typeof obey>[0]));
process.once('disconnect', () => process.exit());
process.send?.(Object.keys(orders));
