import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

/** What sessions are protected with: the first key encrypts and signs, each of them decrypts and verifies. */
export interface SessionKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

const form = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

/**
 * @param text `id:base64 of 32 bytes`, several of them with ids of their own separated by commas
 * @returns none where any of it is something else
 */
export function readSessionKeys(text: string): SessionKey[] {
  const keys = text.split(',').map((item) => {
    const [, id = '', base64 = ''] = form.exec(item.trim()) ?? [];
    return { id, key: Buffer.from(base64, 'base64') };
  });
  const isWhole = keys.every(({ key }) => key.length === 32) && new Set(keys.map(({ id }) => id)).size === keys.length;
  return isWhole ? keys : [];
}

/** A key of its own for each purpose (RFC 5869). */
export function deriveKey({ key }: SessionKey, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', purpose, 32));
}

export interface Seal {
  /** @param boundTo what it can be opened for, and nothing else */
  seal(content: JWTPayload, boundTo: string): Promise<string>;
  /** Rejects where it was not sealed for this, by one of the keys, or is past its time. */
  open(sealed: string, boundTo: string): Promise<JWTPayload>;
}

/** Encrypts with AES-256-GCM as compact JWE (RFC 7516), which names its key. Of two purposes, none opens the other's. */
export function createSeal(keys: readonly SessionKey[], purpose: string, clock: () => number): Seal {
  const derived = new Map(keys.map((key) => [key.id, deriveKey(key, purpose)]));
  const [kid = ''] = derived.keys();
  const keyOf = (id = ''): Uint8Array => {
    const key = derived.get(id);
    if (key === undefined) throw new Error('There is no such session key');
    return key;
  };
  return {
    seal: (content, boundTo) =>
      new EncryptJWT(content)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
        .setSubject(boundTo)
        .encrypt(keyOf(kid)),
    async open(sealed, boundTo) {
      const { payload } = await jwtDecrypt(sealed, (header) => keyOf(header.kid), {
        subject: boundTo,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        currentDate: new Date(clock()),
      });
      return payload;
    },
  };
}
