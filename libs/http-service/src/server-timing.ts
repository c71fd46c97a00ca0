import type { Request } from 'express';
import { requestStart } from './request-context.ts';

/** Server-Timing (W3C): the whole time, and what the answer waited for, the longest of each name. */
export function serverTiming(req: Request, isStored: boolean): string {
  const { startedAt = performance.now(), made } = requestStart(req) ?? {};
  const entries = new Map<string, { ms: number; details: Set<string> }>();
  for (const { name, ms, detail } of made?.timings ?? []) {
    const entry = entries.get(name) ?? { ms: 0, details: new Set() };
    entry.ms = Math.max(entry.ms, ms);
    if (detail !== undefined) entry.details.add(detail);
    entries.set(name, entry);
  }
  const total = `total;dur=${rounded(performance.now() - startedAt)}`;
  const waited = [...entries].map(([name, { ms, details }]) => {
    const desc = details.size > 0 ? `;desc="${[...details].join(' ')}"` : '';
    return `${name};dur=${rounded(ms)}${desc}`;
  });
  return [total, ...(isStored ? ['answer;desc=stored'] : []), ...waited].join(', ');
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
