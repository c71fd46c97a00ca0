import * as z from 'zod';
import type { ResourceOf } from './downstream.ts';
import { DownstreamInvalid } from './errors.ts';
import { goneSchema } from './follow-changes.ts';
import { idSchema } from './ids.ts';
import type { CallContext, Query } from './operation.ts';
import { timestamp } from './wire/primitives.ts';

const sequence = z.int().nonnegative();
const pageSchema = z.object({
  changes: z.array(z.object({ id: idSchema, sequence, at: timestamp })),
  nextSequence: sequence,
  hasMore: z.boolean(),
});

/** A part of what a service announced: which ids changed, in the order in which they did. */
export type FeedPage = z.infer<typeof pageSchema>;

/** No sequence gets there: asked for what came later, a service says which is its newest. */
const PAST_THE_END = 999_999_999_999_999;
const never = { softMs: 0, hardMs: 0, staleWhileRevalidate: false };

/** What a client asks the change feed of its service: always the service itself, and now. */
export function createFeed(downstream: string, resource: ResourceOf) {
  const feed = resource<FeedPage | z.infer<typeof goneSchema>, Query & { since: number; limit: number }>('changes', {
    one: { operation: 'getChanges', path: () => '/changes', isPage: true },
    schema: z.union([pageSchema, goneSchema]),
    lifetime: never,
    answers: (page, _id, { since }) =>
      !('changes' in page) ||
      page.changes.every((change) => change.sequence > since && change.sequence <= page.nextSequence),
  });
  const ask = async (since: number, limit: number, context: CallContext) => {
    const { value } = await feed.one('', { since, limit }, { ...context, anew: true });
    if (value === null) throw nonsense('no feed');
    return value;
  };
  const nonsense = (detail: string) => new DownstreamInvalid({ downstream, operation: 'getChanges' }, detail);
  return {
    /** @returns what was announced after this sequence; undefined where the service does not keep all of it any more */
    async getChanges(since: number, limit: number, context: CallContext): Promise<FeedPage | undefined> {
      const page = await ask(since, limit, context);
      return 'changes' in page ? page : undefined;
    },
    /** @returns the sequence of the last change that was announced: whatever is read from now on is at least as new */
    async getNewestSequence(context: CallContext): Promise<number> {
      const page = await ask(PAST_THE_END, 1, context);
      if ('changes' in page) throw nonsense('changes of the future');
      return page.newestSequence;
    },
  };
}
