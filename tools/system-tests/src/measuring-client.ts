/**
 * A client in a process of its own, so that nothing else of the test is in its way: reads a plan from its only argument,
 * sends one request after the other, each over a connection of its own, and writes what it got as JSON.
 */
import { request } from 'node:http';
import type { Measured, Plan, PlannedRequest } from './measure.ts';

function measure({ url, headers }: PlannedRequest): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent = request(url, { agent: false, headers }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.once('error', reject);
      answered.once('end', () => {
        const ms = performance.now() - startedAt;
        const { statusCode = 0, headers: answerHeaders } = answered;
        const body = Buffer.concat(chunks).toString();
        resolve({ url, status: statusCode, headers: answerHeaders, body, ms: Math.round(ms * 10) / 10 });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

const { warmUp, requests } = JSON.parse(process.argv[2] ?? '') as Plan;
for (const planned of warmUp) await measure(planned);
const measured: Measured[] = [];
for (const planned of requests) measured.push(await measure(planned));
process.stdout.write(JSON.stringify(measured));
