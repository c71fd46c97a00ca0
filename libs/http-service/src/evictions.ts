/** So many sources are remembered one by one. */
const MAX_REMEMBERED = 10_000;

export interface Evictions {
  /** How many there were so far: a moment to compare with later. */
  count(): number;
  /** @param source undefined = every one */
  add(source: string | undefined): void;
  /** Whether one of the sources was evicted since that moment; in doubt, yes. */
  hasAny(sources: readonly string[], since: number): boolean;
}

/** Which pieces of knowledge were announced as changed lately: what is composed of one meanwhile may be its old value. */
export function createEvictions(): Evictions {
  let count = 0;
  /** All up to this one are forgotten. */
  let forgotten = 0;
  const last = new Map<string, number>();
  return {
    count: () => count,
    add(source) {
      count += 1;
      if (source === undefined) {
        forgotten = count;
        return;
      }
      last.delete(source);
      last.set(source, count);
      if (last.size <= MAX_REMEMBERED) return;
      const [oldest] = last;
      if (oldest === undefined) return;
      [, forgotten] = oldest;
      last.delete(oldest[0]);
    },
    hasAny: (sources, since) => forgotten > since || sources.some((source) => (last.get(source) ?? 0) > since),
  };
}
