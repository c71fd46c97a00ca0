import { valueOf } from '@product-bffs/composition';
import { Problem, problemOfReason } from '@product-bffs/http-service';
import { presentRecordList, type PresentSettings } from '../product-detail/present-record.ts';
import type { ComposedChanges } from './compose-sync.ts';

export type ChangeItem = { op: 'upsert'; record: unknown } | { op: 'delete'; id: string; at: string };

/**
 * In the order in which they changed. A product outside the part is told of as gone only where it may have been inside:
 * of a product that never was, its price and stock are none of the partner's business.
 * @throws Problem where one record cannot be told: the rest would pass it by
 */
export function presentChanges({ list, changed }: ComposedChanges, settings: PresentSettings): ChangeItem[] {
  return [...list].flatMap(([id, sections]): ChangeItem[] => {
    const failed = Object.values({ ...sections }).find((section) => section.state === 'missing');
    if (failed !== undefined) {
      const code = problemOfReason[failed.reason];
      const headers = failed.reason === 'unavailable' && { headers: { 'retry-after': '1' } };
      throw new Problem(code, { detail: 'A record that changed cannot be read now.', ...headers });
    }
    const [record] = presentRecordList(new Map([[id, sections]]), settings).items;
    if (record !== undefined) return [{ op: 'upsert', record }];
    const { at = '', mayHaveLeft = true } = changed.get(id) ?? {};
    const isOutside = valueOf(sections.product) === null;
    return isOutside && !mayHaveLeft ? [] : [{ op: 'delete', id, at }];
  });
}
