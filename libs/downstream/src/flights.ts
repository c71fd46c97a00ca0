import type { CallContext } from './operation.ts';

/** What became of something: callbacks instead of promises, since a list has hundreds of them. */
export type Outcome<T> = { value: T } | { failure: unknown };

/** A call that several requests may wait for. It speaks for the first of them, and ends when the last has left. */
export interface SharedCall extends Pick<CallContext, 'requestId' | 'childTraceparent'> {
  readonly isCancelled: boolean;
  /** How long the most patient of its waiters has, in milliseconds; Infinity where it is made for later requests. */
  remainingMs(): number;
  /** @param cancel is told why the last waiter left */
  onCancel(cancel: (reason: unknown) => void): void;
}

/** One call under way, for all who want what it fetches. */
export class Flight<T> implements SharedCall {
  readonly requestId: string;
  readonly childTraceparent: () => string;
  readonly #onLanded: ((outcome: Outcome<T>) => void)[] = [];
  readonly #waiters: CallContext['deadline'][] = [];
  #onCancel: ((reason: unknown) => void)[] | undefined;
  #isForLater = false;
  #isCancelled = false;

  constructor(first: CallContext) {
    this.requestId = first.requestId;
    this.childTraceparent = first.childTraceparent;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  remainingMs(): number {
    return this.#isForLater ? Infinity : Math.max(...this.#waiters.map((deadline) => deadline.remainingMs()));
  }

  onCancel(cancel: (reason: unknown) => void): void {
    (this.#onCancel ??= []).push(cancel);
  }

  onLanded(listener: (outcome: Outcome<T>) => void): void {
    this.#onLanded.push(listener);
  }

  land(outcome: Outcome<T>): void {
    for (const listener of this.#onLanded) listener(outcome);
  }

  enter(deadline: CallContext['deadline']): void {
    this.#waiters.push(deadline);
  }

  /** Nobody waits for it, and nobody can cancel it: it is made for those who ask next. */
  keepFlying(): void {
    this.#isForLater = true;
  }

  leave(deadline: CallContext['deadline']): void {
    this.#waiters.splice(this.#waiters.indexOf(deadline), 1);
    if (this.#isForLater || this.#waiters.length > 0) return;
    this.#isCancelled = true;
    for (const cancel of this.#onCancel ?? []) cancel(deadline.signal.reason);
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
    const flight = new Flight<T>(context);
    this.#underWay.set(key, flight as unknown as Flight<never>);
    const end = () => {
      if (this.#underWay.get(key) === (flight as unknown)) this.#underWay.delete(key);
    };
    flight.onLanded(end);
    // What was never sent for want of room is never answered either.
    flight.onCancel(end);
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
 * @param onLanded is told of each as soon as it has landed
 * @throws why the request ended
 */
export function landed<K, T>(
  flights: ReadonlyMap<K, Flight<T>>,
  { deadline }: Pick<CallContext, 'deadline'>,
  onLanded: (key: K, outcome: Outcome<T>) => void,
): Promise<void> {
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    let inTheAir = flights.size;
    const leave = () => {
      for (const flight of flights.values()) flight.leave(deadline);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    for (const [key, flight] of flights) {
      flight.enter(deadline);
      flight.onLanded((outcome) => {
        if (signal.aborted) return;
        onLanded(key, outcome);
        inTheAir -= 1;
        if (inTheAir > 0) return;
        signal.removeEventListener('abort', leave);
        resolve();
      });
    }
  });
}
