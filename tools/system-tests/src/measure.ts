import { execFile } from 'node:child_process';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Plan {
  /** Asked first, to warm up the client, and not reported. */
  warmUp: string[];
  urls: string[];
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

/** Asks one URL after the other from a process of its own. @throws Error where the client has failed */
export async function measure(plan: Plan): Promise<Measured[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [client, JSON.stringify(plan)], {
    maxBuffer: 64 << 20,
  });
  return JSON.parse(stdout) as Measured[];
}
