/**
 * A client in a process of its own, so that nothing else of the test is in its way: reads a plan from its only argument,
 * asks one URL after the other, each over a connection of its own, and writes what it got as JSON.
 */
import { request } from 'node:http';
import type { Measured, Plan } from './measure.ts';

function measure(url: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent = request(url, { agent: false }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.once('error', reject);
      answered.once('end', () => {
        const ms = performance.now() - startedAt;
        const { statusCode = 0, headers } = answered;
        const body = Buffer.concat(chunks).toString();
        resolve({ url, status: statusCode, headers, body, ms: Math.round(ms * 10) / 10 });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

const { warmUp, urls } = JSON.parse(process.argv[2] ?? '') as Plan;
for (const url of warmUp) await measure(url);
const measured: Measured[] = [];
for (const url of urls) measured.push(await measure(url));
process.stdout.write(JSON.stringify(measured));
