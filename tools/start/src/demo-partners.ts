import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createApiKey, hashApiKey, type Partner } from '@product-bffs/auth';

/** New for each process that starts a system: what another wrote lets nobody in here. */
const pepper = randomBytes(32);

export type DemoPartner = 'acme' | 'globex' | 'initech';

const given: Record<DemoPartner, Pick<Partner, 'priceList' | 'catalogue' | 'clients'> & { units: number }> = {
  acme: { priceList: 'trade', catalogue: 'all', clients: ['acme'], units: 600 },
  globex: { priceList: 'public', catalogue: { brands: ['hallam-rye', 'pellam'] }, clients: ['globex'], units: 60 },
  // Sees what a guest of the shop sees, and as much of it as it likes: for tests and measurements.
  initech: { priceList: 'public', catalogue: 'all', clients: [], units: 1_000_000_000 },
};
const names = Object.keys(given) as DemoPartner[];

const apiKeys = new Map(names.map((name) => [name, createApiKey()]));

/** A key of that partner, for every system that this process starts. */
export function demoKey(name: DemoPartner): string {
  return apiKeys.get(name)?.key ?? '';
}

/** The registry of a system's partners and their keys, each in a file of its own, once they are written. */
export function demoPartners(root: string, portOffset: number) {
  const folder = join(root, '.start', String(portOffset));
  const file = join(folder, 'partners.json');
  return {
    variables: { PARTNERS_FILE: file, API_KEY_PEPPER: pepper.toString('base64') },
    write: (): void => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const name of names) writeFileSync(join(folder, `${name}.key`), `${demoKey(name)}\n`, { mode: 0o600 });
      writeFileSync(`${file}.new`, JSON.stringify({ partners: names.map(partner) }, null, 2), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

/** Where a partner's key is, beside the registry; from this folder. */
export function keyFileBeside(partnersFile: string, name: DemoPartner): string {
  return relative('', join(dirname(partnersFile), `${name}.key`));
}

function partner(name: DemoPartner): Partner {
  const { units, ...rest } = given[name];
  const { id, key } = apiKeys.get(name) ?? createApiKey();
  const hash = hashApiKey(key, pepper).toString('base64url');
  return {
    id: name,
    name,
    ...rest,
    scopes: ['products:read', 'changes:read'],
    quota: { units, windowS: 60 },
    keys: [{ id, hash, createdAt: new Date().toISOString(), expiresAt: null }],
  };
}
