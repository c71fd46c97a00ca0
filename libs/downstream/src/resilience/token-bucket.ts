export type TokenBucket = ReturnType<typeof createTokenBucket>;

/** A budget of extra calls: each call pays in a share of one, each extra call takes one. @param most can be saved up, and is there at the start */
export function createTokenBucket(share: number, most: number) {
  let tokens = most;
  return {
    payIn(): void {
      tokens = Math.min(most, tokens + share);
    },
    /** @returns whether there was one to take */
    take(): boolean {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
