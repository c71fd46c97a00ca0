/** A budget of extra calls: each call pays in a share of one, each extra call takes one. */
export class TokenBucket {
  readonly #share: number;
  readonly #most: number;
  #tokens: number;

  /** @param share extra calls per call; @param most what can be saved up, which is there at the start */
  constructor(share: number, most: number) {
    this.#share = share;
    this.#most = most;
    this.#tokens = most;
  }

  payIn(): void {
    this.#tokens = Math.min(this.#most, this.#tokens + this.#share);
  }

  /** @returns whether there was one to take */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
