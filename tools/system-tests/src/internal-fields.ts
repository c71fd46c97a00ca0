import { ask, askJson } from './ask.ts';
import { eachAtMost } from './each-at-most.ts';
import type { RunningSystem } from './running-system.ts';

/** What looks like an address of an e-mail (RFC 5321 allows more; nobody has such a one). */
export const emailAddress = /[\w.+-]+@[\w-]+\.\w/;

/** Names of fields that stay behind the BFFs. */
const internalName = /cost[_-]?price|supplier[_-]?code|warehouse/i;

export interface Planted {
  /** Values that are nowhere else, by what they are: each stands in one field of one product. */
  canaries: Map<string, string>;
  /** Every address that the reviews service knows. */
  emails: Set<string>;
}

/** Fifteen digits that no measurement ends in by chance. */
const COST_BASE = 771_395_826_413_717;
const DEPOT_BASE = 886_413_259_738_219;
const STEP = 7_919_137;

/** Gives every product internal values of its own, through the services' writes. @throws Error where one is refused */
export async function plantCanaries({ urls }: RunningSystem, ids: readonly string[]): Promise<Map<string, string>> {
  const canaries = new Map<string, string>();
  const plant = (what: string, value: string | number) => {
    canaries.set(String(value), what);
    return value;
  };
  await eachAtMost(8, ids.entries(), async ([n, id]) => {
    const writes = {
      [`${urls.catalog}/products/${id}`]: {
        costPrice: { currency: 'XTS', amountMinor: plant(`costPrice of ${id}`, COST_BASE + n * STEP) },
        supplierCode: plant(`supplierCode of ${id}`, `CANARY-SUPPLIER-${n}-`),
      },
      [`${urls.inventory}/stock/${id}`]: {
        warehouses: [
          {
            code: plant(`warehouse of ${id}`, `CANARY-DEPOT-${n}-`),
            quantity: plant(`stock in a warehouse of ${id}`, DEPOT_BASE + n * STEP),
          },
        ],
      },
    };
    for (const [url, body] of Object.entries(writes)) {
      const { status, body: answer } = await ask(url, { method: 'PUT', body });
      if (status !== 200) throw new Error(`${url} refused the canary: ${answer}`);
    }
  });
  return canaries;
}

interface ReviewPage {
  items: { author: { email: string } }[];
  nextCursor: string | null;
}

/** The addresses that the reviews service sends, from every page of every product. */
export async function emailsOfReviews({ urls }: RunningSystem, ids: readonly string[]): Promise<Set<string>> {
  const emails = new Set<string>();
  await eachAtMost(8, ids, async (id) => {
    let cursor: string | null = '';
    do {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: ReviewPage = await askJson(`${urls.reviews}/products/${id}/reviews?limit=100${from}`);
      for (const { author } of page.items) emails.add(author.email);
      cursor = page.nextCursor;
    } while (cursor !== null);
  });
  return emails;
}

/** @returns what was found of what must not be in a text; nothing where all is well */
export function leaksIn(text: string, { canaries, emails }: Planted): string[] {
  return [
    ...[...canaries].flatMap(([canary, what]) => (text.includes(canary) ? [what] : [])),
    ...[...emails].filter((email) => text.includes(email)),
    ...(emailAddress.exec(text) ?? []),
    ...(internalName.exec(text) ?? []),
  ];
}
