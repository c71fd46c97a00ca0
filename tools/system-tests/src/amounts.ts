/**
 * Whose prices an answer has, where the last digit of every amount says it: by its fields in minor units, by what is shown
 * of them, and by what search engines are told.
 */
export function lastDigits(body: string): Set<string> {
  const digits = new Set<string>();
  const addLastOf = (text: string) => digits.add(text.replaceAll(/\D/g, '').slice(-1));
  JSON.parse(body, (name, value: unknown) => {
    if (name.endsWith('Minor') && typeof value === 'number') addLastOf(String(value));
    else if (typeof value === 'string' && ['display', 'listDisplay', 'current', 'list'].includes(name))
      addLastOf(value);
    else if (name === 'jsonLd')
      for (const [, price = ''] of String(value).matchAll(/"price":"?([\d.]+)/g)) addLastOf(price);
    return value;
  });
  return digits;
}
