import type { Product } from './catalog/wire.ts';
import type { StockStatus } from './inventory/wire.ts';

/** Whether a product can be bought now: active, its price known, and in stock, low on stock or open for pre-order. */
export function isPurchasable(status: Product['status'], price: object | null, stock: StockStatus): boolean {
  return (
    status === 'active' && price !== null && (stock === 'in_stock' || stock === 'low_stock' || stock === 'preorder')
  );
}
