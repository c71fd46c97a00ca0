/** The process of the load generator: autocannon, told over the channel to its parent what to do. */
import autocannon from 'autocannon';
import { createDice } from '../random.ts';
import { percentile } from '../statistics.ts';
import type { Load, LoadPath, LoadResult } from './load.ts';

/** How often autocannon looks whether it is done. */
const SAMPLE_MS = 20;

let ids: readonly string[] = [];

async function run({ url, connections, requests, path, headers, status, complete }: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  let unexpected = 0;
  const begunMs = performance.now();
  let endedMs = begunMs;
  const { errors, mismatches } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url,
        connections: Math.min(connections, requests),
        amount: requests,
        sampleInt: SAMPLE_MS,
        requests: [{ headers, ...(typeof path === 'string' ? { path } : { setupRequest: setup(path) }) }],
        ...(complete && { verifyBody: isComplete }),
      },
      (error: Error | null, result) => (error === null ? resolve(result) : reject(error)),
    );
    running.on('response', (_client, answered, _bytes, latencyMs) => {
      latenciesMs.push(latencyMs);
      if (answered !== status) unexpected += 1;
      endedMs = performance.now();
    });
  });
  latenciesMs.sort((a, b) => a - b);
  return {
    requests: latenciesMs.length,
    seconds: (endedMs - begunMs) / 1000,
    p50Ms: percentile(latenciesMs, 50),
    p99Ms: percentile(latenciesMs, 99),
    failed: errors + mismatches + unexpected,
  };
}

function setup(path: Exclude<LoadPath, string>): (request: autocannon.Request) => autocannon.Request {
  const nextIds = path.ids === 'each' ? inTurn() : atRandom(path.ids, createDice(path.seed));
  return (request) => ({ ...request, path: `${path.before}${nextIds()}` });
}

function inTurn(): () => string {
  let next = 0;
  return () => ids[next++ % ids.length] ?? '';
}

function atRandom(count: number, dice: (below: number) => number): () => string {
  return () => {
    const chosen = new Set<string>();
    while (chosen.size < Math.min(count, ids.length)) chosen.add(ids[dice(ids.length)] ?? '');
    return [...chosen].join(',');
  };
}

function isComplete(body: autocannon.Request['body']): boolean {
  return body?.includes('"state":"missing"') !== true;
}

process.on('message', (message: { ids: string[] } | Load) => {
  if ('ids' in message && Array.isArray(message.ids)) ids = message.ids;
  else {
    run(message as Load).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  }
});
process.on('disconnect', () => process.exit());
