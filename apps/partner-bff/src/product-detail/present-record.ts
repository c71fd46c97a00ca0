import { sectionState, type KnownSection } from '@product-bffs/composition';
import type { Price, Stock } from '@product-bffs/downstream';
import {
  Problem,
  problemOfReason,
  problems,
  problemType,
  type Currency,
  type ProblemCode,
} from '@product-bffs/http-service';
import type { ListedSections, RecordSections } from './compose.ts';
import type { PartnerRecord, PartnerVersion } from '../versions/registry.ts';
import type { ListProblem } from './contract.ts';

export interface PresentSettings {
  version: PartnerVersion;
  currency: Currency;
  problemBaseUrl: string;
}

/** A record in the newest model; `present` of a version makes it that version's. */
export function presentRecord(sections: RecordSections, currency: Currency): PartnerRecord {
  const product = sections.product.value;
  const price = sections.price.value;
  const stock = sections.availability.value;
  return {
    id: product.id,
    identifiers: { sku: product.sku, gtin: product.gtin ?? null },
    brandId: product.brand?.id ?? null,
    status: product.status,
    price: presentPrice(price, currency),
    availability: presentAvailability(stock),
    sync: {
      version: [product.version, price.version, stock?.version ?? 0].join('.'),
      updatedAt: latest([product.updatedAt, price.updatedAt, ...(stock ? [stock.updatedAt] : [])]),
      stale: presentStale(sections),
    },
  };
}

/** Found and not found side by side, each id in exactly one of the two lists. */
export function presentRecordList(
  list: ReadonlyMap<string, ListedSections>,
  { version, currency, problemBaseUrl }: PresentSettings,
) {
  const answer: { items: unknown[]; problems: ListProblem[] } = { items: [], problems: [] };
  for (const [id, sections] of list) {
    const record = completeRecord(sections);
    if (typeof record === 'object') answer.items.push(version.present(presentRecord(record, currency)));
    else answer.problems.push({ id, status: problems[record].status, type: problemType(problemBaseUrl, record) });
  }
  return answer;
}

/**
 * One of a list, where what is left out would pass for gone.
 * @returns undefined where there is no such record
 * @throws Problem where it cannot be told
 */
export function requiredRecord(sections: ListedSections, currency: Currency): PartnerRecord | undefined {
  const record = completeRecord(sections);
  if (typeof record === 'object') return presentRecord(record, currency);
  if (record === 'not-found') return undefined;
  const headers = record === 'service-unavailable' && { headers: { 'retry-after': '1' } };
  throw new Problem(record, { detail: 'A record cannot be read now.', ...headers });
}

/** @returns all three sections, or the problem that the product's own request would get */
function completeRecord(sections: ListedSections): RecordSections | ProblemCode {
  for (const name of ['product', 'price', 'availability'] as const) {
    const section = sections[name];
    if (section.state === 'missing') return problemOfReason[section.reason];
    if (section.value === null && name !== 'availability') return 'not-found';
  }
  return sections as RecordSections;
}

function presentPrice(price: Price, currency: Currency): PartnerRecord['price'] {
  const { currentMinor, listMinor, taxIncluded, tiers, validUntil = null } = price;
  const quantityPrices = tiers.map(({ minQuantity, amountMinor }) => ({ fromQuantity: minQuantity, amountMinor }));
  return { currency, currentMinor, listMinor, taxIncluded, quantityPrices, validUntil };
}

/** What inventory does not know is unknown; never out of stock. */
function presentAvailability(stock: Stock | null): PartnerRecord['availability'] {
  if (stock === null) return { status: 'unknown', quantity: null, restockAt: null };
  const { status, quantity, restockAt = null } = stock;
  return { status, quantity, restockAt };
}

function presentStale(sections: RecordSections): PartnerRecord['sync']['stale'] {
  return Object.entries<KnownSection<unknown>>({ ...sections }).flatMap(([section, known]) => {
    const state = sectionState(known);
    return state.state === 'stale' ? [{ section: section as keyof RecordSections, asOf: state.asOf }] : [];
  });
}

/** @param times RFC 3339, UTC; fractions of a second may differ in length */
function latest(times: string[]): string {
  return new Date(Math.max(...times.map((time) => Date.parse(time)))).toISOString();
}
