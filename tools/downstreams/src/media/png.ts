import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify<Uint8Array, { level: number }, Buffer>(deflate);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = 3;
const filterUp = 2;

/** Eight-bit RGB pixels, row by row from the top, no padding. */
export interface Raster {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** Encodes a raster as PNG (W3C PNG, third edition): truecolour, not interlaced, one IDAT, marked as sRGB. */
export async function encodePng({ width, height, rgb }: Raster): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const perceptualIntent = Buffer.of(0);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('sRGB', perceptualIntent),
    // Level 4: half the time of the default for about a tenth more bytes.
    chunk('IDAT', await compress(filterRows({ width, height, rgb }), { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Each row as its difference from the row above, which is next to nothing where a picture is made of gradients. */
function filterRows({ width, height, rgb }: Raster): Uint8Array {
  const stride = width * bytesPerPixel;
  const filtered = new Uint8Array(height * (stride + 1));
  for (let row = 0; row < height; row += 1) {
    const from = row * stride;
    const to = row * (stride + 1) + 1;
    filtered[to - 1] = filterUp;
    for (let i = 0; i < stride; i += 1) {
      filtered[to + i] = (rgb[from + i] ?? 0) - (row === 0 ? 0 : (rgb[from + i - stride] ?? 0));
    }
  }
  return filtered;
}
