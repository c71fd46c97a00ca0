const formats = new Map<string, { format: Intl.NumberFormat; places: number }>();
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
  const { format, places } = formatFor(locale, currency);
  // A decimal string is formatted exactly; a quotient of floats is not.
  text = format.format(`${minor}e-${places}` as Intl.StringNumericLiteral);
  if (formatted.size >= MAX_FORMATTED) formatted.clear();
  formatted.set(key, text);
  return text;
}

/**
 * Money as a plain decimal, "12.50" or "1250", the way schema.org and Open Graph want it.
 * @param minor minor units, a safe integer
 */
export function decimalAmount(minor: number, currency: string): string {
  const { places } = formatFor('en', currency);
  if (places === 0) return String(minor);
  const text = String(minor).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** @returns with how many decimals a currency has (ISO 4217): two for GBP, none for JPY */
function formatFor(locale: string, currency: string) {
  const key = `${locale} ${currency}`;
  let known = formats.get(key);
  if (known === undefined) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, (known = { format, places: format.resolvedOptions().maximumFractionDigits ?? 2 }));
  }
  return known;
}
