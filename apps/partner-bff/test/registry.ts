import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey, hashApiKey, type ApiKey, type Partner, type PartnerKey } from '@product-bffs/auth';

/** A registry of partners in a file of its own. */
export interface Registry {
  /** What tells the app where it is. */
  variables: { PARTNERS_FILE: string; API_KEY_PEPPER: string };
  /** The first key of a partner. */
  keyOf(partnerId: string): string;
  /** A further key, for a partner of the next version. */
  newKey(key?: Partial<PartnerKey>): ApiKey & { entry: PartnerKey };
  /** The next version, in place of the one before by a rename. */
  write(partners: readonly Partner[]): void;
  /** The same of any bytes at all. */
  writeText(text: string): void;
  partners: readonly Partner[];
  remove(): void;
}

const quota = { units: 1_000_000, windowS: 60 };

/** Writes a registry; each partner has a key, unless it says which. */
export function createRegistry(...given: (Partial<Partner> & { id: string })[]): Registry {
  const pepper = randomBytes(32);
  const folder = mkdtempSync(join(tmpdir(), 'partners-'));
  const file = join(folder, 'partners.json');
  const keys = new Map<string, string>();
  const newKey: Registry['newKey'] = (of = {}) => {
    const { id, key } = createApiKey();
    const hash = hashApiKey(key, pepper).toString('base64url');
    return { id, key, entry: { id, hash, createdAt: new Date().toISOString(), expiresAt: null, ...of } };
  };
  const partners = given.map((partner): Partner => {
    const { key, entry } = newKey();
    keys.set(partner.id, key);
    const usual = {
      name: partner.id,
      priceList: 'public',
      catalogue: 'all' as const,
      quota,
      clients: [],
      keys: [entry],
    };
    return { ...usual, scopes: ['products:read', 'changes:read'], ...partner };
  });
  const writeText = (text: string) => {
    writeFileSync(`${file}.next`, text);
    renameSync(`${file}.next`, file);
  };
  const write = (next: readonly Partner[]) => writeText(JSON.stringify({ partners: next }));
  write(partners);
  return {
    variables: { PARTNERS_FILE: file, API_KEY_PEPPER: pepper.toString('base64') },
    keyOf(partnerId) {
      const key = keys.get(partnerId);
      if (key === undefined) throw new Error(`There is no partner ${partnerId}`);
      return key;
    },
    newKey,
    write,
    writeText,
    partners,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What the app has to know beside services and registry, for tests that are about neither tokens nor Redis. */
export const ownVariables = {
  OIDC_ISSUER: 'http://127.0.0.1:1',
  TOKEN_AUDIENCE: 'https://api.shop.example/partner',
  PUBLIC_URL: 'https://partners.shop.example',
  REPLAY_STORE: 'memory',
  QUOTA_STORE: 'memory',
  CURSOR_KEYS: `test:${randomBytes(32).toString('base64')}`,
};
