import * as z from 'zod';
import { idSchema } from '../ids.ts';

/** Best first. */
export const relatedSchema = z.object({ id: idSchema, items: z.array(z.object({ id: idSchema })) });

export type Related = z.infer<typeof relatedSchema>;
