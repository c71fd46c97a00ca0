import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { createHttpClient, type ServiceAddress } from './http/http-client.ts';
import { readJson } from './http/read-json.ts';
import type { DownstreamEvents } from './operation.ts';

export interface FollowChangesOptions extends ServiceAddress {
  downstream: string;
  /** Is told the source, `<downstream>:<id>`, of each change; undefined where changes may have been missed. */
  onChange: (source: string | undefined) => void;
  /** Told with the first look, and whenever looks begin to fail or to succeed. */
  onFeed?: DownstreamEvents['onFeed'];
  /** Time between two looks at the feed, in milliseconds. Default: 250 */
  everyMs?: number | undefined;
}

const LIMIT = 1000;
const MAX_BODY_BYTES = 1 << 20;
const pageSchema = z.object({
  changes: z.array(z.object({ id: z.string(), at: z.string().optional() })),
  nextSequence: z.int().nonnegative(),
  hasMore: z.boolean(),
});
/** The body of a 410: where to go on from. */
export const goneSchema = z.object({ newestSequence: z.int().nonnegative() });

/**
 * Follows `GET /changes` of one service, from the end that the feed has at the start. A look that fails loses nothing as
 * long as the service keeps its changes; where it does not (410), everything may have changed, and so where the feed's end
 * could not be found at once.
 * @returns ends it
 */
export function followChanges(options: FollowChangesOptions): () => void {
  const { downstream, onChange, onFeed, everyMs = 250, ...address } = options;
  const get = createHttpClient(address, 1);
  const ended = new AbortController();
  const named = { downstream, operation: 'getChanges' };
  const startedAt = Date.now();
  let since = 0;
  let isAtEnd = false;
  let isLate = false;
  let state: 'up' | 'down' | undefined;

  /** @returns whether there is more right now */
  async function look(): Promise<boolean> {
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(address.timeoutMs)]);
    const path = `/changes?since=${since}&limit=${LIMIT}`;
    const answer = await get({ path, signal, maxBodyBytes: MAX_BODY_BYTES }, named);
    const json = readJson(answer, named);
    if (answer.status === 410) {
      since = goneSchema.parse(json).newestSequence;
      // At the start it only says where the end is: what other instances have left in Redis is of use.
      if (isAtEnd) onChange(undefined);
      return false;
    }
    const { changes, nextSequence, hasMore } = pageSchema.parse(json);
    const isFurther = nextSequence > since;
    since = nextSequence;
    // Until its end is found, only what changed since the start is news.
    const news = isAtEnd ? changes : changes.filter(({ at = '' }) => Date.parse(at) > startedAt);
    for (const id of new Set(news.map((change) => change.id))) onChange(`${downstream}:${id}`);
    return hasMore && isFurther;
  }

  function enter(next: 'up' | 'down'): void {
    if (next === state || ended.signal.aborted) return;
    state = next;
    onFeed?.({ downstream, state });
  }

  async function follow(): Promise<void> {
    while (!ended.signal.aborted) {
      const hasMore = await look().catch(() => undefined);
      enter(hasMore === undefined ? 'down' : 'up');
      if (hasMore === undefined) isLate = true;
      if (hasMore === false && !isAtEnd) {
        isAtEnd = true;
        if (isLate) onChange(undefined);
      }
      if (hasMore !== true)
        await delay(everyMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  }
  void follow();
  return () => ended.abort();
}
