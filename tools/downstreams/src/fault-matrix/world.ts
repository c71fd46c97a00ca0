import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Mishap } from '../../fault-matrix.ts';
import { serviceNames, type ServiceName } from '../service.ts';
import type { BffUnderTest, RunningBff, Told } from './bff-under-test.ts';
import { SERVICE_NAME, takeNames } from './names.ts';
import { idWithout, productIds, SAMPLE, saidOf } from './products.ts';
import { startServicesChild } from './services-child.ts';

/** How a service is reached, and how it comes to harm and back. */
interface Place {
  url: string;
  happen: () => Promise<unknown>;
  end: () => Promise<unknown>;
}

export interface Timed extends Told {
  ms: number;
  /** The longest that an event loop was held up meanwhile, this one's or the services', in milliseconds. */
  heldUpMs: number;
  /** The same of this one alone. */
  ownHeldUpMs: number;
}

/** The services, whole answers to compare with, and every way in which a service can go wrong. */
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld(bff: BffUnderTest) {
  const services = await startServicesChild();
  const places = await services.places();
  const urls = Object.fromEntries(serviceNames.map((name) => [name, places[name].url])) as Record<ServiceName, string>;
  const authorities = getCACertificates('default');
  setDefaultCACertificates([...authorities, ...(await services.trusted())]);
  const names = takeNames();
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const unasked = productIds();
  const healthy = bff.start({ urls, clock: Date.now, isPatient: true });
  const sample = JSON.stringify((await healthy.get(bff.path(SAMPLE))).body);

  return {
    services,

    /** A BFF that nobody asked anything yet. @param elsewhere where services are that are not at their own address */
    start: (elsewhere: Partial<Record<ServiceName, string>> = {}, clock: () => number = Date.now) =>
      bff.start({ urls: { ...urls, ...elsewhere }, clock, isPatient: false }),

    /** A product that nobody asked for yet. */
    newProduct(): string {
      const id = unasked.pop();
      if (id === undefined) throw new Error('There are no products left that nobody asked for.');
      return id;
    },
    idWithout,

    /** A product's answer in good health. */
    async whole(id: string): Promise<Told['body']> {
      return (await healthy.get(bff.path(id))).body;
    },
    /** What the answer would be of a product that one of the services does not know. */
    wholeOfUnknown: (id: string) => JSON.parse(saidOf(id, sample)) as Told['body'],

    place(service: ServiceName, mishap: Mishap): Place {
      const { url, plainPort, securePort } = places[service];
      const end = () => services.heal(service);
      if ('scripted' in mishap) return { url, end, happen: () => services.setFault(service, mishap.scripted) };
      if ('stopped' in mishap) return { url, end, happen: () => services.stop(service) };
      if ('text' in mishap) {
        return { url: `http://127.0.0.1:${plainPort}`, end, happen: () => services.tear(service) };
      }
      if ('certificate' in mishap) {
        const happen = () => services.present(service, mishap.certificate);
        return { url: `https://localhost:${securePort}`, end, happen };
      }
      if ('name' in mishap) {
        const becoming = (how: Parameters<typeof names.become>[0]) => () => {
          names.become(how);
          return services.drop(service);
        };
        return { url: `http://${SERVICE_NAME}:${plainPort}`, end: becoming('well'), happen: becoming(mishap.name) };
      }
      return { url, end: () => Promise.resolve(), happen: () => Promise.resolve() };
    },

    /** One answer, and how long it took. */
    async timed(running: RunningBff, id: string): Promise<Timed> {
      await services.delayMs();
      loop.reset();
      const startedAt = performance.now();
      const told = await running.get(bff.path(id));
      const ms = performance.now() - startedAt;
      const ownHeldUpMs = loop.max / 1e6;
      return { ...told, ms, ownHeldUpMs, heldUpMs: Math.max(ownHeldUpMs, await services.delayMs()) };
    },

    async close(): Promise<void> {
      await healthy.close();
      names.restore();
      setDefaultCACertificates(authorities);
      loop.disable();
      await services.close();
    },
  };
}
