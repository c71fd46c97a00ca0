import { hash } from 'node:crypto';

/**
 * What services know and no client may ever see, made from ids so that it need not be kept: each value belongs to one
 * product (or review) alone, so a sweep over answers, logs and caches finds it wherever it leaked.
 */

export interface CostPrice {
  currency: string;
  amountMinor: number;
}

/** Goods are bought in rupiah: amounts of eleven digits, which nothing else here has. */
export function costPrice(id: string): CostPrice {
  return { currency: 'IDR', amountMinor: 10_000_000_000 + (parseInt(digest('cost', id), 16) % 90_000_000_000) };
}

export function supplierCode(id: string): string {
  return `SUP-${digest('supplier', id)}`;
}

export interface Warehouse {
  code: string;
  quantity: number;
}

/** Two warehouses that hold the quantity between them. */
export function warehouses(id: string, quantity: number): Warehouse[] {
  const north = Math.ceil(quantity * 0.6);
  return [
    { code: `WH-N-${digest('north', id)}`, quantity: north },
    { code: `WH-S-${digest('south', id)}`, quantity: quantity - north },
  ];
}

export function authorEmail(author: string, reviewId: string): string {
  const local = author.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.');
  return `${local.replaceAll(/^\.|\.$/g, '') || 'reader'}.${digest('email', reviewId)}@mail.example`;
}

/** Not the product's id with a number behind it: that could be longer than an id may be. */
export function reviewId(productId: string, index: number): string {
  return `r-${digest('review', `${productId}:${index}`)}`;
}

/** Twelve hexadecimal digits. */
function digest(purpose: string, id: string): string {
  return hash('sha1', `${purpose}:${id}`).slice(0, 12);
}
