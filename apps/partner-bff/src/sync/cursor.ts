import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
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

const CIPHER = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];
const tag = { authTagLength: TAG_BYTES };

/**
 * Cursors as texts that partners hand back: nobody else reads one or makes one (AES-256-GCM). The nonce is an HMAC-SHA-256
 * of what is in it, so that equal answers are equal bytes, and no two others share one.
 * @param keys the first encrypts, all decrypt
 */
export function createCursors(keys: readonly CursorKey[]) {
  const secrets = keys.map(({ id, key }) => ({ id, key, inner: Buffer.from(hkdfSync('sha256', key, '', CIPHER, 32)) }));
  const [newest] = secrets;
  if (newest === undefined) throw new Error('There is no key for cursors');

  /** @returns undefined of what no key of ours has made */
  function opened(text: string): z.infer<typeof contentSchema> | undefined {
    const [, id, rest = ''] = /^([^.]+)\.([\w-]+)$/.exec(text) ?? [];
    const secret = secrets.find((candidate) => candidate.id === id);
    const box = Buffer.from(rest, 'base64url');
    if (secret === undefined || text.length > MAX_CURSOR_LENGTH || box.toString('base64url') !== rest) return undefined;
    try {
      const decipher = createDecipheriv(CIPHER, secret.inner, box.subarray(0, NONCE_BYTES), tag);
      const content = decipher.setAuthTag(box.subarray(-TAG_BYTES)).update(box.subarray(NONCE_BYTES, -TAG_BYTES));
      return contentSchema.parse(JSON.parse(Buffer.concat([content, decipher.final()]).toString()));
    } catch {
      return undefined;
    }
  }

  return {
    /** @param revision of the partner's part and price list: another one ends the cursor */
    write(scope: CursorScope, revision: string, { after, positions }: Place): string {
      const content = JSON.stringify({ scope: scopeText(scope), revision, after, positions });
      const nonce = createHmac('sha256', newest.key).update(content).digest().subarray(0, NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, newest.inner, nonce, tag);
      const sealed = Buffer.concat([nonce, cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${newest.id}.${sealed.toString('base64url')}`;
    },
    /**
     * @param name of the query parameter that it came in
     * @throws Problem 400 cursor-invalid where it is not of this scope, 410 cursor-expired where its revision is another
     */
    read(text: string, name: 'cursor' | 'since', scope: CursorScope, revision: string): Place {
      const content = opened(text);
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
