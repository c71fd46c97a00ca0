/** What the load generator is told to do. */
export interface Load {
  /** Base URL of what is asked. */
  url: string;
  connections: number;
  /** Answers to wait for. */
  requests: number;
  path: LoadPath;
  headers: Record<string, string>;
  /** The status that every answer has to have. */
  status: number;
  /** Whether answers are searched for sections that are missing: an incomplete answer costs less. */
  complete: boolean;
}

/** The same path always; or ids after a piece of it: so many at random in each request, or each id in turn. */
export type LoadPath = string | { before: string; ids: number; seed: number } | { before: string; ids: 'each' };

export interface LoadResult {
  /** Answered. */
  requests: number;
  /** From the first request to the last answer. */
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** What went wrong: broken connections, another status, sections missing. */
  failed: number;
}
