import { fresh, missing, type KnownSection, type Section } from '@product-bffs/composition';
import { z } from 'zod';
import { DownstreamInvalid, type FailedCall } from './errors.ts';
import { notFoundLifetime } from './lifetimes.ts';
import type { Operation } from './operation.ts';
import { faultsOf } from './wire/faults.ts';

const batchSchema = z.object({ items: z.array(z.unknown()), missing: z.array(z.string()) });
const itemWithId = z.object({ id: z.string() });

export interface BatchAnswer<T> {
  entries: [id: string, section: Section<T | null>][];
  /** What did not fit the wire schema, of the first item that did not. */
  fault: string | undefined;
}

/**
 * One value of knowledge from what was parsed.
 * @param now when it was fetched, milliseconds since the epoch
 */
export function known<T>({ lifetime, endsAt }: Operation<T>, value: T, now: number): KnownSection<T> {
  return fresh(value, lifetime, now, endsAt?.(value));
}

/**
 * `{items, missing}` shared out to the ids that were asked for: found, known to be absent, or nonsense, each alone.
 * @throws DownstreamInvalid when nothing of it makes sense
 */
export function readBatch<T extends { id: string }>(
  json: unknown,
  ids: readonly string[],
  operation: Operation<T>,
  named: FailedCall,
  now: number = Date.now(),
): BatchAnswer<T> {
  const parsed = batchSchema.safeParse(json);
  if (!parsed.success) throw new DownstreamInvalid(named, faultsOf(parsed.error));
  const items = new Map(
    parsed.data.items.flatMap((item) => {
      const { data } = itemWithId.safeParse(item);
      return data === undefined ? [] : [[data.id, item] as const];
    }),
  );
  const absent = new Set(parsed.data.missing);
  let fault: string | undefined;
  const sectionOf = (id: string): Section<T | null> => {
    if (!items.has(id) && absent.has(id)) return fresh(null, notFoundLifetime, now);
    const item = operation.schema.safeParse(items.get(id));
    if (item.success && (operation.answers?.(item.data) ?? true)) return known(operation, item.data, now);
    fault ??= item.success ? 'an answer to another question' : faultsOf(item.error);
    return missing('invalid');
  };
  const entries = ids.map((id): BatchAnswer<T>['entries'][number] => [id, sectionOf(id)]);
  if (fault !== undefined && entries.every(([, { state }]) => state === 'missing')) {
    throw new DownstreamInvalid(named, fault);
  }
  return { entries, fault };
}
