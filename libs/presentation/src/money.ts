const digits = new Map<string, number>();
const formats = new Map<string, Intl.NumberFormat>();
/** What was formatted lately: prices repeat, and Intl takes its time. */
const formatted = new Map<string, string>();
const MAX_FORMATTED = 5000;

/**
 * Money as a reader of the locale writes it.
 * @param minor minor units, a safe integer
 * @param currency ISO 4217
 * @param locale BCP 47
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const key = `${minor} ${currency} ${locale}`;
  let text = formatted.get(key);
  if (text !== undefined) return text;
  // A decimal string is formatted exactly; a quotient of floats is not.
  const decimal = `${minor}e-${fractionDigits(currency)}` as Intl.StringNumericLiteral;
  text = formatFor(locale, currency).format(decimal);
  if (formatted.size >= MAX_FORMATTED) formatted.clear();
  formatted.set(key, text);
  return text;
}

function formatFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, format);
  }
  return format;
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
