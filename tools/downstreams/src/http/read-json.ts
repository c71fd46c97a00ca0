import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

const maxBytes = 1_000_000;

/** @throws Problem 413 for a body of more than 1 MB, 400 for one that is not JSON or breaks off */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${(error as Error).message}.`);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // leaving the loop must not destroy the connection, which the answer still needs
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Problem(400, 'The body broke off.');
  }
  if (bytes > maxBytes) throw new Problem(413, `A body has at most ${maxBytes} bytes.`);
  return Buffer.concat(chunks);
}
