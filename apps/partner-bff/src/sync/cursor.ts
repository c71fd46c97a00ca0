import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '@product-bffs/http-service';
import * as z from 'zod';

/** Sequences of the last changes of catalog, pricing and inventory that a copy has seen. */
export type Positions = readonly [catalog: number, pricing: number, inventory: number];

/** What a cursor is good for, and for nobody and nothing else. */
export interface CursorScope {
  /** `page` of a list, `export` that goes on where it was cut, `changes` since a copy was made. */
  kind: 'page' | 'export' | 'changes';
  version: string;
  partnerId: string;
  locale: string;
  currency: string;
}

/** Where a partner is. */
export interface Place {
  /** The catalog's cursor of the page that comes next; null: there is none, or it is the first. */
  after: string | null;
  /** null where only a list is read. */
  positions: Positions | null;
}

export interface CursorKey {
  id: string;
  key: Buffer;
}

export const MAX_CURSOR_LENGTH = 1024;

const sequence = z.int().nonnegative();
const contentSchema = z.strictObject({
  scope: z.string(),
  revision: z.string(),
  after: z.string().nullable(),
  positions: z.tuple([sequence, sequence, sequence]).nullable(),
});

export type Cursors = ReturnType<typeof createCursors>;

/**
 * Cursors as texts that partners hand back: readable, and signed with HMAC-SHA-256, so that nobody else makes one. They
 * hold no time, so that equal answers are equal bytes.
 * @param keys the first signs, all verify
 */
export function createCursors(keys: readonly CursorKey[]) {
  const macOf = ({ key }: CursorKey, text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const [newest] = keys;
  if (newest === undefined) throw new Error('There is no key for cursors');

  /** @returns undefined of what no key of ours has signed */
  function verified(text: string): z.infer<typeof contentSchema> | undefined {
    const [id, content, mac = '', ...more] = text.split('.');
    const key = keys.find((candidate) => candidate.id === id);
    if (text.length > MAX_CURSOR_LENGTH || key === undefined || content === undefined || more.length > 0)
      return undefined;
    const [given, own] = [Buffer.from(mac), Buffer.from(macOf(key, `${id}.${content}`))];
    if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
    const { success, data } = contentSchema.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString()));
    return success ? data : undefined;
  }

  return {
    /** @param revision of the partner's part and price list: another one ends the cursor */
    write(scope: CursorScope, revision: string, { after, positions }: Place): string {
      const content = { scope: scopeText(scope), revision, after, positions };
      const text = `${newest.id}.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
      return `${text}.${macOf(newest, text)}`;
    },
    /**
     * @param name of the query parameter that it came in
     * @throws Problem 400 cursor-invalid where it is not of this scope, 410 cursor-expired where its revision is another
     */
    read(text: string, name: 'cursor' | 'since', scope: CursorScope, revision: string): Place {
      const content = verified(text);
      if (content?.scope !== scopeText(scope)) {
        const detail = 'is none that was given out for this partner, version, currency and locale, to be used here';
        const errors = [{ in: 'query' as const, name, code: 'cursor_invalid', detail }];
        throw new Problem('cursor-invalid', { detail: `query ${name}: ${detail}`, errors });
      }
      if (content.revision !== revision)
        throw cursorExpired(scope.version, 'The part of the catalogue, or the price list, is another one now.');
      return content;
    },
  };
}

/** @param why a sentence */
export function cursorExpired(version: string, why: string): Problem {
  const detail = `${why} Synchronise anew: GET /${version}/products with Accept: application/x-ndjson gives everything.`;
  return new Problem('cursor-expired', { detail });
}

/** Where everything can be had again (RFC 8288; collection: RFC 6573). */
export function exportLink(version: string): string {
  return `</${version}/products>; rel="collection"; type="application/x-ndjson"`;
}

function scopeText({ kind, version, partnerId, locale, currency }: CursorScope): string {
  return [kind, version, partnerId, locale, currency].join(' ');
}
