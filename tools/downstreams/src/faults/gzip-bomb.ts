import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

const inflatedBytes = 220_000_000;
const spaces = Buffer.alloc(4_000_000, ' ');

let built: Promise<Buffer> | undefined;

/** A few hundred kilobytes of gzip that inflate to 220 MB of valid JSON, nearly all of it white space. Built once, on first use. */
export function gzipBomb(): Promise<Buffer> {
  built ??= buffer(Readable.from(inflated()).pipe(createGzip()));
  return built;
}

function* inflated(): Generator<Buffer> {
  yield Buffer.from('{');
  for (let bytes = 0; bytes < inflatedBytes; bytes += spaces.length) yield spaces;
  yield Buffer.from('}');
}
