import { sectionState, type KnownSection } from '@product-bffs/composition';
import type { Price, Stock } from '@product-bffs/downstream';
import { problemOfReason, problems, problemType, type Currency, type ProblemCode } from '@product-bffs/http-service';
import type { ListedSections, RecordSections } from './compose.ts';
import type { PartnerProduct, PartnerProductList } from './contract.ts';

export interface PresentSettings {
  currency: Currency;
  problemBaseUrl: string;
}

export function presentRecord(sections: RecordSections, currency: Currency): PartnerProduct {
  const product = sections.product.value;
  const price = sections.price.value;
  const stock = sections.availability.value;
  const stale = presentStale(sections);
  return {
    id: product.id,
    sku: product.sku,
    gtin: product.gtin ?? null,
    status: product.status,
    price: presentPrice(price, currency),
    availability: presentAvailability(stock),
    sync: {
      version: [product.version, price.version, stock?.version ?? 0].join('.'),
      updatedAt: latest([product.updatedAt, price.updatedAt, ...(stock ? [stock.updatedAt] : [])]),
      ...(stale.length > 0 && { stale }),
    },
  };
}

/** Found and not found side by side, each id in exactly one of the two lists. */
export function presentRecordList(
  list: ReadonlyMap<string, ListedSections>,
  { currency, problemBaseUrl }: PresentSettings,
): PartnerProductList {
  const answer: PartnerProductList = { items: [], problems: [] };
  for (const [id, sections] of list) {
    const record = completeRecord(sections);
    if (typeof record === 'object') answer.items.push(presentRecord(record, currency));
    else answer.problems.push({ id, status: problems[record].status, type: problemType(problemBaseUrl, record) });
  }
  return answer;
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

function presentPrice(price: Price, currency: Currency): PartnerProduct['price'] {
  const { currentMinor, listMinor, taxIncluded, tiers, validUntil } = price;
  return { currency, currentMinor, listMinor, taxIncluded, tiers, ...(validUntil && { validUntil }) };
}

/** What inventory does not know is unknown; never out of stock. */
function presentAvailability(stock: Stock | null): PartnerProduct['availability'] {
  if (stock === null) return { status: 'unknown', quantity: null };
  const { status, quantity, restockAt } = stock;
  return { status, quantity, ...(restockAt && { restockAt }) };
}

function presentStale(sections: RecordSections): NonNullable<PartnerProduct['sync']['stale']> {
  return Object.entries<KnownSection<unknown>>({ ...sections }).flatMap(([section, known]) => {
    const state = sectionState(known);
    return state.state === 'stale' ? [{ section: section as keyof RecordSections, asOf: state.asOf }] : [];
  });
}

/** @param times RFC 3339, UTC; fractions of a second may differ in length */
function latest(times: string[]): string {
  return new Date(Math.max(...times.map((time) => Date.parse(time)))).toISOString();
}
