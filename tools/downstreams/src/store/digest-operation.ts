import { createHash } from 'node:crypto';
import { jsonAnswer } from '../http/answer.ts';
import { checkedId, requestedIds, wholeNumber } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import type { Operation } from '../service.ts';
import type { RecordStore } from './record-store.ts';

/** Ids from `from` on, up to and without `to`; undefined: from the first, to the last. */
export interface IdRange {
  from: string | undefined;
  to: string | undefined;
}

export interface RecordVersion {
  id: string;
  version: number;
}

/** The most records that are listed, not only counted. */
const MAX_LISTED = 100;

/**
 * `GET /digest?from=&to=&parts=`, or `&at=` with the ids at which all parts but the first begin: of each part how many records
 * there are, and the SHA-256 (hexadecimal) of a line `id:version` for each in the order of ids, each with its \n. The parts
 * cover the whole range. Few records are listed too, and few ids of deleted ones: another service, where they may live on,
 * leaves out what `without` names.
 * @param versionsOf the versions that this query is about, in the order of ids
 */
export function digestOperation(
  store: Pick<RecordStore<never>, 'gone'>,
  versionsOf: (range: IdRange, query: URLSearchParams) => RecordVersion[],
): Operation {
  return {
    name: 'getDigest',
    method: 'get',
    path: '/digest',
    answer({ query }) {
      const range = requestedRange(query);
      const starts = query.has('at') ? requestedStarts(query, range) : undefined;
      const parts = wholeNumber(query, 'parts', { min: 1, max: 100, fallback: 16 });
      const without = new Set(query.has('without') ? requestedIds(query, 'without') : []);
      const versions = versionsOf(range, query).filter(({ id }) => !without.has(id));
      const gone = store.gone(range, MAX_LISTED + 1);
      return jsonAnswer({
        parts: partsOf(versions, range, starts ?? evenStarts(versions, parts)),
        records: versions.length <= MAX_LISTED ? versions : null,
        gone: gone.length <= MAX_LISTED ? gone : null,
      });
    },
  };
}

function partsOf(versions: RecordVersion[], { from, to }: IdRange, starts: string[]) {
  const edges = [from ?? null, ...starts, to ?? null];
  const rest = versions.values();
  let next = rest.next();
  return edges.slice(0, -1).map((start, n) => {
    const end = edges[n + 1] ?? null;
    const lines: string[] = [];
    for (; next.done !== true && (end === null || next.value.id < end); next = rest.next()) {
      lines.push(`${next.value.id}:${next.value.version}\n`);
    }
    return {
      from: start,
      to: end,
      count: lines.length,
      digest: createHash('sha256').update(lines.join('')).digest('hex'),
    };
  });
}

/** Where parts begin that have as many records, give or take one. */
function evenStarts(versions: RecordVersion[], parts: number): string[] {
  const count = Math.min(parts, versions.length);
  const places = Array.from({ length: Math.max(0, count - 1) }, (_, n) => ((n + 1) * versions.length) / count);
  return places.flatMap((place) => versions[Math.round(place)]?.id ?? []);
}

function requestedRange(query: URLSearchParams): IdRange {
  const edge = (name: string) => (query.has(name) ? checkedId(query.get(name) ?? '') : undefined);
  const range = { from: edge('from'), to: edge('to') };
  if (range.from !== undefined && range.to !== undefined && range.from >= range.to) {
    throw new Problem(400, `from has to come before to, got "${range.from}" and "${range.to}".`);
  }
  return range;
}

function requestedStarts(query: URLSearchParams, { from = '', to = '~' }: IdRange): string[] {
  const starts = requestedIds(query, 'at');
  for (const [n, start] of starts.entries()) {
    if (start > (starts[n - 1] ?? from) && start < to) continue;
    throw new Problem(400, `at takes ids between from and to in their order, got "${start}".`);
  }
  return starts;
}
