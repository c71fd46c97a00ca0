import { setImmediate } from 'node:timers/promises';
import { paint } from './layer.ts';
import { encodePng } from './png.ts';
import { composeStillLife } from './still-life.ts';

/** The widths a product image exists in, in pixels. */
export const imageWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;
export type ImageWidth = (typeof imageWidths)[number];

/** Pixels drawn in one turn of the event loop: a few milliseconds, so that the service answers others in between. */
const pixelsATurn = 100_000;

/**
 * A product picture as PNG, `width` pixels wide and three quarters as high. It is drawn anew each time: the id alone decides
 * what it shows, so the same id and width give the same bytes in every process. Takes a few milliseconds at 320 pixels and
 * some 200 at 1920; whoever serves it decides what to keep.
 */
export async function drawImage({ id, width }: { id: string; width: ImageWidth }): Promise<Buffer> {
  const height = (width * 3) / 4;
  const raster = { width, height, rgb: new Uint8Array(width * height * 3) };
  const layers = composeStillLife(id);
  const rows = Math.ceil(pixelsATurn / width);
  for (let first = 0; first < height; first += rows) {
    if (first > 0) await setImmediate();
    for (const layer of layers) paint(raster, layer, { first, last: Math.min(first + rows, height) - 1 });
  }
  return encodePng(raster);
}
