import * as z from 'zod';

/** An id, as every service and every contract writes it. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'must be 1 to 64 lower-case letters, digits and hyphens, not beginning with a hyphen',
  );

/** The most ids that one list, or one batch of a service, takes. */
export const MAX_IDS = 100;

/** `?ids=a,b,c`: 1 to 100 ids in the order asked, duplicates folded. */
export const idsParam = z
  .string('is missing: 1 to 100 ids, separated by commas')
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(idSchema).max(MAX_IDS, `must be at most ${MAX_IDS} ids`))
  .meta({ description: '1 to 100 ids, separated by commas; duplicates are folded' });
