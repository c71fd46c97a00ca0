import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../http/answer.ts';
import { pauseUnlessClosed } from './pause.ts';
import { jsonHead, openForField } from './replace-answer.ts';
import type { FaultOf } from './schema.ts';
import type { Exchange } from './send.ts';

/** Faults in how bytes get onto the connection, rather than in which. */

/** Content-Length with everything but 204 and 304, which must not have one (RFC 9110 §8.6). */
export function headersOf({ status, headers, body }: Answer): OutgoingHttpHeaders {
  return status === 204 || status === 304 ? headers : { ...headers, 'content-length': body.length };
}

/** TCP reset: at once, or when so many bytes of the body are out. */
export function reset({ answer, response, counted }: Exchange, { afterBytes }: FaultOf<'reset'>): void {
  counted.cutHere();
  const { socket } = response;
  if (afterBytes === undefined) {
    socket?.resetAndDestroy();
    return;
  }
  writePart({ answer, response }, afterBytes);
  socket?.write('', () => socket.resetAndDestroy());
}

/** Announces the whole body and closes in good order before its end; by default after half of it. */
export function truncate({ answer, response, counted }: Exchange, { afterBytes }: FaultOf<'truncate'>): void {
  counted.cutHere();
  const { length } = answer.body;
  writePart({ answer, response }, Math.min(afterBytes ?? Math.floor(length / 2), length - 1));
  response.socket?.destroySoon();
}

function writePart({ answer, response }: Pick<Exchange, 'answer' | 'response'>, bytes: number): void {
  response.writeHead(answer.status, headersOf(answer)).flushHeaders();
  if (bytes > 0) response.write(answer.body.subarray(0, bytes));
}

/** The whole answer, slowly: byte by byte up to 20 a second, then in 20 pieces a second. */
export async function drip({ answer, response }: Exchange, { bytesPerSecond }: FaultOf<'drip'>): Promise<void> {
  const pieceBytes = Math.max(1, Math.round(bytesPerSecond / 20));
  response.writeHead(answer.status, headersOf(answer)).flushHeaders();
  for (let at = 0; at < answer.body.length; at += pieceBytes) {
    await pauseUnlessClosed(response, (pieceBytes * 1000) / bytesPerSecond);
    if (response.destroyed) return;
    response.write(answer.body.subarray(at, at + pieceBytes));
  }
  response.end();
}

/** The real body with a field of padding that brings it to so many bytes, without ever holding them. */
export async function streamHuge({ answer, response }: Exchange, { bytes }: FaultOf<'huge'>): Promise<void> {
  const { head, tail } = openForField(answer, 'padding');
  const paddingBytes = Math.max(0, bytes - head.length - tail.length - 2);
  const { status, headers } = jsonHead(answer);
  response.writeHead(status, { ...headers, 'content-length': head.length + paddingBytes + tail.length + 2 });
  const body = function* () {
    yield head;
    yield Buffer.from('"');
    for (let left = paddingBytes; left > 0; left -= padding.length) yield padding.subarray(0, left);
    yield Buffer.from('"');
    yield tail;
  };
  try {
    await pipeline(Readable.from(body()), response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

const padding = Buffer.alloc(64 * 1024, 'x');
