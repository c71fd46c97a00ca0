import { availableParallelism } from 'node:os';
import { mobileTokens, startIdentity } from '@product-bffs/identity';
import type { BffName } from '@product-bffs/start';
import { startGenerator } from './load/generator.ts';
import { roundSpread, summarise, type Results } from './results.ts';
import { runScenarios, type Bench } from './run-scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { startServices } from './services.ts';
import { measureMemory, measureStarts } from './start-and-memory.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface BenchOptions extends Omit<Bench, 'services' | 'generator' | 'issuer' | 'userToken'> {
  scenarios: readonly Scenario[];
  /** How often each BFF is started to see how long it takes; 0 = not at all. */
  starts: number;
  /** Whether web-bff is asked for every product, to see what it keeps. */
  memory: boolean;
  /** Absent = the seed catalogue as it is. */
  products?: number;
}

/** Longer than any run. */
const TOKEN_TTL_S = 7200;

/** Starts the services once, measures, and stops everything. */
export async function runBench({ scenarios, starts, memory, products, ...options }: BenchOptions): Promise<Results> {
  const begunMs = performance.now();
  options.print('Starting five services …');
  const services = await startServices(products);
  const identity = await startIdentity({ accessTokenTtlS: TOKEN_TTL_S });
  const { issuer } = identity;
  const { access_token: userToken } = await mobileTokens(issuer, { username: 'ada' });
  const generator = startGenerator(services.ids);
  const bench = { ...options, services, generator, issuer, userToken };
  try {
    const measured = await runScenarios(scenarios, bench);
    if (starts > 0) options.print(`start: each BFF ${starts} times`);
    const startsMs = starts > 0 ? await measureStarts(starts, bench) : undefined;
    if (memory) options.print(`memory: web-bff, ${services.ids.length} different products`);
    const memoryFound = memory ? await measureMemory(bench) : undefined;
    return {
      date: new Date().toISOString().slice(0, 10),
      node: process.version,
      cores: availableParallelism(),
      products: services.ids.length,
      durationS: Math.round((performance.now() - begunMs) / 1000),
      scenarios: measured.map(summarise),
      ...(startsMs && { startMs: spreadsOf(startsMs) }),
      ...(memoryFound && { memory: memoryFound }),
    };
  } finally {
    await generator.stop();
    await services.stop();
    await identity.stop();
  }
}

function spreadsOf(startsMs: ReadonlyMap<BffName, number[]>): Record<BffName, Spread> {
  const spreads = [...startsMs].map(([bff, times]) => [bff, roundSpread(spreadOf(times))] as const);
  return Object.fromEntries(spreads) as Record<BffName, Spread>;
}
