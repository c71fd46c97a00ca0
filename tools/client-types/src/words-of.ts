/** The words of a value as it is on the wire: `in_stock`, `not-found` and `GBP` are two, two and one. */
export function wordsOf(value: string): string[] {
  return value
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
