import { createApiKey, hashApiKey, isLive, MAX_LIVE_KEYS, type Partner } from '@product-bffs/auth';

/** What was asked for cannot be done; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface NewKey {
  pepper: Buffer;
  /** null: not before it is revoked. */
  expires: Date | null;
  now: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Gives a partner a further key, and forgets those that have ended. @throws Refused where it has two that live */
export function makeKey(partner: Partner, { pepper, expires, now }: NewKey): { id: string; key: string } {
  const live = partner.keys.filter((key) => isLive(key, now.getTime()));
  if (live.length >= MAX_LIVE_KEYS) {
    const ids = live.map((key) => key.id).join(' and ');
    throw new Refused(`${partner.id} has ${MAX_LIVE_KEYS} live keys, ${ids}: revoke one before another is made.`);
  }
  const { id, key } = createApiKey();
  const hash = hashApiKey(key, pepper).toString('base64url');
  const expiresAt = expires?.toISOString() ?? null;
  partner.keys = [...live, { id, hash, createdAt: now.toISOString(), expiresAt }];
  return { id, key };
}

/** The same, and ends the key before after so many days, unless it ends earlier. @throws Refused */
export function rotateKey(partner: Partner, graceDays: number, options: NewKey): { id: string; key: string } {
  const endsAt = options.now.getTime() + graceDays * DAY_MS;
  const made = makeKey(partner, options);
  for (const key of partner.keys) {
    if (key.id !== made.id && isLive(key, endsAt)) key.expiresAt = new Date(endsAt).toISOString();
  }
  return made;
}

/** @throws Refused where the partner has no such key */
export function revokeKey(partner: Partner, keyId: string): void {
  const rest = partner.keys.filter(({ id }) => id !== keyId);
  if (rest.length === partner.keys.length) throw new Refused(`${partner.id} has no key ${keyId}.`);
  partner.keys = rest;
}

/** A line a key. */
export function listKeys(partners: readonly Partner[], now: Date): string {
  const lines = partners.flatMap(({ id, keys }) =>
    keys.map((key) => {
      const ends =
        key.expiresAt === null ? 'no end' : `${isLive(key, now.getTime()) ? 'ends' : 'ended'} ${key.expiresAt}`;
      return `${id}  ${key.id}  made ${key.createdAt}  ${ends}\n`;
    }),
  );
  return lines.join('') || 'No keys.\n';
}
