import * as z from 'zod';
import { Problem, invalidBody } from './problem.ts';

/** Where an item is sent back as it was read, its own bookkeeping is not the caller's to set: accepted, and not used. */
export const bookkeeping = {
  id: z.string().exactOptional(),
  version: z.int().exactOptional(),
  updatedAt: z.string().exactOptional(),
};

export type WithoutBookkeeping<Body> = Omit<Body, keyof typeof bookkeeping>;

/** Far above any price, and low enough that conversions stay within safe integers. */
export const amountMinorSchema = z.int().min(0).max(1_000_000_000_000);

/** RFC 3339 UTC */
export const momentSchema = z.iso.datetime();

/** @throws Problem 400 that names each field that is wrong, or a body that is for another id */
export function parseBody<Schema extends z.ZodType<{ id?: string; version?: number; updatedAt?: string }>>(
  schema: Schema,
  { id, body }: { id: string; body: unknown },
): WithoutBookkeeping<z.output<Schema>> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidBody(parsed.error);
  const bodyId = parsed.data.id ?? id;
  if (bodyId !== id) throw new Problem(400, `id: the path says "${id}", the body "${bodyId}".`);
  const fields = Object.entries(parsed.data).filter(([name]) => !(name in bookkeeping));
  return Object.fromEntries(fields) as WithoutBookkeeping<z.output<Schema>>;
}

/**
 * The fields that a new record cannot do without.
 * @throws Problem 400 that names those that are absent
 */
export function requireFields<Fields extends object>(
  what: string,
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const absent = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (absent.length === 0) return fields as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
  const errors = absent.map((name) => ({ name, detail: `a new ${what} needs it` }));
  throw new Problem(400, `A new ${what} needs ${absent.join(' and ')}.`, { errors });
}
