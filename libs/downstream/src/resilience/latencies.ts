const KEPT = 200;
const ENOUGH = 20;

/** The live 95th percentile of the last 200 latencies, worked out anew every 20. */
export class Latencies {
  readonly #kept: number[] = [];
  #seen = 0;
  #p95: number | undefined;

  add(ms: number): void {
    this.#kept[this.#seen % KEPT] = ms;
    this.#seen += 1;
    if (this.#seen % ENOUGH !== 0) return;
    const sorted = this.#kept.toSorted((a, b) => a - b);
    this.#p95 = sorted[Math.floor(sorted.length * 0.95)];
  }

  /** Milliseconds; undefined as long as too few were seen. */
  get p95(): number | undefined {
    return this.#p95;
  }
}
