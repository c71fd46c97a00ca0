import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds, or until the client has gone: check `response.destroyed` afterwards. */
export async function pauseUnlessClosed(response: ServerResponse, ms: number): Promise<void> {
  if (response.destroyed) return;
  const closed = new AbortController();
  const close = () => closed.abort();
  response.once('close', close);
  try {
    await setTimeout(ms, undefined, { signal: closed.signal });
  } catch {
    // only the signal ends it early
  } finally {
    response.off('close', close);
  }
}
