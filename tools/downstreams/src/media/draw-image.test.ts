import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { drawImage, imageWidths } from './draw-image.ts';

it.each(imageWidths)(
  'draws %i pixels wide, three quarters as high, and inflates to exactly its scanlines',
  async (width) => {
    const png = chunksOf(await drawImage({ id: 'brass-desk-lamp', width }));
    const header = png.get('IHDR')!;
    const height = (width * 3) / 4;

    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([width, height]);
    expect(inflateSync(png.get('IDAT')!)).toHaveLength(height * (1 + width * 3));
  },
);

it('gives the same bytes for the same id and width', async () => {
  expect(await drawImage({ id: 'oak-stool', width: 320 })).toEqual(await drawImage({ id: 'oak-stool', width: 320 }));
});

it('gives other bytes for each of 200 ids', async () => {
  const drawings = Array.from({ length: 200 }, (_, i) => drawImage({ id: `oak-stool-${i}`, width: 160 }));
  const digests = (await Promise.all(drawings)).map(digest);

  expect(new Set(digests).size).toBe(200);
});

it('draws two products so that nine tenths of their pixels differ', async () => {
  const drawings = ['oak-stool', 'oak-stool-2'].map((id) => drawImage({ id, width: 160 }));
  const [one, other] = (await Promise.all(drawings)).map(pixelsOf);
  const alike = one!.filter((value, i) => value === other![i]).length;

  expect(alike / one!.length).toBeLessThan(0.1);
});

it('has edges as sharp at 1920 pixels as at 160', async () => {
  const drawings = ([160, 1920] as const).map((width) => drawImage({ id: 'oak-stool', width }));
  const [small, large] = (await Promise.all(drawings)).map((png) => steepestStep(pixelsOf(png)));

  expect(large).toBeGreaterThanOrEqual(small! * 0.9);
});

it('lets others have their turn while it draws 1920 pixels', async () => {
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  await drawImage({ id: 'oak-stool', width: 1920 });
  clearInterval(others);

  expect(turns).toBeGreaterThan(10);
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
