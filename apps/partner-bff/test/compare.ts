import { createHash } from 'node:crypto';
import type { DigestAnswer } from '../src/digest/contract.ts';
import type { SyncRecord } from './sync.ts';

/** What a partner keeps: `sync.version` of each record by id. */
export type Copy = ReadonlyMap<string, string>;

export type AskDigest = (range: { from: string | null; to: string | null }) => Promise<DigestAnswer>;

/** As the contract describes it: what a part's digests are where the copy is equal. */
export function digestsOf(copy: Copy, { from, to }: { from: string | null; to: string | null }) {
  const ids = idsWithin(copy, from, to);
  const [catalog, price, stock] = [0, 1, 2].map((n) => {
    const hash = createHash('sha256');
    for (const id of ids) {
      const version = copy.get(id)?.split('.')[n];
      if (n !== 2 || version !== '0') hash.update(`${id}:${version}\n`);
    }
    return hash.digest('hex');
  });
  return { catalog, price, stock };
}

/**
 * The ids of which the copy has another version, none, or one too many: from the whole range down into the parts that are
 * not equal.
 * @param listed whether parts without a digest for price and stock are gone into as well
 */
export async function differences(copy: Copy, ask: AskDigest, listed = false): Promise<string[]> {
  const found: string[] = [];
  const ranges: { from: string | null; to: string | null }[] = [{ from: null, to: null }];
  for (let range = ranges.shift(); range !== undefined; range = ranges.shift()) {
    const { parts, records } = await ask(range);
    if (records !== null) {
      const theirs = versionsIn(records);
      const ids = new Set([...theirs.keys(), ...idsWithin(copy, range.from, range.to)]);
      found.push(...[...ids].filter((id) => theirs.get(id) !== copy.get(id)));
      continue;
    }
    for (const part of parts) {
      const own = digestsOf(copy, part);
      const isEqual = (['catalog', 'price', 'stock'] as const).every((of) =>
        part[of] === null ? !listed : part[of] === own[of],
      );
      if (!isEqual) ranges.push({ from: part.from, to: part.to });
    }
  }
  return found.sort();
}

/** `sync.version` of each record by id. */
export const versionsIn = (records: readonly unknown[]) =>
  new Map((records as SyncRecord[]).map(({ id, sync }) => [id, sync.version]));

function idsWithin(copy: Copy, from: string | null, to: string | null): string[] {
  return [...copy.keys()].filter((id) => (from === null || id >= from) && (to === null || id < to)).sort();
}
