import type { CallContext } from './operation.ts';

/** What became of something: callbacks instead of promises, since a list has hundreds of them. */
export type Outcome<T> = { value: T } | { failure: unknown };

/** A call that several requests may wait for. It speaks for the first of them, and ends when the last has left. */
export interface SharedCall extends Pick<CallContext, 'requestId' | 'childTraceparent'> {
  readonly isCancelled: boolean;
  /** How long the most patient of its waiters has, in milliseconds; Infinity where it is made for later requests. */
  remainingMs(): number;
  /** @param cancel of the one call that it is part of; told why the last waiter left */
  onCancel(cancel: (reason: unknown) => void): void;
}

/** One request that waits for a flight. */
export interface Waiter<T> {
  readonly deadline: CallContext['deadline'];
  onLanded(outcome: Outcome<T>): void;
}

/** One call under way, for all who want what it fetches. A list has hundreds: what nobody needs is not made. */
export class Flight<T> implements SharedCall {
  readonly requestId: string;
  readonly childTraceparent: () => string;
  readonly #onOver: ((flight: Flight<T>) => void) | undefined;
  #waiters: Waiter<T>[] = [];
  #onCancel: ((reason: unknown) => void) | undefined;
  #isForLater = false;
  #isCancelled = false;

  /** @param onOver is told when it has landed, and when its last waiter has left: it may never have been sent */
  constructor({ requestId, childTraceparent }: CallContext, onOver?: (flight: Flight<T>) => void) {
    this.requestId = requestId;
    this.childTraceparent = childTraceparent;
    this.#onOver = onOver;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  remainingMs(): number {
    let longest = this.#isForLater ? Infinity : -Infinity;
    for (const { deadline } of this.#waiters) longest = Math.max(longest, deadline.remainingMs());
    return longest;
  }

  onCancel(cancel: (reason: unknown) => void): void {
    this.#onCancel = cancel;
  }

  land(outcome: Outcome<T>): void {
    this.#onOver?.(this);
    for (const waiter of this.#waiters.splice(0)) waiter.onLanded(outcome);
  }

  enter(waiter: Waiter<T>): void {
    if (this.#waiters.length > 0) this.#waiters.push(waiter);
    else this.#waiters = [waiter];
  }

  /** Nobody waits for it, and nobody can cancel it: it is made for those who ask next. */
  keepFlying(): void {
    this.#isForLater = true;
  }

  leave(waiter: Waiter<T>): void {
    const place = this.#waiters.indexOf(waiter);
    if (place === -1) return;
    this.#waiters.splice(place, 1);
    if (this.#isForLater || this.#waiters.length > 0) return;
    this.#isCancelled = true;
    this.#onOver?.(this);
    this.#onCancel?.(waiter.deadline.signal.reason);
  }
}

/** Single flight: who asks for what is being fetched already waits for that. */
export class Flights {
  readonly #underWay = new Map<string, Flight<never>>();

  /**
   * @param key everything that shapes the call: the same key is the same question, asked for the same subject
   * @param start sets out for what is not under way yet, and lands the flight later
   */
  join<T>(key: string, context: CallContext, start: (flight: Flight<T>) => void): Flight<T> {
    const underWay = this.#underWay.get(key) as unknown as Flight<T> | undefined;
    if (underWay?.isCancelled === false) return underWay;
    const flight = new Flight<T>(context, (over) => {
      if (this.#underWay.get(key) === (over as unknown)) this.#underWay.delete(key);
    });
    this.#underWay.set(key, flight);
    start(flight);
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
 * @param flights with holes where there is nothing to wait for; at least one
 * @param onLanded is told of each, by its place, as soon as it has landed
 * @throws why the request ended
 */
export function landed<T>(
  flights: readonly Flight<T>[],
  { deadline }: Pick<CallContext, 'deadline'>,
  onLanded: (place: number, outcome: Outcome<T>) => void,
): Promise<void> {
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    let inTheAir = 0;
    const waiters = flights.map((flight, place) => {
      inTheAir += 1;
      const waiter: Waiter<T> = {
        deadline,
        onLanded(outcome) {
          if (signal.aborted) return;
          onLanded(place, outcome);
          inTheAir -= 1;
          if (inTheAir > 0) return;
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      flight.enter(waiter);
      return waiter;
    });
    const leave = () => {
      waiters.forEach((waiter, place) => flights[place]?.leave(waiter));
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
}
