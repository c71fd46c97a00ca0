/** What `GET /__stats` answers. */
export interface StatsReport {
  /** Calls that arrived, by operation. */
  calls: Record<string, number>;
  /** Ids that were asked for, by operation: each counts once in a call. */
  ids: Record<string, number>;
  /** Calls not yet answered to the last byte. */
  inFlight: number;
  /** Calls whose client went before that; what a scripted fault cut is not among them. */
  aborted: number;
  maxConcurrent: number;
}

/** One call from arrival to its last byte. */
export interface CountedCall {
  /** The connection is about to be cut from this side: not the client's doing. */
  cutHere(): void;
  /** @param complete whether the answer got out whole */
  end(complete: boolean): void;
}

export class Stats {
  readonly #operations: readonly string[];
  readonly #inFlight = new Set<CountedCall>();
  #calls: Record<string, number>;
  #ids: Record<string, number>;
  #aborted = 0;
  #maxConcurrent = 0;

  constructor(operations: readonly string[]) {
    this.#operations = operations;
    this.#calls = this.#zeros();
    this.#ids = this.#zeros();
  }

  begin(operation: string, ids: number): CountedCall {
    this.#calls[operation] = (this.#calls[operation] ?? 0) + 1;
    this.#ids[operation] = (this.#ids[operation] ?? 0) + ids;
    let cut = false;
    const call: CountedCall = {
      cutHere() {
        cut = true;
      },
      end: (complete) => {
        if (this.#inFlight.delete(call) && !complete && !cut) this.#aborted += 1;
      },
    };
    this.#inFlight.add(call);
    this.#maxConcurrent = Math.max(this.#maxConcurrent, this.#inFlight.size);
    return call;
  }

  /** The service itself is going: none of the open calls was left by its client. */
  cutAll(): void {
    for (const call of this.#inFlight) call.cutHere();
  }

  report(): StatsReport {
    return {
      calls: { ...this.#calls },
      ids: { ...this.#ids },
      inFlight: this.#inFlight.size,
      aborted: this.#aborted,
      maxConcurrent: this.#maxConcurrent,
    };
  }

  /** Counts from here; calls in flight stay in flight. */
  clear(): void {
    this.#calls = this.#zeros();
    this.#ids = this.#zeros();
    this.#aborted = 0;
    this.#maxConcurrent = this.#inFlight.size;
  }

  #zeros(): Record<string, number> {
    return Object.fromEntries(this.#operations.map((operation) => [operation, 0]));
  }
}
