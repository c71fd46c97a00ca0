/** Keeps one slow downstream from taking everything: so many tasks at once, as many waiting, the rest refused. */
export class Bulkhead {
  readonly #limit: number;
  readonly #waiting: (() => Promise<unknown> | undefined)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @param task begins when there is room; undefined = there is nothing to do any more. It never rejects
   * @param refuse called instead where too many wait already
   */
  run(task: () => Promise<unknown> | undefined, refuse: () => void): void {
    if (this.#running < this.#limit) this.#start(task);
    else if (this.#waiting.length < this.#limit) this.#waiting.push(task);
    else refuse();
  }

  #start(task: () => Promise<unknown> | undefined): void {
    const done = task();
    if (done === undefined) {
      this.#next();
      return;
    }
    this.#running += 1;
    void done.finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }

  #next(): void {
    const task = this.#waiting.shift();
    if (task !== undefined) this.#start(task);
  }
}
