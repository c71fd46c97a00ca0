import { idSchema, idsParam, MAX_IDS } from '@product-bffs/downstream';
import * as z from 'zod';
import { countParam, productListOf, productQuery } from '../product-detail/contract.ts';
import { MAX_CURSOR_LENGTH } from './cursor.ts';

/** What every version has to synchronise by: pages, the export and the changes since. Records are each version's own. */

const limit = countParam(MAX_IDS).meta({
  description: 'How many products are looked at, of an export for each of its pages: 1 to 100; absent: 100',
  examples: ['50'],
});

const cursor = z
  .string('is missing: a cursor that was given out')
  .min(1, 'must not be empty')
  .max(MAX_CURSOR_LENGTH, `must have at most ${MAX_CURSOR_LENGTH} characters`);

export const pageQuery = productQuery.extend({
  cursor: cursor.optional().meta({
    description: 'nextCursor of the page before, or the cursor of a line of an export; absent: from the start',
  }),
  limit,
});

export const changesQuery = productQuery.extend({
  since: cursor.meta({ description: 'next of an export, or nextCursor of the changes before' }),
  limit,
});

/** All that the path of the products takes: ids, or a place in all of them. */
export const productsQuery = pageQuery.extend({ ids: idsParam.optional() });

const cursorText = z.string().max(MAX_CURSOR_LENGTH);

/** One page of all products. */
export const pageOf = (productSchema: z.ZodType) =>
  z
    .strictObject({
      ...productListOf(productSchema).shape,
      nextCursor: cursorText.nullable().meta({ description: 'null: this was the last page' }),
    })
    .meta({ id: 'ProductPage' });

/** What became of products since a cursor was given out. */
export const changesOf = (productSchema: z.ZodType) =>
  z
    .strictObject({
      items: z
        .array(
          z.discriminatedUnion('op', [
            z.strictObject({ op: z.literal('upsert'), record: productSchema }),
            z.strictObject({ op: z.literal('delete'), id: idSchema, at: z.iso.datetime() }),
          ]),
        )
        .meta({
          description: 'Each product at most once: its whole record as it is now, or that there is none any more',
        }),
      nextCursor: cursorText.meta({ description: 'What to ask with next, once all items are taken over' }),
      hasMore: z.boolean().meta({ description: 'Whether there is more right now' }),
    })
    .meta({ id: 'ProductChanges' });

/** One line of an export. What has a type is no record. */
export const exportLineOf = (productSchema: z.ZodType) =>
  z
    .union([
      productSchema,
      z.strictObject({
        type: z.literal('page').meta({ description: 'All lines before it are complete' }),
        cursor: cursorText.meta({ description: 'With it an export that was cut goes on from here' }),
      }),
      z.strictObject({
        type: z
          .literal('error')
          .meta({ description: 'Of a product: its record is not there. Without an id: the export ends here' }),
        id: idSchema.optional(),
        status: z.int(),
        problem: z.url(),
        retryAfterS: z.int().optional(),
        cursor: cursorText.optional().meta({ description: 'With it the export goes on from here' }),
      }),
      z.strictObject({
        type: z.literal('end'),
        count: z.int().meta({ description: 'Records in this answer' }),
        digest: z
          .string()
          .meta({ description: 'SHA-256 of all lines before this one, each with its \\n, as RFC 9530 writes it' }),
        next: cursorText.meta({ description: 'since of the first request for changes' }),
      }),
    ])
    .meta({ id: 'ExportLine' });
