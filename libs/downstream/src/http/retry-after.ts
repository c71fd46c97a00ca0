/**
 * Retry-After as RFC 9110 §10.2.3 has it: seconds, or an HTTP date.
 * @param now milliseconds since the epoch
 * @returns milliseconds to wait, or undefined where it says nothing usable
 */
export function retryAfterMs(value: string, now: number = Date.now()): number | undefined {
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) || !value.endsWith('GMT') ? undefined : Math.max(0, date - now);
}
