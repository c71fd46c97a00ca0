import { idSchema, MAX_IDS } from '@product-bffs/downstream';
import * as z from 'zod';
import { countParam, productQuery } from '../product-detail/contract.ts';
import { versionsSince } from '../versions/registry.ts';

/** By what a partner finds out whether its copy is equal, and where it is not. */

/** Those that can be asked for it. */
export const comparableVersions = versionsSince('2027-01');

const DEFAULT_PARTS = 16;

const parts = countParam(DEFAULT_PARTS).meta({
  description: `Into how many parts the range is cut, at most: 1 to ${MAX_IDS}; absent: ${DEFAULT_PARTS}`,
});

export const digestQuery = z
  .strictObject({
    from: idSchema.optional().meta({ description: 'The first id of the range; absent: the first of all' }),
    to: idSchema.optional().meta({ description: 'The first id after the range; absent: it ends with the last of all' }),
    parts,
    currency: productQuery.shape.currency,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    message: 'must come after from',
  });

const edge = idSchema.nullable();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The answer of one version. */
export const digestOf = (productSchema: z.ZodType) =>
  z
    .strictObject({
      parts: z
        .array(
          z.strictObject({
            from: edge.meta({ description: 'The first id that it can hold; null: the first of all' }),
            to: edge.meta({ description: 'The first id after it; null: it ends with the last of all' }),
            count: z.int().nonnegative().meta({
              description: "Products of the partner's part of the catalogue in it; where they are listed, the records",
            }),
            catalog: sha256.meta({
              description:
                'SHA-256, in lower-case hexadecimal digits, over a line "id:version" for each product in the order of ids (bytes of ASCII), each with its \\n; version: the first number of sync.version',
            }),
            price: sha256.nullable().meta({
              description:
                'The same of what pricing has, with the second number; null for a partner that sees part of the catalogue, unless records are listed',
            }),
            stock: sha256.nullable().meta({
              description:
                'The same of what inventory has, with the third number, where 0 is none and has no line; null where price is',
            }),
          }),
        )
        .min(1)
        .meta({ description: 'One after the other, all of the range; one, where its records are listed' }),
      records: z
        .array(productSchema)
        .max(MAX_IDS)
        .nullable()
        .meta({
          description: `All records of the range as they are now, in the order of ids, where no more than ${MAX_IDS} products are in it`,
        }),
    })
    .meta({ id: 'Digest' });

export type DigestAnswer = Omit<z.infer<ReturnType<typeof digestOf>>, 'records'> & { records: unknown[] | null };
