import type { ServiceName } from '../service.ts';

/** An answer as a client has it. */
export interface Told {
  status: number;
  headers: Record<string, string | undefined>;
  /** Its JSON; texts that hold JSON themselves may be read as well. */
  body: object;
}

/** What is known of a service's section when it is not what the service says in good health. */
export type Knowledge =
  | { is: 'missing'; reason: 'unavailable' | 'timeout' | 'invalid' }
  /** @property asOf RFC 3339 */
  | { is: 'stale'; asOf: string }
  /** The service says that there is none. */
  | { is: 'none' }
  /** Its status is a word that nobody has heard of. */
  | { is: 'unheard-of' };

export type Need = 'required' | 'required or none' | 'optional';

/** A BFF as the matrix knows it: what it needs, and how it words what it does not know. */
export interface BffUnderTest<Body extends object = object> {
  name: string;
  /** The services that it calls, and whether it can answer without, or at least when the service knows that there is none. */
  needs: Partial<Record<ServiceName, Need>>;
  /** An answer's whole time, and when optional sections are given up, in milliseconds. */
  budgetMs: number;
  sectionLimitMs: number;
  /** Who may keep an answer: every cache, or only that of who asked. */
  answersAre: 'public' | 'private';
  /** Path of a product. */
  path(id: string): string;
  /** One with nothing remembered. */
  start(options: StartOptions): RunningBff;
  /** @returns what a complete answer becomes when that is all that is known of one service's sections */
  without(whole: Body, service: ServiceName, knowledge: Knowledge): Body;
  /** The state of every section that is not fresh. */
  troubled(body: Body): ('stale' | 'missing')[];
}

export interface StartOptions {
  urls: Record<ServiceName, string>;
  /** Milliseconds since the epoch; lifetimes are judged by it. */
  clock: () => number;
  /** Whether it waits as long as it takes: for answers to compare with. */
  isPatient: boolean;
}

export interface RunningBff {
  get(path: string): Promise<Told>;
  close(): Promise<void>;
}
