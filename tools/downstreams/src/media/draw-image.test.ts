import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { drawImage, imageWidths } from './draw-image.ts';

it.each(imageWidths)('draws %i pixels wide, three quarters as high, and inflates to exactly its scanlines', (width) => {
  const png = chunksOf(drawImage({ id: 'brass-desk-lamp', width }));
  const header = png.get('IHDR')!;
  const height = (width * 3) / 4;

  expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([width, height]);
  expect(inflateSync(png.get('IDAT')!)).toHaveLength(height * (1 + width * 3));
});

it('gives the same bytes for the same id and width', () => {
  expect(drawImage({ id: 'oak-stool', width: 320 })).toEqual(drawImage({ id: 'oak-stool', width: 320 }));
});

it('gives other bytes for each of 200 ids', () => {
  const digests = Array.from({ length: 200 }, (_, i) => digest(drawImage({ id: `oak-stool-${i}`, width: 160 })));

  expect(new Set(digests).size).toBe(200);
});

it('draws two products so that nine tenths of their pixels differ', () => {
  const [one, other] = ['oak-stool', 'oak-stool-2'].map((id) => pixelsOf(drawImage({ id, width: 160 })));
  const alike = one!.filter((value, i) => value === other![i]).length;

  expect(alike / one!.length).toBeLessThan(0.1);
});

it('has edges as sharp at 1920 pixels as at 160', () => {
  const [small, large] = ([160, 1920] as const).map((width) =>
    steepestStep(pixelsOf(drawImage({ id: 'oak-stool', width }))),
  );

  expect(large).toBeGreaterThanOrEqual(small! * 0.9);
});

/** Largest difference of one channel between pixels side by side, which an enlarged picture has spread over several. */
function steepestStep(pixels: Uint8Array): number {
  let steepest = 0;
  for (let i = 3; i < pixels.length; i += 1) {
    const step = pixels[i]! - pixels[i - 3]!;
    if (step > steepest) steepest = step;
  }
  return steepest;
}

/** Chunks by type, after checking the signature and every checksum. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const typeAndData = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(typeAndData));
    chunks.set(typeAndData.toString('latin1', 0, 4), typeAndData.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()].at(-1)).toBe('IEND');
  return chunks;
}

/** RGB bytes with the PNG filter "up" undone. */
function pixelsOf(png: Buffer): Uint8Array {
  const chunks = chunksOf(png);
  const stride = chunks.get('IHDR')!.readUInt32BE(0) * 3;
  const scanlines = inflateSync(chunks.get('IDAT')!);
  const pixels = new Uint8Array((scanlines.length / (stride + 1)) * stride);
  for (let i = 0; i < pixels.length; i += 1) {
    const row = Math.floor(i / stride);
    pixels[i] = scanlines[i + row + 1]! + (pixels[i - stride] ?? 0);
  }
  return pixels;
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
