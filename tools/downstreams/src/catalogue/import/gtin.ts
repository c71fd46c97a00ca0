/** A GTIN of 8, 12, 13 or 14 digits whose last is the check digit of the others (GS1 General Specifications §7.9). */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  const weighted = Array.from(text)
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 3));
  return weighted.reduce((sum, value) => sum + value, 0) % 10 === 0;
}
