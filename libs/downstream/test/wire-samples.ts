/** One item of each service, as small as its wire schema allows; `changes` says what matters to a test. */

const times = { version: 3, updatedAt: '2026-03-01T12:00:00Z' };

export function wireProduct(id: string, changes: object = {}) {
  return {
    id,
    sku: id.toUpperCase(),
    slug: id,
    name: `The ${id}`,
    categories: [],
    summary: 'Gives light.',
    description: [],
    attributes: [],
    images: [],
    variants: [],
    status: 'active',
    ...times,
    ...changes,
  };
}

export function wirePrice(id: string, changes: object = {}) {
  const amounts = { currency: 'GBP', listMinor: 900, currentMinor: 700, taxIncluded: true, tiers: [] };
  return { id, priceList: 'public', ...amounts, ...times, ...changes };
}

export function wireStock(id: string, changes: object = {}) {
  return { id, status: 'in_stock', quantity: 12, ...times, ...changes };
}
