import type { CatalogueEntry } from '../../catalogue/entry.ts';
import { midnightAfter } from '../../catalogue/days.ts';
import type { Warehouse } from '../../catalogue/internals.ts';
import { warehouses } from '../../catalogue/internals.ts';
import type { StoredRecord } from '../../store/record-store.ts';

export interface StockDoc {
  status: 'in_stock' | 'low_stock' | 'out_of_stock' | 'preorder';
  quantity: number;
  /** RFC 3339 UTC */
  restockAt?: string;
  /** Absent = shared out between the usual two. */
  warehouses?: Warehouse[];
}

export const stockFields = ['id', 'status', 'quantity', 'restockAt', 'warehouses', 'version', 'updatedAt'];

export function stockDoc({ stock }: CatalogueEntry, startedAt: Date): StockDoc {
  const { status, quantity, restockInDays } = stock;
  return {
    status,
    quantity,
    ...(restockInDays !== undefined && { restockAt: midnightAfter(startedAt, restockInDays) }),
  };
}

export function wireStock({ id, doc, version, updatedAt }: StoredRecord<StockDoc>) {
  return { id, ...doc, warehouses: doc.warehouses ?? warehouses(id, doc.quantity), version, updatedAt };
}
