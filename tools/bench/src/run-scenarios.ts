import type { Generator } from './load/generator.ts';
import { measure, type Sample } from './measure.ts';
import type { Scenario } from './scenarios.ts';
import type { Services } from './services.ts';
import { startSubject, type RunningSubject } from './start-subject.ts';
import { isConstant, type SubjectName, type SubjectOptions } from './subjects.ts';

/** What was measured of a scenario: by cell, one sample a round, in the order of the rounds. */
export interface ScenarioResult {
  scenario: Scenario;
  samples: Map<string, Sample[]>;
}

export interface Bench extends Omit<SubjectOptions, 'services' | 'modelUrl'> {
  services: Services;
  generator: Generator;
  /** Access token of a user of the app. */
  userToken: string;
  print: (line: string) => void;
}

/** Load before every further window of a subject: it has idled for seconds, and has only to wake up. */
const SETTLE_MS = 250;

type Running = Map<SubjectName, RunningSubject>;

/** Runs one scenario after the other; the processes that a scenario needs run until no later one needs them. */
export async function runScenarios(scenarios: readonly Scenario[], bench: Bench): Promise<ScenarioResult[]> {
  const running: Running = new Map();
  const results: ScenarioResult[] = [];
  try {
    for (const [n, scenario] of scenarios.entries()) {
      bench.print(`${scenario.name}: ${scenario.title}, ${scenario.connections} connections`);
      const fresh = new Set(subjectsIn(scenario).filter((name) => !running.has(name)));
      await startAll(fresh, running, bench);
      await bench.services.setLatencies(scenario.latenciesMs ?? {});
      results.push(await runScenario(scenario, running, fresh, { ...bench, firstSeed: 1000 * n }));
      const needed = new Set(scenarios.slice(n + 1).flatMap(subjectsIn));
      await stopAll(running, (name) => !needed.has(name));
    }
  } finally {
    await stopAll(running, () => true);
    await bench.services.setLatencies({});
  }
  return results;
}

/** A constant repeats what a BFF answers, so the BFFs start first. */
async function startAll(names: ReadonlySet<SubjectName>, running: Running, bench: Bench): Promise<void> {
  const options: SubjectOptions = {
    ...bench,
    services: bench.services.urls,
    modelUrl: (bff) => running.get(`${bff} warm`)?.url ?? '',
  };
  for (const wave of [false, true]) {
    const started = await Promise.allSettled(
      [...names]
        .filter((name) => isConstant(name) === wave)
        .map(async (name) => {
          running.set(name, await startSubject(name, options));
        }),
    );
    for (const one of started) if (one.status === 'rejected') throw one.reason;
  }
}

async function stopAll(running: Running, isOver: (name: SubjectName) => boolean): Promise<void> {
  for (const [name, subject] of running) {
    if (!isOver(name)) continue;
    running.delete(name);
    await subject.stop();
  }
}

/** @param fresh subjects that have just been started */
async function runScenario(
  scenario: Scenario,
  running: Running,
  fresh: Set<SubjectName>,
  { firstSeed, ...bench }: Bench & { firstSeed: number },
): Promise<ScenarioResult> {
  const samples = new Map<string, Sample[]>(scenario.cells.map(({ name }) => [name, []]));
  for (let round = 0; round < scenario.rounds; round += 1) {
    for (const cell of scenario.cells) {
      const subject = running.get(cell.subject);
      if (!subject) throw new Error(`${cell.subject} does not run.`);
      const settle = fresh.delete(cell.subject) ? scenario.firstSettleMs : Math.min(SETTLE_MS, scenario.firstSettleMs);
      const options = { scenario, cell, subject, settleMs: settle, seed: firstSeed + round };
      samples.get(cell.name)?.push(await measure(options, bench));
    }
    const shown = [...samples].map(([name, some]) => `${name} ${some.at(-1)?.cpuMicros.toFixed(1) ?? ''}`);
    bench.print(`  round ${round + 1} of ${scenario.rounds}, µs of CPU a request: ${shown.join(' · ')}`);
  }
  return { scenario, samples };
}

const subjectsIn = ({ cells }: Scenario): SubjectName[] => [...new Set(cells.map(({ subject }) => subject))];
