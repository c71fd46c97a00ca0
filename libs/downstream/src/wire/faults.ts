import type { z } from 'zod';

/** Where and how an answer differs from its wire schema, without any value of it; at most three places. */
export function faultsOf({ issues }: z.ZodError): string {
  const places = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.') || 'answer'}: ${message}`);
  if (issues.length > places.length) places.push(`and ${issues.length - places.length} more`);
  return places.join('; ');
}
