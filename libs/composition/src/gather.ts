import type { Deadline } from './deadline.ts';
import { NotFound, SectionFailure } from './failures.ts';
import { missing, type KnownSection, type Section } from './section.ts';

/** What is known of each id of a list; an id whose item made no sense is missing alone. */
export type Batch<T> = ReadonlyMap<string, Section<T>>;

/** A section on its way, and what becomes of the answer without it. */
export type Pending<T> = (deadline: Deadline) => Promise<T>;

/** The answer fails without it: its failure is the answer's, and a value of null is NotFound. */
export function required<T>(section: Promise<KnownSection<T>>): Pending<KnownSection<NonNullable<T>>> {
  return pending(section, async (deadline) => present(await deadline.within(section)));
}

/** The answer fails without it, but that there is none is an answer too. */
export function requiredOrNone<T>(section: Promise<KnownSection<T>>): Pending<KnownSection<T>> {
  return pending(section, (deadline) => deadline.within(section));
}

/** The answer goes out without it: a downstream's failure, or the section limit, becomes a missing section. */
export function optional<T>(section: Promise<KnownSection<T>>): Pending<Section<T>> {
  return pending(section, (deadline) => forgive<Section<T>>(deadline.withinSectionLimit(section), missing));
}

/** Of a list: fails the answer when the whole batch fails. */
export function requiredBatch<T>(batch: Promise<Batch<T>>): Pending<Batch<T>> {
  return pending(batch, (deadline) => deadline.within(batch));
}

/** Of a list: when the whole batch fails, the section is missing for every id. */
export function optionalBatch<T>(ids: readonly string[], batch: Promise<Batch<T>>): Pending<Batch<T>> {
  const none = (reason: SectionFailure['reason']) => new Map(ids.map((id) => [id, missing(reason)] as const));
  return pending(batch, (deadline) => forgive<Batch<T>>(deadline.withinSectionLimit(batch), none));
}

/**
 * Waits for sections that are all under way already.
 * @throws the first failure of a required section: NotFound or a SectionFailure; DeadlineExceeded when the time is up
 */
export async function gather<T extends Record<string, unknown>>(
  deadline: Deadline,
  sections: { [K in keyof T]: Pending<T[K]> },
): Promise<T> {
  const settled = Object.entries<Pending<unknown>>(sections).map(
    async ([name, settle]) => [name, await settle(deadline)] as const,
  );
  return Object.fromEntries(await Promise.all(settled)) as T;
}

function pending<T>(section: Promise<unknown>, settle: Pending<T>): Pending<T> {
  // A section that fails before or after anyone waits for it is no unhandled rejection.
  section.catch(() => undefined);
  return settle;
}

function present<T>(section: KnownSection<T>): KnownSection<NonNullable<T>> {
  const { value } = section;
  if (value === null || value === undefined) throw new NotFound('There is no such thing');
  return { ...section, value };
}

async function forgive<T>(section: Promise<T>, instead: (reason: SectionFailure['reason']) => T): Promise<T> {
  try {
    return await section;
  } catch (error) {
    if (error instanceof SectionFailure) return instead(error.reason);
    throw error;
  }
}
