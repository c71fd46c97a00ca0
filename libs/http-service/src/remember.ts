import { LRUCache } from 'lru-cache';

/** Longer texts are worked out anew each time, so that nobody fills the memory with them. */
const MAX_CHARACTERS = 256;

/**
 * A bounded memory for what follows from a header or URL alone.
 * @returns what the text came to last time, else what `of` makes of it
 */
export function remembering<T extends object | string | boolean>(max: number): (text: string, of: () => T) => T {
  const remembered = new LRUCache<string, T>({ max });
  return (text, of) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = of();
    if (text.length <= MAX_CHARACTERS) remembered.set(text, found);
    return found;
  };
}
