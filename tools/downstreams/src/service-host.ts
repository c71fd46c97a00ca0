import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogueEntry } from './catalogue/entry.ts';
import { createService } from './create-service.ts';
import { FaultScript } from './faults/fault-script.ts';
import type { FaultInput } from './faults/schema.ts';
import type { RequireAuth } from './http/require-token.ts';
import { createServiceApp } from './http/service-app.ts';
import type { ServiceName } from './service.ts';
import { Stats } from './stats.ts';
import { openDatabase } from './store/open-database.ts';

export interface HostOptions {
  catalogue: () => Iterable<CatalogueEntry>;
  host: string;
  /** 0 = any free one; a second start takes the same again. */
  port: number;
  /** Whether faults can be scripted. */
  faults: boolean;
  /** SQLite file; absent = in memory. */
  data?: string;
  /** Default: the clock. */
  now?: () => Date;
  /** Default: 10,000. */
  keptChanges?: number;
  /** Whose tokens calls need; absent: whoever calls is answered. */
  requireAuth?: RequireAuth | undefined;
}

/** A service on a socket. What it holds (data, faults, statistics) outlives its listener. */
export class ServiceHost {
  readonly stats: Stats;
  readonly #faults: FaultScript | undefined;
  readonly #host: string;
  readonly #database;
  readonly #app;
  #port: number;
  #server: Server | undefined;

  /** Loads the service's part of the catalogue. @throws Error that says what is wrong with the data file */
  constructor(
    name: ServiceName,
    { catalogue, host, port, faults, data, now, keptChanges = 10_000, requireAuth }: HostOptions,
  ) {
    this.#host = host;
    this.#port = port;
    this.#database = openDatabase(data);
    const service = createService(name, {
      database: this.#database,
      catalogue,
      now: now ?? (() => new Date()),
      keptChanges,
    });
    this.stats = new Stats(service.operations.map((operation) => operation.name));
    this.#faults = faults ? new FaultScript(service) : undefined;
    this.#app = createServiceApp({ service, stats: this.stats, faults: this.#faults, requireAuth });
  }

  get url(): string {
    return `http://${this.#host.includes(':') ? `[${this.#host}]` : this.#host}:${this.#port}`;
  }

  /** As PUT /__faults. @throws Error that names what is wrong with a fault, or where faults are off */
  async setFaults(faults: FaultInput[]): Promise<void> {
    if (!this.#faults) throw new Error('Nothing can be scripted: faults are off.');
    await this.#faults.set(faults);
  }

  clearFaults(): void {
    this.#faults?.clear();
  }

  /** Listens, on the port of last time if there was one. @throws Error that says why it cannot, such as a port that is taken */
  async start(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ keepAliveTimeout: 65_000 }, this.#app);
    this.#server = server;
    server.listen(this.#port, this.#host);
    try {
      await once(server, 'listening');
    } catch (error) {
      this.#server = undefined;
      throw new Error(`Cannot listen on ${this.#host}:${this.#port}: ${(error as Error).message}`, { cause: error });
    }
    this.#port = (server.address() as AddressInfo).port;
  }

  /** As if killed: nobody listens any more, and every connection is gone, in the middle of an answer too. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    this.stats.cutAll();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  /** Stops for good. */
  async close(): Promise<void> {
    await this.stop();
    this.#database.close();
  }
}
