/** What one GBP penny is in minor units of a currency, as a fraction: 1 GBP = 1.17 EUR = 1.27 USD = 190 JPY (which has no minor unit). */
const minorPerPenny = new Map<string, readonly [number, number]>([
  ['GBP', [1, 1]],
  ['EUR', [117, 100]],
  ['USD', [127, 100]],
  ['JPY', [190, 100]],
]);

/** What a price list takes off the public list, in per cent. */
const discountPercent = new Map([
  ['public', 0],
  ['trade', 15],
]);

/** @returns undefined for a currency without a rate */
export function rateFromGbp(currency: string): ((pennies: number) => number) | undefined {
  const rate = minorPerPenny.get(currency);
  return rate && ((pennies) => divideHalfUp(pennies * rate[0], rate[1]));
}

/** @returns undefined for a price list that does not follow from the public one */
export function discountFromPublic(priceList: string): ((amountMinor: number) => number) | undefined {
  const percent = discountPercent.get(priceList);
  return percent === undefined ? undefined : (amountMinor) => divideHalfUp(amountMinor * (100 - percent), 100);
}

/** Integer arithmetic throughout: exact as long as twice the dividend is a safe integer. */
function divideHalfUp(dividend: number, divisor: number): number {
  const doubled = 2 * dividend + divisor;
  return (doubled - (doubled % (2 * divisor))) / (2 * divisor);
}
