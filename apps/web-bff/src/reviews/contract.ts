import * as z from 'zod';
import { localeParam } from '@product-bffs/http-service';

/** Reviews on a product's page, and on a page of reviews where nothing else is asked. */
export const REVIEWS_PER_PAGE = 10;

export const reviewPageQuery = z.strictObject({
  locale: localeParam,
  cursor: z
    .string()
    .regex(/^[\x21-\x7e]{1,256}$/, 'must be what nextCursor gave')
    .optional()
    .meta({ description: 'nextCursor of the page before; absent: the first page' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
    .transform(Number)
    .pipe(z.int().min(1, 'must be at least 1').max(100, 'must be at most 100'))
    .prefault(String(REVIEWS_PER_PAGE))
    .meta({ description: 'Reviews a page, 1 to 100' }),
});

const count = z.int().nonnegative();

export const ratingSummarySchema = z
  .strictObject({
    average: z.number().min(1).max(5).nullable().meta({ description: 'null where there is no review' }),
    count,
    histogram: z
      .strictObject({ 1: count, 2: count, 3: count, 4: count, 5: count })
      .meta({ description: 'How many gave one to five stars' }),
  })
  .meta({ id: 'RatingSummary' });

export const reviewPageSchema = z
  .strictObject({
    summary: ratingSummarySchema,
    items: z.array(
      z.strictObject({
        id: z.string(),
        rating: z.int().min(1).max(5),
        title: z.string().nullable(),
        body: z.string(),
        author: z.strictObject({ displayName: z.string() }),
        verified: z.boolean().meta({ description: 'Whether the author bought it here' }),
        createdAt: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().nullable().meta({ description: 'For the next page; null on the last' }),
  })
  .meta({ id: 'ReviewPage' });

export type ReviewPageBody = z.infer<typeof reviewPageSchema>;
