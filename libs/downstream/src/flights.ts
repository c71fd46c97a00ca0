import type { CallContext } from './operation.ts';

/** A call that several requests may wait for. It speaks for the first of them, and ends when the last has left. */
export interface SharedCall extends Pick<CallContext, 'requestId' | 'childTraceparent'> {
  readonly isCancelled: boolean;
  /** How long its only waiter has, in milliseconds; of several, each has its own time. */
  remainingMs(): number;
  onCancel(cancel: () => void): void;
}

/** One call under way, for all who want what it fetches. */
export class Flight<T> implements SharedCall {
  readonly requestId: string;
  readonly childTraceparent: () => string;
  readonly result: Promise<T>;
  readonly #first: CallContext;
  readonly #onCancel: (() => void)[] = [];
  #waiters = 0;
  #isCancelled = false;

  constructor(first: CallContext, start: (call: SharedCall) => Promise<T>) {
    this.#first = first;
    this.requestId = first.requestId;
    this.childTraceparent = first.childTraceparent;
    this.result = start(this);
    // It may fail when everybody has left.
    this.result.catch(() => undefined);
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  remainingMs(): number {
    return this.#waiters > 1 ? Infinity : this.#first.deadline.remainingMs();
  }

  onCancel(cancel: () => void): void {
    this.#onCancel.push(cancel);
  }

  enter(): void {
    this.#waiters += 1;
  }

  leave(): void {
    this.#waiters -= 1;
    if (this.#waiters > 0) return;
    this.#isCancelled = true;
    for (const cancel of this.#onCancel) cancel();
  }
}

/** Single flight: who asks for what is being fetched already waits for that. */
export class Flights {
  readonly #underWay = new Map<string, Flight<unknown>>();

  /** @param key everything that shapes the call: the same key is the same question, asked for the same subject */
  join<T>(key: string, context: CallContext, start: (call: SharedCall) => Promise<T>): Flight<T> {
    const underWay = this.#underWay.get(key) as Flight<T> | undefined;
    if (underWay?.isCancelled === false) return underWay;
    const flight = new Flight(context, start);
    this.#underWay.set(key, flight);
    const land = () => {
      if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
    };
    flight.result.then(land, land);
    // What was never sent for want of room is never answered either.
    flight.onCancel(land);
    return flight;
  }

  /** Who asks from now on starts anew: what is under way may be of before a change. @param source undefined = of everything */
  forget(source: string | undefined): void {
    for (const key of this.#underWay.keys()) {
      if (source === undefined || key.startsWith(`${source}:`)) this.#underWay.delete(key);
    }
  }
}

/**
 * Waits for flights as one request: leaves all of them where its time is up or its client gone, harming no other waiter.
 * @param onLanded is told of each as soon as it has landed
 * @throws why the request ended
 */
export function landed<K, T>(
  flights: ReadonlyMap<K, Flight<T>>,
  { deadline: { signal } }: Pick<CallContext, 'deadline'>,
  onLanded: (key: K, outcome: { value: T } | { failure: unknown }) => void,
): Promise<void> {
  for (const flight of flights.values()) flight.enter();
  return new Promise((resolve, reject) => {
    let inTheAir = flights.size;
    const leave = () => {
      for (const flight of flights.values()) flight.leave();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    for (const [key, { result }] of flights) {
      const land = (outcome: { value: T } | { failure: unknown }) => {
        if (signal.aborted) return;
        onLanded(key, outcome);
        inTheAir -= 1;
        if (inTheAir > 0) return;
        signal.removeEventListener('abort', leave);
        resolve();
      };
      result.then(
        (value) => land({ value }),
        (failure: unknown) => land({ failure }),
      );
    }
  });
}
