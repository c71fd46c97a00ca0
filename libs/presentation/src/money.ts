const digits = new Map<string, number>();
const formats = new Map<string, Intl.NumberFormat>();

/**
 * Money as a reader of the locale writes it.
 * @param minor minor units, a safe integer
 * @param currency ISO 4217
 * @param locale BCP 47
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, format);
  }
  // A decimal string is formatted exactly; a quotient of floats is not.
  return format.format(`${minor}e-${fractionDigits(currency)}` as Intl.StringNumericLiteral);
}

/**
 * Money as a plain decimal, "12.50" or "1250", the way schema.org and Open Graph want it.
 * @param minor minor units, a safe integer
 */
export function decimalAmount(minor: number, currency: string): string {
  const places = fractionDigits(currency);
  if (places === 0) return String(minor);
  const text = String(minor).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** How many decimals a currency has (ISO 4217): two for GBP, none for JPY. */
function fractionDigits(currency: string): number {
  let places = digits.get(currency);
  if (places === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    places = options.maximumFractionDigits ?? 2;
    digits.set(currency, places);
  }
  return places;
}
