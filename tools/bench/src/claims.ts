import { bffNames } from '@product-bffs/start';
import { roundSpread, type MeasuredCell, type Results } from './results.ts';
import { coldScenarios, criticalPathMs, shortNames } from './scenarios.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** What a run shows, beside what it is to show. */
export interface Claim {
  what: string;
  value: Spread;
  unit: '×' | 'calls' | 'ms' | 'MB';
  /** At most; absent = only told. */
  limit?: number;
}

/** Everything that can be told from what was measured; what was not measured is not told. */
export function claimsOf(results: Results): Claim[] {
  return [
    ...warmClaims(results),
    ...coldClaims(results),
    ...latencyClaims(results),
    ...listClaims(results),
    ...startClaims(results),
    ...memoryClaims(results),
  ];
}

export function isMet({ value, limit }: Claim): boolean {
  return limit === undefined || value.median <= limit;
}

function warmClaims(results: Results): Claim[] {
  return bffNames.flatMap((bff) => {
    const cells = cellsOf(results, `${shortNames[bff]}-warm`);
    const bare = cells.get('bare');
    const limits = bff === 'partner-bff' ? {} : { silent: 1.5, observed: 1.9, notModified: 1.2 };
    return [
      ...ratio(`${bff} warm ÷ bare node:http constant`, cells.get('ours'), bare, limits.silent),
      ...ratio(`${bff} warm, access log and metrics on ÷ bare`, cells.get('ours, observed'), bare, limits.observed),
      ...ratio(`${bff} 304 ÷ bare 304`, cells.get('ours 304'), cells.get('bare 304'), limits.notModified),
      ...ratio(`${bff} 304 ÷ bare constant`, cells.get('ours 304'), bare),
      ...ratio(`${bff} warm, brotli ÷ bare constant`, cells.get('ours, brotli'), bare),
      ...ratio(`${bff} warm, with a token seen before ÷ without`, cells.get('ours, signed in'), cells.get('ours'), 1.1),
      ...ratio(`stock Express constant ÷ bare constant (${bff})`, cells.get('express'), bare),
      ...ratio(`naive with lru-cache, warm ÷ bare constant (${bff})`, cells.get('naive, cached'), bare),
    ];
  });
}

function coldClaims(results: Results): Claim[] {
  return coldScenarios.flatMap(({ name, connections, latenciesMs }) => {
    const cells = cellsOf(results, name);
    const where = `cold, ${connections} connections${latenciesMs ? ', slow services' : ''}`;
    return bffNames.flatMap((bff) => {
      const ours = cells.get(shortNames[bff]);
      const isLimited = bff === 'web-bff' && latenciesMs === undefined;
      const limits = isLimited ? { 64: { cpu: 0.2, calls: 1 }, 4: { cpu: 0.5 } }[connections] : {};
      const { cpu, calls }: { cpu?: number; calls?: number } = limits ?? {};
      return [
        ...ratio(`${bff} ${where} ÷ naive`, ours, cells.get(`naive ${shortNames[bff]}`), cpu),
        ...(ours ? [claim(`${bff} ${where}: calls a request`, ours.callsPerRequest, 'calls', calls)] : []),
      ];
    });
  });
}

function latencyClaims(results: Results): Claim[] {
  const cells = cellsOf(results, 'cold-4-slow');
  return bffNames.flatMap((bff) => {
    const ours = cells.get(shortNames[bff]);
    if (ours === undefined) return [];
    const pathMs = criticalPathMs[bff];
    const { median, min, max } = ours.p50Ms;
    const above = { median: median - pathMs, min: min - pathMs, max: max - pathMs };
    const what = `${bff} cold, 4 connections, slow services: p50 above the critical path of ${pathMs} ms`;
    return [claim(what, above, 'ms', bff === 'partner-bff' ? undefined : 5)];
  });
}

function listClaims(results: Results): Claim[] {
  const cells = cellsOf(results, 'partner-list');
  const ours = cells.get('partner');
  return [
    ...ratio('partner list of 100 ÷ naive, a call a product', ours, cells.get('naive partner'), 0.05),
    ...ratio('partner list of 100 ÷ naive, batched', ours, cells.get('naive partner-batched')),
    ...(ours ? [claim('partner list of 100: calls a request', ours.callsPerRequest, 'calls', 4)] : []),
  ];
}

function startClaims({ startMs }: Results): Claim[] {
  return Object.entries(startMs ?? {}).map(([bff, value]) => claim(`${bff}: ready after`, value, 'ms', 400));
}

function memoryClaims({ memory }: Results): Claim[] {
  if (memory === undefined) return [];
  const megabytes = memory.afterBytes / 1_000_000;
  const value = { median: megabytes, min: megabytes, max: megabytes };
  return [claim(`web-bff: resident after ${memory.products} different products`, value, 'MB', 150)];
}

function claim(what: string, value: Spread, unit: Claim['unit'], limit?: number): Claim {
  return { what, value: roundSpread(value), unit, ...(limit !== undefined && { limit }) };
}

/** The middle of the ratios of CPU time within each round: what the machine does beside it hits both. */
function ratio(
  what: string,
  ours: MeasuredCell | undefined,
  theirs: MeasuredCell | undefined,
  limit?: number,
): Claim[] {
  if (ours === undefined || theirs === undefined) return [];
  const ratios = ours.cpuMicrosByRound.map((cpu, round) => cpu / (theirs.cpuMicrosByRound[round] ?? NaN));
  return [claim(what, spreadOf(ratios), '×', limit)];
}

function cellsOf({ scenarios }: Results, name: string): ReadonlyMap<string, MeasuredCell> {
  const cells = scenarios.find((scenario) => scenario.name === name)?.cells ?? [];
  return new Map(cells.map((cell) => [cell.name, cell]));
}
