import { fresh, type KnownSection } from '@product-bffs/composition';
import * as z from 'zod';
import { DownstreamInvalid, type FailedCall } from './errors.ts';
import { notFoundLifetime } from './lifetimes.ts';
import type { Query, Resource } from './operation.ts';
import { faultsOf } from './wire/faults.ts';

const batchSchema = z.compile(z.object({ items: z.array(z.unknown()), missing: z.array(z.string()) }));

/** What one call told of the ids that it asked for: knowledge, or that its item makes no sense. */
export type Answers<T> = Map<string, KnownSection<T | null> | DownstreamInvalid>;

/**
 * One value of knowledge from what was parsed.
 * @param asOf when it was asked for, milliseconds since the epoch
 */
export function known<T, Q extends Query>(
  { lifetime, endsAt }: Pick<Resource<T, Q>, 'lifetime' | 'endsAt'>,
  value: T | null,
  asOf: number,
): KnownSection<T | null> {
  return value === null ? fresh(null, notFoundLifetime, asOf) : fresh(value, lifetime, asOf, endsAt?.(value));
}

/** @returns the value, or what is wrong with it, without any value that was sent */
export function readItem<T, Q extends Query>(
  resource: Pick<Resource<T, Q>, 'schema' | 'answers'>,
  json: unknown,
  id: string,
  query: Q,
): { value: T } | { fault: string } {
  const parsed = resource.schema.safeParse(json);
  if (!parsed.success) return { fault: faultsOf(parsed.error) };
  if (resource.answers?.(parsed.data, id, query) === false) return { fault: 'an answer to another question' };
  return { value: parsed.data };
}

/**
 * `{items, missing}` shared out to the ids that were asked for: found, known to be absent, or nonsense, each alone.
 * @throws DownstreamInvalid when nothing of it makes sense
 */
export function readBatch<T, Q extends Query>(
  json: unknown,
  ids: readonly string[],
  resource: Omit<Resource<T, Q>, 'one' | 'many'>,
  query: Q,
  named: FailedCall,
  asOf: number = Date.now(),
): Answers<T> {
  const parsed = batchSchema.safeParse(json);
  if (!parsed.success) throw new DownstreamInvalid(named, faultsOf(parsed.error));
  const items = new Map<unknown, unknown>();
  for (const item of parsed.data.items) items.set((item as { id?: unknown } | null)?.id, item);
  const absent = new Set(parsed.data.missing);
  const answers: Answers<T> = new Map();
  for (const id of ids) {
    const sent = items.get(id);
    const item = sent === undefined && absent.has(id) ? { value: null } : readItem(resource, sent, id, query);
    answers.set(id, 'fault' in item ? new DownstreamInvalid(named, item.fault) : known(resource, item.value, asOf));
  }
  const all = [...answers.values()];
  if (all[0] instanceof DownstreamInvalid && all.every((answer) => answer instanceof DownstreamInvalid)) throw all[0];
  return answers;
}
