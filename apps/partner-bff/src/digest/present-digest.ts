import { createHash } from 'node:crypto';
import type { IdRange } from '@product-bffs/downstream';
import { requiredRecord, type PresentSettings } from '../product-detail/present-record.ts';
import type { PartnerRecord } from '../versions/registry.ts';
import type { ComposedDigest } from './compose-digest.ts';
import type { DigestAnswer } from './contract.ts';

/**
 * What the services said of each part; of few records one part, and what is said of it is exactly of these.
 * @throws Problem where one of the records cannot be told: the rest would pass for all
 */
export function presentDigest(
  composed: ComposedDigest,
  { from, to }: IdRange,
  { version, currency }: Pick<PresentSettings, 'version' | 'currency'>,
): DigestAnswer {
  if ('parts' in composed) return { parts: composed.parts, records: null };
  const records = [...composed.list.values()].flatMap((sections) => {
    return requiredRecord(sections, currency) ?? [];
  });
  const part = {
    ...{ from, to, count: records.length },
    ...{ catalog: digestOf(records, 0), price: digestOf(records, 1), stock: digestOf(records, 2) },
  };
  return { parts: [part], records: records.map((record) => version.present(record)) };
}

/** @param n which number of the version; a stock of 0 is none, and has no line */
function digestOf(records: readonly PartnerRecord[], n: number): string {
  const hash = createHash('sha256');
  for (const { id, sync } of records) {
    const number = sync.version.split('.')[n];
    if (n !== 2 || number !== '0') hash.update(`${id}:${number}\n`);
  }
  return hash.digest('hex');
}
