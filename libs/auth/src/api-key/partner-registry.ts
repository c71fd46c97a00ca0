import { statSync } from 'node:fs';
import type { Identity } from '../identity.ts';
import { PartnersFileFault, readPartners, type Partner, type PartnerKey } from './partners-file.ts';

/** A partner, as an answer depends on it. */
export interface PartnerIdentity extends Identity {
  readonly partner: Partner;
}

export interface PartnerRegistry {
  byClient(clientId: string): PartnerIdentity | undefined;
  byKey(keyId: string): { identity: PartnerIdentity; key: PartnerKey } | undefined;
  close(): void;
}

export interface PartnerRegistryOptions {
  /** JSON, as `readPartners` reads it. */
  file: string;
  /** Told of each version of the file that came later: of how many partners, or why the one before stays. */
  onReload: (seen: { partners: number } | { fault: string }) => void;
}

/** How often the file is looked at. */
const POLL_MS = 1000;

/**
 * Who the partners are, by a file that may change at any time, by writing or by renaming another to its name: what is new
 * holds within a second.
 * @throws PartnersFileFault where the first version is not valid
 */
export function watchPartners({ file, onReload }: PartnerRegistryOptions): PartnerRegistry {
  let version = versionOf(file);
  let known = indexOf(readPartners(file));
  const timer = setInterval(() => {
    const seen = versionOf(file);
    if (seen === version) return;
    version = seen;
    try {
      const partners = readPartners(file);
      known = indexOf(partners);
      onReload({ partners: partners.length });
    } catch (error) {
      if (!(error instanceof PartnersFileFault)) throw error;
      onReload({ fault: error.message });
    }
  }, POLL_MS);
  timer.unref();
  return {
    byClient: (clientId) => known.clients.get(clientId),
    byKey: (keyId) => known.keys.get(keyId),
    close: () => clearInterval(timer),
  };
}

/** Taken before the file is read, so that what is written meanwhile is read again. Where there is none, reading says why. */
function versionOf(file: string): string {
  try {
    const stat = statSync(file, { bigint: true });
    return [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function indexOf(partners: readonly Partner[]) {
  const identities = partners.map((partner) => ({
    subject: `partner:${partner.id}`,
    scopes: new Set<string>(partner.scopes),
    priceList: partner.priceList,
    partner,
  }));
  const clients = identities.flatMap((who) => who.partner.clients.map((client) => [client, who] as const));
  const keys = identities.flatMap((identity) =>
    identity.partner.keys.map((key) => [key.id, { identity, key }] as const),
  );
  return { clients: new Map(clients), keys: new Map(keys) };
}
