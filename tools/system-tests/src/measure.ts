import { execFile } from 'node:child_process';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { headersFor } from './ask.ts';

export interface PlannedRequest {
  url: string;
  headers: Record<string, string>;
}

export interface Plan {
  /** Asked first, to warm up the client, and not reported. */
  warmUp: PlannedRequest[];
  requests: PlannedRequest[];
}

export interface Measured {
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** From before the connection was opened to the last byte of the body, in milliseconds. */
  ms: number;
}

const client = join(import.meta.dirname, 'measuring-client.ts');

const planned = (url: string): PlannedRequest => ({ url, headers: headersFor(url) });

/** Asks one URL after the other from a process of its own, as `ask` does. @throws Error where the client has failed */
export async function measure({ warmUp, urls }: { warmUp: string[]; urls: string[] }): Promise<Measured[]> {
  const plan: Plan = { warmUp: warmUp.map(planned), requests: urls.map(planned) };
  const { stdout } = await promisify(execFile)(process.execPath, [client, JSON.stringify(plan)], {
    maxBuffer: 64 << 20,
  });
  return JSON.parse(stdout) as Measured[];
}
