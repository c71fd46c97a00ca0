import { isMet, type Claim } from './claims.ts';
import type { MeasuredScenario, Results } from './results.ts';

/** What was measured, and what it shows, as text. */
export function printed(results: Results, claims: readonly Claim[]): string {
  return [
    ...results.scenarios.flatMap(scenarioTable),
    'What it shows (median; least to largest):',
    '',
    ...claims.map(claimLine),
    '',
    `Node ${results.node}, ${results.cores} cores, ${results.products} products, ${Math.round(results.durationS)} s.`,
    '',
  ].join('\n');
}

function scenarioTable({ name, title, connections, cells }: MeasuredScenario): string[] {
  const head = ['µs CPU', 'least', 'most', 'requests/s', 'p50 ms', 'p99 ms', 'calls', 'busy', ''];
  const rows = cells.map((cell) => [
    cell.name,
    ...[cell.cpuMicros.median, cell.cpuMicros.min, cell.cpuMicros.max].map((micros) => micros.toFixed(1)),
    cell.requestsPerSecond.median.toFixed(0),
    cell.p50Ms.median.toFixed(2),
    cell.p99Ms.median.toFixed(2),
    cell.callsPerRequest.median.toFixed(2),
    `${Math.round(cell.busy.median * 100)} %`,
    cell.failed === 0 ? '' : `${cell.failed} of ${cell.requests} answers were not as they should be`,
  ]);
  const lines = [['', ...head], ...rows].map(([first = '', ...others]) => {
    const columns = others.map((text, n) => (n === others.length - 1 ? text : text.padStart(11)));
    return `  ${first.padEnd(22)}${columns.join(' ')}`.trimEnd();
  });
  return [`${name}: ${title}, ${connections} connections`, ...lines, ''];
}

function claimLine(claim: Claim): string {
  const { what, value, unit, limit } = claim;
  const digits = unit === '×' || unit === 'calls' ? (value.median < 0.1 ? 4 : 2) : 1;
  const shown = [value.median, value.min, value.max].map((number) => number.toFixed(digits));
  const spread = value.min === value.max ? '' : `  (${shown[1] ?? ''} to ${shown[2] ?? ''})`;
  const verdict = limit === undefined ? '' : `  at most ${limit}: ${isMet(claim) ? 'met' : 'NOT MET'}`;
  return `  ${what.padEnd(80)} ${`${shown[0] ?? ''} ${unit}`.padStart(12)}${spread}${verdict}`;
}
