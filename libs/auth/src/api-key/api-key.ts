import { createHmac, randomInt, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** An API key is `pk_live_<id>_<secret><checksum>`, in base 62: 12 digits, 43 (256 random bits) and 6. */
export interface ApiKey {
  /** No secret: names the key in the registry, in commands and reports. */
  id: string;
  key: string;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_LENGTH = 6;
const form = /^pk_live_([0-9A-Za-z]{12})_[0-9A-Za-z]{49}$/;

/** What no key is without; for whoever looks for keys where none may be. */
export const API_KEY_PREFIX = 'pk_live_';

export function createApiKey(): ApiKey {
  const id = randomDigits(12);
  const start = `${API_KEY_PREFIX}${id}_${randomDigits(43)}`;
  return { id, key: start + checksumOf(start) };
}

/** @returns the id of what has the form of a key, and its checksum: what was mistyped or cut off is no key */
export function apiKeyId(text: string): string | undefined {
  const id = form.exec(text)?.[1];
  const end = text.length - CHECKSUM_LENGTH;
  return id !== undefined && checksumOf(text.slice(0, end)) === text.slice(end) ? id : undefined;
}

/** What is kept of a key: HMAC-SHA-256 with a pepper. No slow hash is needed: nobody guesses 256 bits. */
export function hashApiKey(key: string, pepper: Buffer | KeyObject): Buffer {
  return createHmac('sha256', pepper).update(key).digest();
}

/** CRC-32, padded. */
function checksumOf(text: string): string {
  let digits = '';
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS.charAt(rest % 62) + digits;
  return digits.padStart(CHECKSUM_LENGTH, '0');
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');
}
