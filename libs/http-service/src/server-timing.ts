import type { Request } from 'express';
import { requestStart, type Timing } from './request-context.ts';

/** Server-Timing (W3C): the whole time, and what the answer waited for, the longest of each name. */
export function serverTiming(req: Request, isStored: boolean): string {
  const { startedAt = performance.now(), made } = requestStart(req) ?? {};
  const longest = new Map<string, Timing>();
  for (const timing of made?.timings ?? []) {
    if (timing.ms >= (longest.get(timing.name)?.ms ?? 0)) longest.set(timing.name, timing);
  }
  const waited = [...longest.values()].map(
    ({ name, ms, detail }) => `${name};dur=${ms.toFixed(1)}${detail === undefined ? '' : `;desc=${detail}`}`,
  );
  const total = `total;dur=${(performance.now() - startedAt).toFixed(1)}`;
  return [total, ...(isStored ? ['answer;desc=stored'] : []), ...waited].join(', ');
}
