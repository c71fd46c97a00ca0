type Task = () => Promise<unknown> | undefined;

/** Keeps one slow downstream from taking everything: so many tasks at once, as many waiting, the rest refused. */
export class Bulkhead {
  readonly #limit: number;
  #waiting: { task: Task; isWanted: () => boolean }[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @param task begins when there is room; undefined = there is nothing to do any more. It never rejects
   * @param refuse called instead where too many wait already
   * @param isWanted whether anybody still waits for it: who has left takes nobody's place
   */
  run(task: Task, refuse: () => void, isWanted: () => boolean): void {
    if (this.#waiting.length >= this.#limit) this.#waiting = this.#waiting.filter((waiting) => waiting.isWanted());
    if (this.#running < this.#limit) this.#start(task);
    else if (this.#waiting.length < this.#limit) this.#waiting.push({ task, isWanted });
    else refuse();
  }

  #start(task: Task): void {
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
    const next = this.#waiting.shift();
    if (next !== undefined) this.#start(next.task);
  }
}
