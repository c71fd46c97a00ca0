import * as z from 'zod';
import { changesSchema, statusSchema } from '../versions/versions-contract.ts';
import { DAYS_OF_USAGE } from './usage.ts';

const daysLeft = z.int().nonnegative().nullable();

/** What a partner is told of itself. */
export const accountSchema = z
  .strictObject({
    partner: z.string().meta({ description: 'Id of the partner' }),
    versions: z
      .array(
        z.strictObject({
          name: z.string(),
          status: statusSchema,
          calls: z.int().positive(),
          lastCalledOn: z.iso.date().meta({ description: 'The last day with a call, UTC' }),
          sunsetAt: z.iso
            .datetime()
            .nullable()
            .meta({ description: 'From when on it is gone; null: no end is announced' }),
          daysLeft: daysLeft.meta({ description: 'Whole days until then' }),
          successor: z.string().nullable(),
          deprecatedFields: changesSchema.meta({ description: 'Fields that its successor does not have as they were' }),
        }),
      )
      .meta({ description: `Versions called in the last ${DAYS_OF_USAGE} days, newest first` }),
    quota: z.strictObject({
      units: z.int().meta({ description: 'Units within a window; RateLimit says what is left' }),
      windowS: z.int().meta({ description: 'Its length, in seconds' }),
    }),
    keys: z
      .array(
        z.strictObject({
          id: z.string().meta({ description: 'The part of the key after pk_live_, which is no secret' }),
          createdAt: z.iso.datetime(),
          expiresAt: z.iso.datetime().nullable().meta({ description: 'null: not before it is revoked' }),
          daysLeft: daysLeft.meta({ description: 'Whole days until then' }),
        }),
      )
      .meta({ description: 'API keys that are valid now' }),
  })
  .meta({ id: 'Account' });
