import type { z } from 'zod';

/** Where and what, as in `products[3].reviews[0].rating: missing, expected number`. */
export function describeFault(place: string, { path, message }: z.core.$ZodIssue): string {
  const inside = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return `${place}${inside}: ${message}`;
}

/** Says of what is absent that it is missing; everything else keeps the words of its schema. */
export function explainFault({ code, input, expected }: z.core.$ZodRawIssue): string | undefined {
  return code === 'invalid_type' && input === undefined ? `missing, expected ${String(expected)}` : undefined;
}
