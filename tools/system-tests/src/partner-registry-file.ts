import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey, hashApiKey, type Partner } from '@product-bffs/auth';

/** A registry of a test's own partners, with one API key each. */
export interface PartnerRegistryFile {
  /** For partner-bff. */
  variables: { PARTNERS_FILE: string; API_KEY_PEPPER: string; CURSOR_KEYS: string };
  /** API keys by partner. */
  keys: Record<string, string>;
  remove(): void;
}

export type TestPartner = Pick<Partner, 'id' | 'priceList' | 'catalogue' | 'clients'>;

/** None of the partners comes near its quota. */
export function writePartnerRegistry(partners: readonly TestPartner[]): PartnerRegistryFile {
  const folder = mkdtempSync(join(tmpdir(), 'partners-'));
  const file = join(folder, 'partners.json');
  const pepper = randomBytes(32);
  const keys: Record<string, string> = {};
  const entries = partners.map((partner): Partner => {
    const { id, key } = createApiKey();
    keys[partner.id] = key;
    const hash = hashApiKey(key, pepper).toString('base64url');
    return {
      ...partner,
      name: partner.id,
      scopes: ['products:read', 'changes:read'],
      quota: { units: 1_000_000_000, windowS: 60 },
      keys: [{ id, hash, createdAt: new Date().toISOString(), expiresAt: null }],
    };
  });
  writeFileSync(file, JSON.stringify({ partners: entries }), { mode: 0o600 });
  return {
    variables: {
      PARTNERS_FILE: file,
      API_KEY_PEPPER: pepper.toString('base64'),
      CURSOR_KEYS: `of-this-test:${randomBytes(32).toString('base64')}`,
    },
    keys,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
