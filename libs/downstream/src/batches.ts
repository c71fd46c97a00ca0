import { DownstreamSpared, type FailedCall } from './errors.ts';
import type { Outcome, SharedCall } from './flights.ts';
import type { Bulkhead } from './resilience/bulkhead.ts';

/** One id that is wanted, for one flight. */
export interface Wanted<T> {
  id: string;
  /** Whether it was asked for as part of a list. */
  listed: boolean;
  call: SharedCall;
  settle: (outcome: Outcome<T>) => void;
}

/** Sends what is wanted in one call, and settles each of them; never rejects. */
export type SendBatch<T> = (wanted: Wanted<T>[]) => Promise<void>;

/**
 * Ids asked for in one turn of the event loop share a call, up to 100. A batch that waits for room in the bulkhead goes on
 * taking ids: the slower the downstream, the larger its batches, instead of the longer its queue.
 */
export class Batches {
  readonly #bulkhead: Bulkhead;
  readonly #open = new Map<string, Wanted<never>[]>();

  constructor(bulkhead: Bulkhead) {
    this.#bulkhead = bulkhead;
  }

  /**
   * @param key everything but the id that shapes the call
   * @param size ids a call at most
   */
  add<T>(key: string, wanted: Wanted<T>, size: number, named: FailedCall, send: SendBatch<T>): void {
    const open = this.#open.get(key) as Wanted<T>[] | undefined;
    if (open !== undefined && open.length < size) {
      open.push(wanted);
      return;
    }
    const batch = [wanted];
    this.#open.set(key, batch);
    const close = () => {
      if (this.#open.get(key) === (batch as unknown)) this.#open.delete(key);
    };
    const depart = () => {
      close();
      const waiting = batch.filter(({ call }) => !call.isCancelled);
      return waiting.length === 0 ? undefined : send(waiting);
    };
    const refuse = () => {
      close();
      const failure = new DownstreamSpared(named, 'too many calls of it wait already');
      for (const { settle } of batch) settle({ failure });
    };
    const isWanted = () => batch.some(({ call }) => !call.isCancelled);
    setImmediate(() => this.#bulkhead.run(depart, refuse, isWanted));
  }
}
