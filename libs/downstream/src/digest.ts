import * as z from 'zod';
import type { ResourceOf } from './downstream.ts';
import { DownstreamInvalid } from './errors.ts';
import { idSchema, MAX_IDS } from './ids.ts';
import type { CallContext, Query } from './operation.ts';
import { version } from './wire/primitives.ts';

const edge = idSchema.nullable();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const record = z.object({ id: idSchema, version });
const digestSchema = z.object({
  parts: z.array(z.object({ from: edge, to: edge, count: z.int().nonnegative(), digest: sha256 })).min(1),
  records: z.array(record).max(MAX_IDS).nullable(),
  gone: z.array(idSchema).max(MAX_IDS).nullable(),
});

/** What a service has in a range of ids: of each part how many records and their digest. Few are listed, and few that are gone. */
export type Digest = z.infer<typeof digestSchema>;

/** Ids from `from` on, up to and without `to`; null: from the first, to the last. */
export interface IdRange {
  from: string | null;
  to: string | null;
}

/**
 * @param into how many parts as equal as can be, or where all parts but the first begin
 * @param query what of the service it is about
 */
export type AskDigest<Q> = (
  range: IdRange,
  into: number | readonly string[],
  query: Q,
  context: CallContext,
) => Promise<Digest>;

const never = { softMs: 0, hardMs: 0, staleWhileRevalidate: false };

/**
 * What a client asks its service to compare copies by: SHA-256 (hexadecimal) over a line `id:version` for each record in the
 * order of ids, each with its \n. Always the service itself, and now.
 * @param isPersonal whether it is told only on behalf of somebody
 */
export function createDigest(downstream: string, resource: ResourceOf, isPersonal = false): AskDigest<Query> {
  const digests = resource<Digest, Query>('digest', {
    one: { operation: 'getDigest', path: () => '/digest', isPage: true },
    schema: digestSchema,
    lifetime: never,
    isPersonal,
    // The parts are one after the other, and all of the range.
    answers: ({ parts }, _id, { from, to, at }) =>
      parts[0]?.from === (from ?? null) &&
      parts.at(-1)?.to === (to ?? null) &&
      parts.slice(1).every((part, n) => part.from !== null && part.from === parts[n]?.to) &&
      (at === undefined || at === startsOf(parts).join(',')),
  });
  return async ({ from, to }, into, query, context) => {
    const partition =
      typeof into === 'number' ? { parts: into } : into.length > 0 ? { at: into.join(',') } : { parts: 1 };
    const asked = { ...query, from: from ?? undefined, to: to ?? undefined, ...partition };
    const { value } = await digests.one('', asked, { ...context, anew: true });
    if (value === null) throw new DownstreamInvalid({ downstream, operation: 'getDigest' }, 'no digest');
    return value;
  };
}

/** Where all parts but the first begin. */
export function startsOf(parts: Digest['parts']): string[] {
  return parts.slice(1).flatMap(({ from }) => from ?? []);
}
