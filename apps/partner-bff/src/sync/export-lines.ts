import { createHash } from 'node:crypto';
import { Refusal, SectionFailure } from '@product-bffs/composition';
import { problemOfReason, problems, problemType, type ProblemCode } from '@product-bffs/http-service';
import { presentRecordList, type PresentSettings } from '../product-detail/present-record.ts';
import type { ComposedPage } from './compose-sync.ts';
import type { Place } from './cursor.ts';

export interface ExportSettings extends PresentSettings {
  /** The page after this cursor of the catalog. @throws a SectionFailure or Refusal where it cannot be had now */
  read: (after: string) => Promise<ComposedPage>;
  /** The cursor with which the export goes on after this one of the catalog. */
  resumeAt: (after: Place['after']) => string;
  /** since of the first request for changes. */
  next: string;
  /** Told of what is our own fault. */
  onBug: (error: unknown) => void;
}

/**
 * An export as NDJSON, a page at a time: the next one is read when the one before was taken, so that no more than one is in
 * memory however slow the reader is.
 * @param first is read already, since where it cannot be had there is no export
 */
export async function* exportLines(first: ComposedPage, settings: ExportSettings): AsyncGenerator<string, void> {
  const { read, resumeAt, next } = settings;
  const hash = createHash('sha256');
  let count = 0;
  const told = (lines: readonly unknown[]): string => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    hash.update(text);
    return text;
  };
  let page = first;
  for (;;) {
    const { items, problems: failed } = presentRecordList(page.list, settings);
    count += items.length;
    const absent = failed.filter(({ status }) => status !== problems['not-found'].status);
    const errors = absent.map(({ id, status, type }) => ({ type: 'error', id, status, problem: type }));
    const { nextCursor } = page;
    const cursor = nextCursor === null ? [] : [{ type: 'page', cursor: resumeAt(nextCursor) }];
    yield told([...items, ...errors, ...cursor]);
    if (nextCursor === null) break;
    try {
      page = await read(nextCursor);
    } catch (error) {
      yield told([{ ...presentEnd(error, settings), cursor: resumeAt(nextCursor) }]);
      return;
    }
  }
  yield `${JSON.stringify({ type: 'end', count, digest: `sha-256=:${hash.digest('base64')}:`, next })}
`;
}

/** Why an export ends before its end. */
function presentEnd(error: unknown, { problemBaseUrl, onBug }: ExportSettings) {
  const ended = (code: ProblemCode, retryAfterS?: number) => ({
    type: 'error',
    status: problems[code].status,
    problem: problemType(problemBaseUrl, code),
    ...(retryAfterS !== undefined && { retryAfterS }),
  });
  if (error instanceof Refusal) return ended(error.code, Number(error.headers['retry-after'] ?? 1));
  if (error instanceof SectionFailure)
    return ended(problemOfReason[error.reason], Math.ceil((error.retryAfterMs ?? 1000) / 1000));
  onBug(error);
  return ended('internal-error');
}
