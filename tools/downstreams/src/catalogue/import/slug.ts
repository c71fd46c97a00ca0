import { hash } from 'node:crypto';

const longest = 64;

/**
 * A name as 1 to 64 letters a-z, digits and hyphens: without accents, everything else a hyphen. A name in a script that has
 * none of these letters becomes eight hexadecimal digits of its SHA-256.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}|['’]/gu, '')
    .toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-|-$/g, '');
  return slug || hash('sha256', name).slice(0, 8);
}
