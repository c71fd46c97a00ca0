import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How the bytes of an answer are coded (RFC 9110 §8.4.1), the smallest first. */
const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/** Smaller answers fit one packet as they are. */
const MIN_COMPRESSED_BYTES = 1024;
/** From a table of time against size: the next levels cost twice the time for a few per cent. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;

const compress = {
  br: (bytes: Buffer) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => gzipSync(bytes, { level: GZIP_LEVEL }),
};

/** One answer's bytes: serialised and hashed once, and compressed once a coding when it is first asked for. */
export class Representations {
  readonly #bytes: Partial<Record<Coding, Buffer>> & { identity: Buffer };
  readonly #hash: string;

  /** @param body what is sent as JSON, or the bytes themselves */
  constructor(body: unknown) {
    const identity = exactly(Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)));
    this.#bytes = { identity };
    this.#hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  }

  get isCompressible(): boolean {
    return this.#bytes.identity.length >= MIN_COMPRESSED_BYTES;
  }

  /** A strong validator of these bytes in this coding (RFC 9110 §8.8.3). */
  etag(coding: Coding): string {
    return coding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}-${coding}"`;
  }

  bytes(coding: Coding): Buffer {
    if (coding === 'identity') return this.#bytes.identity;
    return (this.#bytes[coding] ??= exactly(compress[coding](this.#bytes.identity)));
  }

  /** Bytes of memory, in all codings that were made. */
  get size(): number {
    return Object.values(this.#bytes).reduce((sum, { length }) => sum + length, 0);
  }
}

/** The coding that an Accept-Encoding weighs highest, of equals the smallest; identity where it allows none. */
export function preferredCoding(acceptEncoding: string): Coding {
  const weights = new Map(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((item) => {
        const [name = '', ...parameters] = item.split(';').map((text) => text.trim());
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
        return [name, Number(weight) || 0];
      }),
  );
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = codings.toSorted((one, other) => weightOf(other) - weightOf(one));
  return best !== undefined && weightOf(best) > 0 ? best : 'identity';
}

/** A copy that holds no more memory than its bytes: buffers are often a slice of something larger. */
function exactly(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
