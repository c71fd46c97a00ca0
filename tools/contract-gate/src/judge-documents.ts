import { canonicalDocument } from './canonical-document.ts';
import type { Change } from './change.ts';
import { compareDocuments } from './compare-documents.ts';
import { isSame, type JsonObject } from './json.ts';
import { redoclyVerdicts } from './redocly-verdicts.ts';

/**
 * Every change from one OpenAPI 3.1 document to another, judged by our rules and by `redocly diff`: breaking is what either
 * holds for breaking. Both compare canonical documents, so spelling is no change.
 */
export async function judgeDocuments(base: JsonObject, revision: JsonObject): Promise<Change[]> {
  if (isSame(base, revision)) return [];
  const [before, after] = [canonicalDocument(base), canonicalDocument(revision)];
  if (isSame(before, after)) {
    return [{ level: 'neutral', where: '', what: 'texts, examples or spelling changed', why: 'promises the same' }];
  }
  const ours = compareDocuments(before, after);
  const theirs = await redoclyVerdicts(before, after);
  const known = ours.filter(({ level }) => level === 'breaking');
  return [...ours, ...theirs.filter(({ where }) => !known.some((change) => change.where.startsWith(where)))];
}
