import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** What one request came to. */
export interface Asked {
  /** When it was due, in milliseconds after the load began. */
  atMs: number;
  /** From when it was due to the last byte of its answer. */
  tookMs: number;
  /** 0 where there was no answer. */
  status: number;
  /** Answered with all that was asked for: 200, and nothing of it missing. */
  complete: boolean;
  retryAfter: boolean;
}

export interface OpenLoad {
  /** Base URL of what is asked. */
  url: string;
  /** The next path to ask for. */
  path: () => string;
  perSecond: number;
  seconds: number;
}

/** Sends so many requests a second at random times, whether earlier ones are answered or not. */
export async function offer({ url, path, perSecond, seconds }: OpenLoad): Promise<Asked[]> {
  const pool = new Pool(url, { connections: 1500, pipelining: 1, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const asked: Promise<Asked>[] = [];
  const begun = performance.now();
  let dueMs = 0;
  while (dueMs < seconds * 1000) {
    const aheadMs = dueMs - (performance.now() - begun);
    if (aheadMs > 1) await pause(aheadMs);
    asked.push(ask(pool, path(), begun, dueMs));
    dueMs += (-Math.log(1 - Math.random()) * 1000) / perSecond;
  }
  const answers = await Promise.all(asked);
  await pool.destroy();
  return answers;
}

export interface ClosedLoad {
  url: string;
  path: () => string;
  /** So many clients, each of which asks again as soon as it is answered. */
  clients: number;
  seconds: number;
}

export async function askInTurns({ url, path, clients, seconds }: ClosedLoad): Promise<Asked[]> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const asked: Asked[] = [];
  const begun = performance.now();
  const client = async () => {
    for (let atMs = 0; atMs < seconds * 1000; atMs = performance.now() - begun) {
      asked.push(await ask(pool, path(), begun, atMs));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await pool.destroy();
  return asked;
}

async function ask(pool: Pool, path: string, begun: number, atMs: number): Promise<Asked> {
  const ended = (status: number, headers: Record<string, unknown> = {}): Asked => ({
    atMs,
    tookMs: performance.now() - begun - atMs,
    status,
    // An answer with something missing is for now alone.
    complete: status === 200 && headers['cache-control'] !== 'no-store',
    retryAfter: headers['retry-after'] !== undefined,
  });
  try {
    const { statusCode, headers, body } = await pool.request({ path, method: 'GET' });
    await body.dump();
    return ended(statusCode, headers);
  } catch {
    return ended(0);
  }
}

/** @param share of the values that are at most so large, from 0 to 1 */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
