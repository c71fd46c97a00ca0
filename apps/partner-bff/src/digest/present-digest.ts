import { createHash } from 'node:crypto';
import type { IdRange } from '@product-bffs/downstream';
import type { Currency } from '@product-bffs/http-service';
import { requiredRecord } from '../product-detail/present-record.ts';
import type { ComposedDigest } from './compose-digest.ts';
import type { DigestAnswer } from './contract.ts';

/**
 * What the services said of each part; of few records one part, and what is said of it is exactly of these.
 * @throws Problem where one of the records cannot be told: the rest would pass for all
 */
export function presentDigest(composed: ComposedDigest, { from, to }: IdRange, currency: Currency): DigestAnswer {
  if ('parts' in composed) return { parts: composed.parts, records: null };
  const records = [...composed.list.values()].flatMap((sections) => {
    const record = requiredRecord(sections, currency);
    return record ? [{ id: record.id, version: record.sync.version }] : [];
  });
  const part = {
    ...{ from, to, count: records.length },
    ...{ catalog: digestOf(records, 0), price: digestOf(records, 1), stock: digestOf(records, 2) },
  };
  return { parts: [part], records };
}

/** @param n which number of the version; 0 is none, and has no line */
function digestOf(records: readonly { id: string; version: string }[], n: number): string {
  const hash = createHash('sha256');
  for (const { id, version } of records) {
    const number = version.split('.')[n];
    if (number !== '0') hash.update(`${id}:${number}\n`);
  }
  return hash.digest('hex');
}
