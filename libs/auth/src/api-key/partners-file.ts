import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** So that a key can be replaced without a moment in which there is none. */
export const MAX_LIVE_KEYS = 2;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens');

const keySchema = z.strictObject({
  id: z.string().regex(/^[0-9A-Za-z]{12}$/, 'must be the id of an API key'),
  /** HMAC-SHA-256 of the key with the pepper, base64url. */
  hash: z.string().regex(/^[\w-]{43}$/, 'must be a hash in base64url'),
  createdAt: z.iso.datetime(),
  /** null: not before it is revoked. */
  expiresAt: z.iso.datetime().nullable(),
});

const partnerSchema = z.strictObject({
  id,
  name: z.string().min(1),
  priceList: id,
  /** The products of these brands, and these products. */
  catalogue: z.union([z.literal('all'), z.strictObject({ brands: z.array(id), products: z.array(id).optional() })], {
    error: 'must be "all", or ids as {"brands": [], "products": []}',
  }),
  scopes: z.array(z.enum(['products:read', 'changes:read'])),
  quota: z.strictObject({
    /** At least what the dearest request costs, which could else never be answered. */
    units: z.int().min(10).max(1e9),
    windowS: z.int().min(1).max(86_400),
  }),
  /** OAuth clients whose access tokens are this partner's. */
  clients: z.array(z.string().min(1)),
  keys: z.array(keySchema),
});

const partnersSchema = z.strictObject({ partners: z.array(partnerSchema) }).superRefine(({ partners }, context) => {
  const fault = (message: string, ...path: (string | number)[]) =>
    context.addIssue({ code: 'custom', path: ['partners', ...path], message });
  const seen = new Set<string>();
  const once = (kind: string, value: string, ...path: (string | number)[]) => {
    const known = `${kind} ${value}`;
    if (seen.has(known)) fault(`is the id of another ${kind}`, ...path);
    seen.add(known);
  };
  partners.forEach((partner, n) => {
    once('partner', partner.id, n, 'id');
    partner.clients.forEach((client, at) => once('client', client, n, 'clients', at));
    partner.keys.forEach((key, at) => once('key', key.id, n, 'keys', at, 'id'));
    const live = partner.keys.filter((key) => isLive(key)).length;
    if (live > MAX_LIVE_KEYS) fault(`has more than ${MAX_LIVE_KEYS} live keys`, n, 'keys');
  });
});

export type Partner = z.infer<typeof partnerSchema>;
export type PartnerKey = z.infer<typeof keySchema>;

/** The file is not what it has to be. The message names every fault by its path and repeats no value. */
export class PartnersFileFault extends Error {
  override readonly name = 'PartnersFileFault';
}

/** @throws PartnersFileFault */
export function readPartners(file: string): Partner[] {
  const parsed = partnersSchema.safeParse(readJson(file));
  if (parsed.success) return parsed.data.partners;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'the file'}: ${message}`,
  );
  throw new PartnersFileFault(faults.join('; '));
}

/** @param now milliseconds since the epoch */
export function isLive({ expiresAt }: Pick<PartnerKey, 'expiresAt'>, now: number = Date.now()): boolean {
  return expiresAt === null || now < Date.parse(expiresAt);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // What a parser says repeats what it read.
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${String((error as { code?: unknown }).code)})`;
    throw new PartnersFileFault(`the file ${why}`);
  }
}
