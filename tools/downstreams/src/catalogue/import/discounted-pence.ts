interface Decimal {
  digits: bigint;
  /** The value is digits / 10^places. */
  places: number;
}

/**
 * Pence of a price in pounds after a discount, rounded half up once, from the exact product. The numbers count as the
 * decimals they are written as, 9.99 and not the binary fraction nearest to it.
 * @param pounds not negative
 * @param discountPercent 0-100
 */
export function discountedPence(pounds: number, discountPercent = 0): number {
  const price = decimalOf(pounds);
  const discount = decimalOf(discountPercent);
  const whole = 100n * 10n ** BigInt(discount.places);
  // pounds × 100 × (1 - percent / 100), where the two hundreds cancel out
  const numerator = price.digits * (whole - discount.digits);
  const denominator = 10n ** BigInt(price.places + discount.places);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** From the shortest decimal that means the same number, which is the one in the file up to 15 significant digits. */
function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}
