import type { BffName } from '@product-bffs/start';
import type { Memory } from './start-and-memory.ts';
import type { Sample } from './measure.ts';
import type { ScenarioResult } from './run-scenarios.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** Everything that a run has measured; nothing in it tells which machine it was. */
export interface Results {
  /** Day of the run, such as 2026-11-21. */
  date: string;
  node: string;
  cores: number;
  products: number;
  durationS: number;
  scenarios: MeasuredScenario[];
  /** By BFF, from spawn to ready. */
  startMs?: Record<BffName, Spread>;
  memory?: Memory;
}

export interface MeasuredScenario {
  name: string;
  title: string;
  connections: number;
  rounds: number;
  cells: MeasuredCell[];
}

export interface MeasuredCell extends Record<MeasuredQuantity, Spread> {
  name: string;
  subject: string;
  /** In all windows together. */
  requests: number;
  /** Answers that were not what they should be. */
  failed: number;
  /** CPU time of every round, so that ratios can be taken within a round. */
  cpuMicrosByRound: number[];
}

const quantities = ['cpuMicros', 'requestsPerSecond', 'p50Ms', 'p99Ms', 'callsPerRequest', 'busy'] as const;
type MeasuredQuantity = (typeof quantities)[number];

export function summarise({ scenario, samples }: ScenarioResult): MeasuredScenario {
  const { name, title, connections, rounds } = scenario;
  const cells = scenario.cells.map((cell): MeasuredCell => {
    const some = samples.get(cell.name) ?? [];
    const spread = (of: (sample: Sample) => number) => roundSpread(spreadOf(some.map(of)));
    const sum = (of: (sample: Sample) => number) => some.reduce((total, sample) => total + of(sample), 0);
    return {
      name: cell.name,
      subject: cell.subject,
      requests: sum(({ requests }) => requests),
      failed: sum(({ failed }) => failed),
      ...(Object.fromEntries(quantities.map((of) => [of, spread((sample) => sample[of])])) as Record<
        MeasuredQuantity,
        Spread
      >),
      cpuMicrosByRound: some.map((sample) => round(sample.cpuMicros)),
    };
  });
  return { name, title, connections, rounds, cells };
}

/** Four digits say all that a measurement knows. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}

export function roundSpread({ median, min, max }: Spread): Spread {
  return { median: round(median), min: round(min), max: round(max) };
}
