import * as z from 'zod';
import { idSchema } from '../ids.ts';
import { plainText, timestamp } from '../wire/primitives.ts';

const count = z.int().nonnegative();

/** `average` is null where there is no review. */
export const ratingSummarySchema = z.object({
  average: z.number().min(1).max(5).nullable(),
  count,
  histogram: z.object({ 1: count, 2: count, 3: count, 4: count, 5: count }),
});

/** The rest of an author (email) is dropped. */
export const reviewSchema = z.object({
  id: plainText,
  rating: z.int().min(1).max(5),
  title: plainText.nullish(),
  body: plainText,
  author: z.object({ displayName: plainText }),
  verified: z.boolean(),
  createdAt: timestamp,
});

export const reviewPageSchema = z.object({
  summary: ratingSummarySchema,
  items: z.array(reviewSchema),
  nextCursor: z.string().nullish(),
});

export const ratingSchema = z.object({ id: idSchema, summary: ratingSummarySchema });

export type RatingSummary = z.infer<typeof ratingSummarySchema>;
export type Review = z.infer<typeof reviewSchema>;
export type ReviewPage = z.infer<typeof reviewPageSchema>;
export type Rating = z.infer<typeof ratingSchema>;
