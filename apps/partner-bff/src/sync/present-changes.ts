import { valueOf } from '@product-bffs/composition';
import { requiredRecord, type PresentSettings } from '../product-detail/present-record.ts';
import type { ComposedChanges } from './compose-sync.ts';

export type ChangeItem = { op: 'upsert'; record: unknown } | { op: 'delete'; id: string; at: string };

/**
 * In the order in which they changed. A product outside the part is told of as gone only where it may have been inside:
 * of a product that never was, its price and stock are none of the partner's business.
 * @throws Problem where one record cannot be told: the rest would pass it by
 */
export function presentChanges(
  { list, changed }: ComposedChanges,
  { version, currency }: PresentSettings,
): ChangeItem[] {
  return [...list].flatMap(([id, sections]): ChangeItem[] => {
    const record = requiredRecord(sections, currency);
    if (record !== undefined) return [{ op: 'upsert', record: version.present(record) }];
    const { at = '', mayHaveLeft = true } = changed.get(id) ?? {};
    const isOutside = valueOf(sections.product) === null;
    return isOutside && !mayHaveLeft ? [] : [{ op: 'delete', id, at }];
  });
}
