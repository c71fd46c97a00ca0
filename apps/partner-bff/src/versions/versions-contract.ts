import * as z from 'zod';
import { versionStatuses } from './lifecycle.ts';

const time = z.iso.datetime();

export const changesSchema = z.array(
  z.strictObject({
    was: z.string().nullable().meta({ description: 'Field of the version before; null: there was none' }),
    is: z
      .string()
      .nullable()
      .meta({ description: 'Field that stands for it, or the call that is new; null: there is none' }),
    text: z.string(),
  }),
);

export const statusSchema = z.enum(versionStatuses).meta({
  description:
    'candidate may still change; current is the newest that is released; supported is older; deprecated has an end; gone is answered with 410',
});

/** What `GET /versions` tells. */
export const versionsSchema = z
  .strictObject({
    current: z.string().nullable().meta({ description: 'The newest version that is released' }),
    versions: z
      .array(
        z.strictObject({
          name: z.string().meta({ description: 'The month of its release; paths begin with it' }),
          status: statusSchema,
          releasedAt: time.nullable().meta({ description: 'null: a release candidate' }),
          deprecatedAt: time.nullable().meta({ description: 'null: no end is announced' }),
          sunsetAt: time.nullable().meta({ description: 'From when on it is gone; null: no end is announced' }),
          brownouts: z
            .array(z.strictObject({ from: time, until: time }))
            .meta({ description: 'Rehearsals of its end: it is answered with 503 then' }),
          successor: z.string().nullable().meta({ description: 'The next version; null: there is none yet' }),
          document: z.string().meta({ description: 'Path of its OpenAPI document' }),
          changes: changesSchema.meta({ description: 'What it changed against the version before' }),
        }),
      )
      .meta({ description: 'Newest first' }),
  })
  .meta({ id: 'Versions' });
